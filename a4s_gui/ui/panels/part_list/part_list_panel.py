"""The panel of pasted lists: a bill of materials read line by line, to choose from and keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QPalette,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.catalog.numbers import pluralize
from a4s_gui.catalog.part_list.part_list import ListLine, PartList
from a4s_gui.catalog.part_list.resolved_list import ResolvedList
from a4s_gui.errors import A4sError
from a4s_gui.session import reducers
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver, ask_to_open, export_folder
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.core.theme import drawing_colours
from a4s_gui.ui.panels.part_list.ambiguity_box import DoubtBox
from a4s_gui.ui.panels.part_list.list_reader import ListReader
from a4s_gui.ui.panels.part_list.part_list_buttons import PartListButtons
from a4s_gui.ui.panels.part_list.part_list_model import PartListModel, lines_as_tsv
from a4s_gui.ui.panels.part_list.part_list_table import PartListTable

_MARGIN_PX = 8
_OPENED = ("Text and tables (*.csv *.txt *.tsv)", "All files (*)")
_SAVED, _SAVED_NAME = ("Text with tabs (*.tsv)",), "a4s-part-list.tsv"
_HOW = (
    "Paste part numbers or a column of a bill of materials (Ctrl+V), or drop a text or CSV file "
    "here. One part a line; other columns do no harm; AXE5**127 stands for several."
)


class PartListPanel(QWidget):
    """Shows what each line of a list means, and confines the table of pairs to it.

    Parameters
    ----------
    controller
        Takes the pairs that are chosen and listed.
    settings
        Where the folder of saved files is remembered.
    parent
        The Qt parent.
    """

    def __init__(
        self, controller: Controller, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._settings = settings
        self._list = ResolvedList()
        self.reader = ListReader(controller.catalog, self)
        self.list_model = PartListModel(self)
        self.table = PartListTable(self.list_model)
        self.doubt = DoubtBox()
        self.empty = QLabel(_HOW)
        self.summary = QLabel()
        self.problem = ProblemLabel()
        self._saver = FileSaver(controller, settings, self.problem.show_error)
        self.buttons = PartListButtons()
        self._middle = QStackedWidget()
        self._build()
        self._connect()
        self._colour()
        self._take_list(PartList(()))

    def sizeHint(self) -> QSize:
        """Return the size of a panel below the drawing."""
        return QSize(self.fontMetrics().averageCharWidth() * 120, 190)

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours that hold now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take texts and files."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what is dropped."""
        event.acceptProposedAction()
        self.take(event.mimeData())

    def take(self, data: QMimeData) -> None:
        """Read what is pasted or dropped; where it is no list, say why and keep the present one."""
        self.problem.clear()
        self.reader.take(data)

    def paste(self) -> None:
        """Read the list on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def read_text(self, text: str) -> None:
        """Read a list."""
        self.problem.clear()
        self.reader.read_text(text)

    def read_file(self, path: Path) -> None:
        """Read the list in a text file."""
        self.problem.clear()
        self.reader.read_file(path)

    def clear(self) -> None:
        """Forget the list; the table of pairs is no longer confined to it."""
        self.reader.stop()
        self.problem.clear()
        self._take_list(PartList(()))
        self.buttons.paste.setFocus()

    def copy(self) -> None:
        """Copy the selected lines, all where at most one is, with headings."""
        rows = self.table.rows_to_copy()
        QGuiApplication.clipboard().setText(self.list_model.as_tsv(rows))
        lines = pluralize(len(rows), "line")
        self._controller.message.emit(f"{lines} of the part list copied, with headings")

    def save_to(self, path: Path) -> None:
        """Write the list as text with tabs; where that fails, say why."""
        self.problem.clear()
        self._saver.write(path, lambda: lines_as_tsv(self._list.now.lines).encode())

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (self.summary, self.empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        # In a narrow panel the lines of the list are worth more than all of the summary.
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self.table)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self.summary)
        middle.addWidget(self.problem)
        middle.addWidget(self._middle, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(_MARGIN_PX, 4, _MARGIN_PX, 4)
        line.setSpacing(_MARGIN_PX)
        line.addWidget(self.buttons)
        line.addLayout(middle, 3)
        line.addWidget(self.doubt, 1)
        self.setTabOrder(self.buttons.save, self.table)
        self.setTabOrder(self.table, self.doubt.choices)

    def _connect(self) -> None:
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)
        self.buttons.paste.clicked.connect(self.paste)
        self.buttons.open.clicked.connect(self._open)
        self.buttons.only_listed.clicked.connect(self._confine)
        self.buttons.hide_ignored.toggled.connect(self._hide_ignored)
        self.buttons.next_doubtful.clicked.connect(self._go_to_doubtful)
        self.buttons.copy.clicked.connect(self.copy)
        self.buttons.save.clicked.connect(self._save)
        self.buttons.clear.clicked.connect(self.clear)
        self.table.copy_asked.connect(self.copy)
        self.table.answer_asked.connect(self.doubt.setFocus)
        self.table.row_chosen.connect(self._choose_row)
        self.doubt.chosen.connect(self._choose_part)
        self.reader.progressed.connect(self._show_progress)
        self.reader.done.connect(self._take_list)
        self.reader.refused.connect(self._refuse)
        self._controller.follow(("filter",), self._show_confined)

    def _colour(self) -> None:
        self.list_model.set_palette(drawing_colours(self.palette()))

    def _refuse(self, error: A4sError) -> None:
        self.problem.show_error(error)
        self._show_summary()

    def _show_progress(self, read: int, of: int) -> None:
        self.summary.setText(f"Reading: {read:,} of {of:,} lines")
        self.buttons.clear.setEnabled(True)

    def _take_list(self, found: PartList) -> None:
        """Show a list that has been read."""
        self.list_model.show_list(found)
        self._show_meanings(ResolvedList.of(found))
        self.setFocusProxy(self.table if found.lines else self.buttons.paste)
        self.table.scrollToTop()

    def _show_meanings(self, answered: ResolvedList) -> None:
        """Show what is meant by now; a table of pairs that is confined to the list follows."""
        confined, found = self._is_confined(), answered.now
        self._list = answered
        self.list_model.show_meanings(found)
        self._middle.setCurrentWidget(self.table if found.lines else self.empty)
        self._show_summary()
        self._show_doubt()
        if confined:
            self._controller.apply(reducers.set_pair_ids, found.pair_ids)
        self._show_confined()

    def _show_summary(self) -> None:
        found = self._list.now
        pairs = f"; pairs meant: {len(found.pair_ids)}" if found.lines else ""
        self.summary.setText(f"{found.summary}{pairs}" if found.lines else "No list yet")
        self.summary.setToolTip(self.summary.text())
        self.buttons.show_list(found)

    def _is_confined(self) -> bool:
        listed = self._controller.state.filter.pair_ids
        return bool(listed) and listed == self._list.now.pair_ids

    def _show_confined(self) -> None:
        self.buttons.only_listed.setChecked(self._is_confined())

    def _confine(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        pairs = self._list.now.pair_ids
        self._controller.apply(reducers.set_pair_ids, pairs if on else ())
        shown = len(self._controller.result.rows)
        kept = "is kept to the list" if on else "is no longer kept to the list"
        self._controller.message.emit(f"The table of pairs {kept}: {pluralize(shown, 'row')}")
        self._show_confined()

    def _hide_ignored(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        line = self._line()
        self.list_model.hide_ignored(on=on)
        self._go_to(self.list_model.row_of(line.number if line else None))
        self._show_doubt()

    def _go_to_doubtful(self) -> None:
        row = self.list_model.next_doubtful(self.table.currentIndex().row())
        self._go_to(row)
        if row >= 0:
            (self.doubt if self.doubt.choices.count() else self.table).setFocus()

    def _go_to(self, row: int) -> None:
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.list_model.index(row, 0))

    def _line(self) -> ListLine | None:
        """Return the line of the row that the user is on."""
        return self.list_model.line_at(self.table.currentIndex().row())

    def _choose_row(self) -> None:
        """Choose the pair that the user's line means, and offer what it may mean."""
        self._show_doubt()
        line = self._line()
        if line is not None and line.pairs:
            self._controller.apply(reducers.choose_pair, line.pairs[0])

    def _show_doubt(self) -> None:
        """Offer what the user's line may mean, where that was doubtful as it was read."""
        doubt = self._list.doubt(self._line())
        self.doubt.show_line(doubt, self._list.answers.get(doubt.number) if doubt else None)

    def _choose_part(self, part: str) -> None:
        line = self._line()
        if line is None:
            return
        self._show_meanings(self._list.answered(self._controller.catalog, line, part))
        self.table.setFocus()
        self._choose_row()

    def _open(self) -> None:
        ask_to_open(
            self, "Open a part list", export_folder(self._settings), _OPENED, self.read_file
        )

    def _save(self) -> None:
        self._saver.ask(self, "Save the part list", _SAVED_NAME, _SAVED, self.save_to)
