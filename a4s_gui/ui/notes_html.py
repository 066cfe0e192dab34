"""Design notes as a page: rules with figures, what is worked out, links to copy and to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtGui import QPalette

from a4s_gui.drawing.scene import Layer
from a4s_gui.export.design_notes import ShownGroup, ShownNote
from a4s_gui.geometry.board_checks import BoardCheck

COPY, SHOW, HIDE = "copy:", "show:", "hide:"
"""How the addresses of links begin; a group's id or a layer's name follows."""

LAYER_WORDS = {
    Layer.COPPER: ("pads", "the filled pads"),
    Layer.STIFFENER: ("stiffener", "the dashed frame around the pads"),
    Layer.PASTE: ("stencil openings", "the lighter areas within the pads"),
    Layer.MASK: ("mask openings", "the frames around the pads"),
    Layer.COURTYARD: ("courtyard", "the frame around body and pads"),
    Layer.NUMBERS: ("pin numbers", "the numbers beside the pads and the mark at pin 1"),
}
"""What a layer shows, in a word for the link, and what of it is seen."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a page, by their names ``#rrggbb``."""

    dim: str
    band: str
    link: str
    box: str

    @classmethod
    def of(cls, palette: QPalette) -> Colours:
        """Return the colours of the theme that holds."""
        roles = QPalette.ColorRole
        wanted = (roles.PlaceholderText, roles.Midlight, roles.Link, roles.AlternateBase)
        return cls(*(palette.color(role).name() for role in wanted))


def notes_html(
    groups: Iterable[ShownGroup], shown: frozenset[Layer], colours: Colours, about: str
) -> str:
    """Return the page.

    Parameters
    ----------
    groups
        The rules; the name of each group's place is its id.
    shown
        The layers that are drawn now.
    colours
        Those of the theme.
    about
        The pair and the land pattern that all is worked out for, in words.
    """
    head = f'<p style="margin:0; color:{colours.dim}"><small>{escape(about)}</small></p>'
    return head + "".join(_group(group, shown, colours) for group in groups)


def layer_words(layer: Layer) -> tuple[str, str]:
    """Return what a layer shows, in a word, and what of it is seen."""
    return LAYER_WORDS.get(layer, (layer.value, layer.value))


def _group(group: ShownGroup, shown: frozenset[Layer], colours: Colours) -> str:
    link = _link(f"{COPY}{group.id}", "copy", colours)
    notes = "".join(_note(note, shown, colours) for note in group.notes)
    return (
        f'<table width="100%" cellspacing="0" cellpadding="1" style="margin-top:10px">'
        f'<tr><td bgcolor="{colours.band}"><a name="{group.id}"></a>'
        f"<b>{escape(group.title)}</b></td>"
        f'<td bgcolor="{colours.band}" align="right"><small>{link}</small></td></tr></table>'
        f'<p style="margin-top:1px; margin-bottom:2px; color:{colours.dim}">'
        f"<small>Source: {escape(str(group.source))}</small></p>{notes}"
    )


def _note(shown: ShownNote, layers: frozenset[Layer], colours: Colours) -> str:
    note = shown.note
    rule = f'<span style="color:{colours.dim}">{escape(note.rule)}</span> ' if note.rule else ""
    tip = escape(f"Source: {note.source}")
    text = f'{rule}<span title="{tip}">{escape(note.text)}</span>'
    parts = [f'<p style="margin-top:5px; margin-bottom:0">{text}</p>']
    if shown.figures:
        rows = (_row(f.name, f.values[0], tip, colours) for f in shown.figures)
        parts.append(f"{_TABLE}{''.join(rows)}</table>")
    if shown.check is not None:
        parts.append(_check(shown.check, colours))
    if note.layer:
        parts.append(_layer(Layer(note.layer), layers, colours))
    return "".join(parts)


_WORKED_OUT = "Worked out for this pair and land pattern"
_TABLE = '<table width="100%" cellspacing="0" cellpadding="1">'


def _row(name: str, value: str, tip: str, colours: Colours, share: str = "") -> str:
    """Return a figure's line; ``share`` is the width of the name, as ``70%``, where it is fixed."""
    text = escape(value).replace(" ", "&nbsp;")
    width = f' width="{share}"' if share else ""
    return (
        f'<tr><td{width}><span title="{tip}" style="color:{colours.dim}">{escape(name)}</span></td>'
        f'<td align="right"><span title="{tip}">{text}</span></td></tr>'
    )


def _check(check: BoardCheck, colours: Colours) -> str:
    """Return what was worked out, in a box of its own, each figure over its formula."""
    rows = [_wide(f"<small>{_WORKED_OUT}</small>", colours)]
    rows.append(f'<tr><td colspan="2">{escape(check.verdict)}</td></tr>')
    for figure in check.figures:
        tip = escape(f"{figure.formula}\nSource: {figure.source}")
        # Lines across both columns would else leave the values half of the width.
        rows.append(_row(figure.name, figure.text, tip, colours, "70%"))
        formula = f'<small><span title="{tip}">{escape(figure.formula)}</span></small>'
        rows.append(_wide(formula, colours))
    documents = dict.fromkeys(d for figure in check.figures for d in figure.source.documents)
    if documents:
        rows.append(_wide(f"<small>Source: {escape('; '.join(documents))}</small>", colours))
    # Not a table within a table: Qt makes the inner one too wide for the outer.
    return (
        f'<table width="100%" cellspacing="0" cellpadding="1" bgcolor="{colours.box}" '
        f'style="margin-top:2px">{"".join(rows)}</table>'
    )


def _wide(html: str, colours: Colours) -> str:
    return f'<tr><td colspan="2" style="color:{colours.dim}">{html}</td></tr>'


def _layer(layer: Layer, layers: frozenset[Layer], colours: Colours) -> str:
    word, seen = layer_words(layer)
    if layer in layers:
        hide = _link(f"{HIDE}{layer}", "hide", colours)
        text = f"In the drawing: {escape(seen)} ({hide})"
    else:
        text = _link(f"{SHOW}{layer}", f"Show in the drawing: {word}", colours)
    return f'<p style="margin-top:1px; margin-bottom:0"><small>{text}</small></p>'


def _link(address: str, text: str, colours: Colours) -> str:
    style = f"color:{colours.link}; text-decoration:none"
    return f'<a href="{escape(address)}" style="{style}">{escape(text)}</a>'
