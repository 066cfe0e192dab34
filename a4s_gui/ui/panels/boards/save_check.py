"""The button that saves what a check found: all of it, the findings, or the pads that meet."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton

from a4s_gui.boards.check import CheckResult
from a4s_gui.boards.mating import Mating
from a4s_gui.report.board_records import check_record, findings_csv, mating_csv
from a4s_gui.ui.core.file_dialogs import FileSaver
from a4s_gui.ui.widgets.layouts import set_tip


class SaveCheckButton(QPushButton):
    """Offers what can be saved of a check.

    ``mating`` returns the one that is shown.
    """

    def __init__(self, saver: FileSaver, mating: Callable[[], Mating | None]) -> None:
        super().__init__("Save")
        self._saver = saver
        self._mating = mating
        self._result: CheckResult | None = None
        set_tip(self, "Save what was found")
        menu = QMenu(self)
        menu.addAction("&Everything, as JSON…").triggered.connect(self._save_everything)
        menu.addAction("&Findings, as CSV…").triggered.connect(self._save_findings)
        self._met = menu.addAction("&Pads that meet, as CSV…")
        self._met.triggered.connect(self._save_met)
        self.setMenu(menu)
        self.show_result(None)

    def show_result(self, result: CheckResult | None) -> None:
        """Offer to save a check, or nothing."""
        self._result = result
        self.setEnabled(result is not None)
        self._met.setEnabled(result is not None and bool(result.matings))

    def _save_everything(self) -> None:
        if self._result is not None:
            text = json.dumps(check_record(self._result), indent=2) + "\n"
            self._ask("Save the check", "a4s-check.json", "Everything (*.json)", text)

    def _save_findings(self) -> None:
        if self._result is not None:
            text = findings_csv(self._result)
            self._ask("Save the findings", "a4s-findings.csv", "Findings (*.csv)", text)

    def _save_met(self) -> None:
        mating = self._mating()
        if mating is not None:
            text = mating_csv(mating)
            self._ask("Save the pads that meet", "a4s-mating.csv", "Pads that meet (*.csv)", text)

    def _ask(self, title: str, name: str, kind: str, text: str) -> None:
        self._saver.ask(self.window(), title, name, [kind], lambda _path: text.encode())
