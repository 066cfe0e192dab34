"""The columns of the table of pairs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from a4s_gui.catalog.model import Half, Pair, Product
from a4s_gui.catalog.numbers import format_number
from a4s_gui.report.pair_words import UNSTATED, height_text, packaging_text
from a4s_gui.ui.widgets.tables.table_model import CENTRE, LEFT, RIGHT, Column

_Key = tuple[float, ...] | str | float


def for_inspection(pair: Pair) -> bool:
    """Return whether a pair is of the inspection type: it stands out, and comes last."""
    return pair.product is Product.INSPECTION


def _column(
    title: str,
    tip: str,
    key: Callable[[Pair], _Key | None],
    text: Callable[[Pair], str] | None = None,
    side: Qt.AlignmentFlag = LEFT,
) -> Column[Pair]:
    """Return a column that sorts by a key, and shows it unless it has a text of its own."""

    def explain(pair: Pair) -> str:
        return f"{tip}: not stated by the datasheet" if key(pair) is None else ""

    return Column(
        title,
        tip,
        text or (lambda pair: str(key(pair))),
        side,
        explain,
        key=key,
        bold=for_inspection,
    )


def _body(half: Half) -> Column[Pair]:
    def size(pair: Pair) -> tuple[float, float]:
        connector = pair.connector(half)
        return connector.body_length_mm, connector.body_width_mm

    def text(pair: Pair) -> str:
        return " × ".join(f"{side_mm:.2f}" for side_mm in size(pair))

    tip = f"Length and width of the {half}'s body in mm"
    return _column(f"{str(half).capitalize()} L × W", tip, size, text, RIGHT)


def _pieces(title: str, tip: str, pieces: Callable[[Pair], int | None]) -> Column[Pair]:
    def text(pair: Pair) -> str:
        count = pieces(pair)
        return UNSTATED if count is None else format_number(count)

    return _column(title, tip, pieces, text, RIGHT)


COLUMNS: tuple[Column[Pair], ...] = (
    _column("Pins", "Contacts in all, in two rows", lambda pair: pair.pins, side=CENTRE),
    _column("Height", "Mated height in mm", lambda pair: pair.mated_height_mm, height_text, CENTRE),
    _column(
        "Packaging",
        "Pocket pitch of the embossed tape in mm",
        lambda pair: pair.packaging_pitch_mm,
        packaging_text,
        CENTRE,
    ),
    _column("Product", "Standard, or for inspection", lambda pair: pair.product.words),
    _column("Socket", "Part number of the socket", lambda pair: pair.socket.part_number),
    _column("Header", "Part number of the header", lambda pair: pair.header.part_number),
    *map(_body, Half),
    _pieces("Per reel", "Pieces per reel", lambda pair: pair.pieces_per_reel),
    _pieces("Per carton", "Pieces per outer carton", lambda pair: pair.pieces_per_outer_carton),
)
