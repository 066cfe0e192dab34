"""The panel of pasted lists: a bill of materials read line by line, to choose from and keep."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from a4s_gui.catalog.delimited import guarded, tab_separated
from a4s_gui.catalog.numbers import pluralize
from a4s_gui.catalog.part_list.line import LineState, ListLine
from a4s_gui.catalog.part_list.part_list import PartList, with_pairs
from a4s_gui.catalog.part_list.resolved_list import ResolvedList
from a4s_gui.catalog.part_list.rows import without_row
from a4s_gui.errors import A4sError
from a4s_gui.session import reducers
from a4s_gui.ui.core.checked_field import ProblemLabel
from a4s_gui.ui.core.clipboard import copy_rows
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.file_dialogs import FileSaver, ask_to_open, export_folder
from a4s_gui.ui.core.file_kinds import PART_LISTS, dropped_files
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.panels.part_list.ambiguity_box import AmbiguityBox
from a4s_gui.ui.panels.part_list.line_menu import line_items
from a4s_gui.ui.panels.part_list.list_reader import ListReader
from a4s_gui.ui.panels.part_list.part_list_buttons import ButtonColumn, PartListButtons
from a4s_gui.ui.panels.part_list.part_list_columns import COLUMNS
from a4s_gui.ui.panels.part_list.part_list_table import PartListTable
from a4s_gui.ui.widgets.elided_label import ElidedLabel
from a4s_gui.ui.widgets.key_focus import KeysInside
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, fill_box, scrolled
from a4s_gui.ui.widgets.menus import Item
from a4s_gui.ui.widgets.tables.row_rest import RowRest
from a4s_gui.ui.widgets.tables.table_model import TableModel, copied_rows

_SAVED, _SAVED_NAME = ("Text with tabs (*.tsv)",), "a4s-part-list.tsv"
_MOST_KNOWN = 8
"""So many lists need not be read again when undo brings them back."""
_HOW = (
    "Paste part numbers or a column of a bill of materials (Ctrl+V), or drop a text, a CSV "
    "file, a spreadsheet or a KiCad netlist here. One part per line; other columns may stay; "
    "AXE5**127 stands for several."
)


class PartListPanel(KeysInside):
    """Shows what each line of a list means, and confines the table of pairs to it."""

    def __init__(self, controller: Controller, settings: Settings) -> None:
        super().__init__()
        self._controller = controller
        self._settings = settings
        self._list = ResolvedList()
        self._known = {"": self._list}
        self.reader = ListReader(controller.catalog, self)
        self.list_model = TableModel(COLUMNS, self)
        self.table = PartListTable(self.list_model)
        self.rest = RowRest(self.table)
        self.ambiguity = AmbiguityBox()
        self.empty = text_label(_HOW, dim=True)
        self.summary = ElidedLabel()
        self.problem = ProblemLabel()
        self._saver = FileSaver(controller, settings, self.problem)
        self.buttons = PartListButtons()
        self._middle = QStackedWidget()
        self._build()
        self._connect()
        self._show_held()

    def sizeHint(self) -> QSize:
        """Return the size of a panel below the drawing."""
        return QSize(self.fontMetrics().averageCharWidth() * 120, 190)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take texts and files, but files that another panel reads."""
        files = dropped_files(event.mimeData())
        if PART_LISTS.takes(files) or (event.mimeData().hasText() and not files):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what is dropped."""
        event.acceptProposedAction()
        self._read(event.mimeData())

    def paste(self) -> None:
        """Read the list on the clipboard."""
        self._read(QGuiApplication.clipboard().mimeData())

    def read_text(self, text: str) -> None:
        """Read a list."""
        self.problem.clear()
        self.reader.read_text(text)

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read the list in a file; of several none is read, which is said."""
        self.problem.clear()
        self.reader.read_files(paths)

    def clear(self) -> None:
        """Forget the list; the table of pairs is no longer confined to it."""
        self.reader.stop()
        self.problem.clear()
        self._hold("", ResolvedList())
        self._show_held()  # where only reading was stopped the state is as it was
        self.buttons.paste.setFocus()

    def copy(self) -> None:
        """Copy the selected lines, all where at most one is, with headings."""
        rows = self.table.rows_to_copy()
        copied = f"{pluralize(len(rows), 'line')} of the part list copied, with headings"
        copy_rows(self._controller, self.list_model.copied_rows(rows), copied)

    def _line_items(self, index: QModelIndex) -> list[Item]:
        line = self.list_model.row_at(index.row())
        if line is None:
            return []
        read = self._list.ambiguity(line)
        correct = self.ambiguity.setFocus if read and read.suggestions else None
        order, remove = partial(self.order, [line]), partial(self.remove, line)
        return line_items(self._controller, line, correct, order, remove)

    def remove(self, line: ListLine) -> None:
        """Take a line out of the list; the numbers of the others stay: an empty line is left."""
        held = self._controller.state.part_list
        left = [one for one in self._list.now.lines if one.number != line.number]
        listed = PartList(tuple(with_pairs(self._controller.catalog, left))).pair_ids
        text = without_row(held.text, line.number)
        corrections = {n: part for n, part in held.corrections.items() if n != line.number}
        confined = listed if self._is_confined() else None
        self._controller.apply(reducers.hold_list, text, corrections, confined)

    def order(self, lines: Sequence[ListLine]) -> None:
        """Take the pieces of each part of some lines to the panel of ordering."""
        pairs = [pair for line in lines if line.quantity for pair in line.pairs]
        pieces = PartList(tuple(lines)).pieces
        self._controller.apply(reducers.order_parts, pieces, pairs)
        self._controller.panel_asked.emit("ordering")

    def _export(self) -> None:
        """Ask for files of the pairs of this list."""
        listed = self._list.now.pair_ids
        ids = [pair.id for pair in self._controller.catalog.pairs if pair.id in listed]
        self._controller.export_asked.emit(ids)

    def _read(self, data: QMimeData) -> None:
        """Read what is pasted or dropped; where it is no list, say why and keep the present one."""
        self.problem.clear()
        self.reader.take(data)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._middle.addWidget(scrolled(self.empty))
        self._middle.addWidget(self.table)
        items = (self.summary, self.problem, self._middle, self.rest)
        middle = fill_box(QVBoxLayout(), *items, grow=self._middle, spacing=2)
        margins = (MARGIN_PX, 4, MARGIN_PX, 4)
        # On a low screen the buttons scroll by themselves: the list keeps its own lines in sight.
        beside = ButtonColumn(self.buttons)
        line = fill_box(QHBoxLayout(self), beside, margins=margins, spacing=4)
        line.addLayout(middle, 3)
        line.addWidget(self.ambiguity, 1)
        self.setTabOrder(self.buttons.save, self.table)
        self.setTabOrder(self.table, self.ambiguity.choices)

    def _connect(self) -> None:
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)
        self.buttons.paste.clicked.connect(self.paste)
        self.buttons.open.clicked.connect(self._open)
        self.buttons.only_listed.toggled.connect(self._confine)
        self.buttons.hide_ignored.toggled.connect(self._hide_ignored)
        self.buttons.next_doubtful.clicked.connect(self._go_to_doubtful)
        self.buttons.order.clicked.connect(lambda: self.order(self._list.now.lines))
        self.buttons.export.clicked.connect(self._export)
        self.buttons.copy.clicked.connect(self.copy)
        self.buttons.save.clicked.connect(self._save)
        self.buttons.clear.clicked.connect(self.clear)
        self.table.copy_asked.connect(self.copy)
        self.table.offer_rows(self._line_items)
        self.table.return_pressed.connect(self.ambiguity.setFocus)
        self.table.row_chosen.connect(self._choose_row)
        self.ambiguity.chosen.connect(self._choose_part)
        self.reader.progressed.connect(self._show_progress)
        self.reader.done.connect(self._take_list)
        self.reader.refused.connect(self._refuse)
        self._controller.follow(("part_list",), self._show_held)
        self._controller.follow(("filter",), self._show_confined)

    def _refuse(self, error: A4sError) -> None:
        self.problem.show_error(error)
        self._show_summary()

    def _show_progress(self, read: int, of: int) -> None:
        self.summary.show_text(f"Reading: {read:,} of {of:,} lines")
        self.buttons.clear.setEnabled(True)

    def _take_list(self, found: PartList) -> None:
        """Hold a list that has been read; one that is held already was only to be shown again."""
        text = self.reader.text
        self._known[text] = ResolvedList.of(found)
        if self._controller.state.part_list.text == text:
            self._show_held()
        else:
            self._hold(text, self._known[text])
        self.table.scrollToTop()

    def _hold(self, text: str, resolved: ResolvedList) -> None:
        """Hold a list; a table of pairs that is confined to the one before follows."""
        listed = resolved.now.pair_ids if self._is_confined() else None
        self._known[text] = resolved
        if len(self._known) > _MOST_KNOWN:
            del self._known[next(filter(None, self._known))]
        self._controller.apply(reducers.hold_list, text, resolved.corrections, listed)

    def _show_held(self) -> None:
        """Show the list that is held; one of the last session has to be read first."""
        held = self._controller.state.part_list
        self.reader.stop()
        known = self._known.get(held.text)
        if known is None:
            self.reader.read_text(held.text)
        elif known.corrections == held.corrections:
            self._show_list(known)
        else:
            self._show_list(known.with_corrections(self._controller.catalog, held.corrections))

    def _show_list(self, resolved: ResolvedList) -> None:
        """Show what a list means by now."""
        is_new = resolved.read is not self._list.read
        self._list = resolved
        show = self.list_model.show_rows if is_new else self.list_model.update_rows
        show(self._shown_lines())
        self._middle.setCurrentIndex(1 if resolved.now.lines else 0)
        self._show_summary()
        self._show_ambiguity()
        self._show_confined()
        self.give_keys_to(self.table if resolved.now.lines else self.buttons.paste)

    def _shown_lines(self) -> tuple[ListLine, ...]:
        """Return the lines, without the ignored ones where they are left out."""
        lines = self._list.now.lines
        if not self.buttons.hide_ignored.isChecked():
            return lines
        return tuple(line for line in lines if line.state is not LineState.IGNORED)

    def _show_summary(self) -> None:
        found = self._list.now
        pairs = f"; pairs meant: {len(found.pair_ids)}" if found.lines else ""
        self.summary.show_text(f"{found.summary}{pairs}" if found.lines else "No list yet")
        self.buttons.show_list(found)

    def _is_confined(self) -> bool:
        listed = self._controller.state.filter.pair_ids
        return bool(listed) and listed == self._list.now.pair_ids

    def _show_confined(self) -> None:
        self.buttons.only_listed.setChecked(self._is_confined())

    def _confine(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal passes it so
        if on == self._is_confined():  # it only shows what holds
            return
        pairs = self._list.now.pair_ids
        self._controller.apply(reducers.set_pair_ids, pairs if on else ())
        shown = len(self._controller.result.rows)
        kept = "is kept to the list" if on else "is no longer kept to the list"
        self._controller.message.emit(f"The table of pairs {kept}: {pluralize(shown, 'row')}")
        self._show_confined()

    def _hide_ignored(self) -> None:
        line = self._line()
        self.list_model.show_rows(self._shown_lines())
        if line is not None:
            self._go_to(self.list_model.place_of(lambda other: other.number == line.number))
        self._show_ambiguity()

    def _go_to_doubtful(self) -> None:
        """Go to the next doubtful line beneath the user's, from the top again."""
        rows, after = self.list_model.rows, self.table.currentIndex().row() + 1
        places = (*range(after, len(rows)), *range(after))
        row = next((row for row in places if rows[row].state is LineState.DOUBTFUL), -1)
        self._go_to(row)
        if row >= 0:
            (self.ambiguity if self.ambiguity.choices.count() else self.table).setFocus()

    def _go_to(self, row: int) -> None:
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.list_model.index(row, 0))

    def _line(self) -> ListLine | None:
        """Return the line of the row that the user is on."""
        return self.list_model.row_at(self.table.user_row())

    def _choose_row(self) -> None:
        """Choose the pair that the user's line means, and offer what it may mean."""
        self._show_ambiguity()
        line = self._line()
        if line is not None and line.pairs:
            self._controller.apply(reducers.choose_pair, line.pairs[0])

    def _show_ambiguity(self) -> None:
        """Offer what the user's line may mean, where that was doubtful as it was read."""
        read = self._list.ambiguity(self._line())
        self.ambiguity.show_line(read, self._list.corrections.get(read.number) if read else None)

    def _choose_part(self, part: str) -> None:
        line = self._line()
        if line is None:
            return
        corrected = self._list.corrected(self._controller.catalog, line, part)
        self._hold(self._controller.state.part_list.text, corrected)
        self.table.setFocus()
        self._choose_row()

    def _open(self) -> None:
        folder, read = export_folder(self._settings), self.read_files
        ask_to_open(self, "Open a part list", folder, PART_LISTS.filters, lambda path: read([path]))

    def _save(self) -> None:
        def text(_path: Path) -> bytes:
            return tab_separated(map(guarded, copied_rows(COLUMNS, self._list.now.lines))).encode()

        self._saver.ask(self, "Save the part list", _SAVED_NAME, _SAVED, text)
