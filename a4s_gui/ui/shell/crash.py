"""Errors that nobody expected: shown with details to copy, and the window goes on."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from a4s_gui import PROGRAM
from a4s_gui.errors import A4sError


class CrashReporter:
    """Takes the place of ``sys.excepthook``; one dialog at a time, everything on stderr too."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._open = False

    def install(self) -> None:
        """Catch what Qt's slots let through."""
        sys.excepthook = self.report

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show one error."""
        if isinstance(error, KeyboardInterrupt):
            self._parent.close()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:  # as in a program of Windows without a console
            sys.stderr.write(details)
        if self._open:
            return
        expected = isinstance(error, A4sError)
        summary = str(error) if expected else f"{kind.__name__}: {error}"
        head = f"{PROGRAM}, Python {sys.version.split()[0]}, Qt {qVersion()}\n\n"
        self._open = True
        from a4s_gui.ui.dialogs.help_dialogs import ErrorDialog  # noqa: PLC0415 - not at the start

        dialog = ErrorDialog(summary, head + details, self._parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._open = False
