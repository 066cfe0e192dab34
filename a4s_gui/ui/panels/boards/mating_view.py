"""Two halves on each other: what meets, whether it matches, and what would make it match."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.mating import Mating, MetContacts, State
from a4s_gui.boards.nets import NetNames, plain_name
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.report import board_words as words
from a4s_gui.ui.panels.boards.board_columns import MATING_COLUMNS, short_name
from a4s_gui.ui.panels.boards.board_table import BoardTable
from a4s_gui.ui.widgets.labels import SELECTABLE, set_bold, text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX, caption_of, fill_box, scroll_down, set_tip
from a4s_gui.ui.widgets.line_edits import TypedField
from a4s_gui.ui.widgets.tables.table_model import TableModel

_SUPPLIES_TIP = (
    "Supply and ground nets, with commas between, guessed at first; they decide what is a hazard "
    "the wrong way round"
)

_NETS = (1, 3)
"""The columns that share what room is left."""


class MatingView(QScrollArea):
    """Shows one of the matings that can be, the best one at first."""

    chosen = Signal(object)
    """Another :class:`~a4s_gui.boards.mating.Mating` is to be shown."""
    pads_chosen = Signal(object)
    """The user is on other :class:`~a4s_gui.boards.mating.MetContacts`."""
    supplies_changed = Signal(str)
    """The names of supplies, as they were typed; empty to have them guessed."""

    def __init__(self) -> None:
        super().__init__()
        self._matings: tuple[Mating, ...] = ()
        self.choice = QComboBox()
        self.choice.setAccessibleName("Mating")  # Qt names a box by its choice on some systems
        self.choice.setAccessibleDescription("Mating: which socket stands on which header")
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.diagnosis = text_label(flags=SELECTABLE)
        self.more = text_label(flags=SELECTABLE)
        self.met: TableModel[MetContacts] = TableModel(MATING_COLUMNS, self)
        self.table = BoardTable("Pads that meet", self.met, (8, 11, 8, 11, 10))
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # nets differ at their ends
        heads = self.table.horizontalHeader()
        heads.setStretchLastSection(False)
        for column in _NETS:
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.supplies = TypedField()
        self._build()
        self.choice.activated.connect(self._choose)
        self.table.row_chosen.connect(self._choose_pads)
        self.supplies.editingFinished.connect(self._change_supplies)

    @property
    def mating(self) -> Mating | None:
        """The mating that is shown."""
        place = self.choice.currentIndex()
        return self._matings[place] if 0 <= place < len(self._matings) else None

    def show_matings(self, matings: Sequence[Mating], wanted: Mating | None) -> None:
        """Offer matings, the best first, and show one of them."""
        self._matings = tuple(sorted(matings, key=lambda mating: not mating.is_best))
        self.choice.clear()
        self.choice.addItems([_title(mating) for mating in self._matings])
        self.choice.setEnabled(len(self._matings) > 1)
        self.show_mating(wanted)

    def show_mating(self, mating: Mating | None) -> None:
        """Show one of the matings that are offered, ``None`` for none."""
        at = next((i for i, one in enumerate(self._matings) if one is mating), -1)
        self.choice.setCurrentIndex(at)
        self.met.show_rows(mating.pads if mating else ())
        set_bold(self.diagnosis, on=mating is not None)
        self.diagnosis.setText(_verdict(mating) if mating else _sentence(words.NO_MATING))
        said = (words.turned_words(mating), words.offset_words(mating)) if mating else ()
        self.more.setText("\n".join(_sentence(text) for text in said if text))
        self.more.setVisible(bool(self.more.text()))

    def show_supplies(self, names: Sequence[str]) -> None:
        """Show which nets are taken for supplies, unless the user is at it."""
        if not self.supplies.hasFocus():
            self.supplies.setText(", ".join(names))
            self.supplies.setCursorPosition(0)  # of many the first are seen
            self.supplies.setModified(False)

    def _build(self) -> None:
        set_tip(self.choice, "Which socket stands on which header; the best by equal nets is first")
        set_tip(self.supplies, _SUPPLIES_TIP)
        self.supplies.setPlaceholderText("none; guessed where empty")
        named = (caption_of(self.supplies, "Supplies"), self.supplies)
        row = fill_box(QHBoxLayout(), *named, grow=self.supplies, spacing=MARGIN_PX)
        margins = (MARGIN_PX, 4, MARGIN_PX, 4)
        items = (self.choice, self.diagnosis, self.table, self.more, row)
        inside = QWidget()
        fill_box(QVBoxLayout(inside), *items, grow=self.table, margins=margins)
        scroll_down(self, inside)

    def _choose(self) -> None:
        mating = self.mating
        self.show_mating(mating)
        self.chosen.emit(mating)

    def _choose_pads(self) -> None:
        pads = self.met.row_at(self.table.user_row())
        if pads is not None:
            self.pads_chosen.emit(pads)

    def _change_supplies(self) -> None:
        if self.supplies.isModified():
            self.supplies.setModified(False)
            self.supplies_changed.emit(self.supplies.text())


def _title(mating: Mating) -> str:
    best = "best: " if mating.is_best else ""
    halves = f"{short_name(mating.socket)} with {short_name(mating.header)}"
    return f"{best}{halves}, {words.count_words(mating)}"


def _verdict(mating: Mating) -> str:
    """Return in a sentence whether two halves match, and what would make them."""
    counts = words.count_words(mating)
    said = words.diagnosis(mating)
    if mating.count(State.DIFFERENT):
        return f"These do not match ({counts}). {_sentence(said)}"
    return f"No different nets meet ({counts})." + (f" {_sentence(said)}" if said else "")


def _sentence(text: str) -> str:
    return f"{capitalize_first(text)}."


def supply_names(text: str) -> NetNames:
    """Return how nets are compared where these names, with commas between, are the supplies.

    An empty text has them guessed.
    """
    typed = {name.strip().casefold() for name in text.split(",") if name.strip()}
    return NetNames(supply=lambda name: name.casefold() in typed) if typed else NetNames()


def supplies_of(audits: Iterable[Audit], names: NetNames) -> list[str]:
    """Return the nets of some connectors that are taken for supplies."""
    nets = {net for audit in audits for net in audit.connector.nets_at.values()}
    return sorted({plain_name(net) for net in nets if names.is_supply(net)})
