"""Design notes as a page: rules with figures, what is worked out, links to copy and to show."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from a4s_gui.drawing.scene import Layer
from a4s_gui.geometry.design_rules.result import DesignRuleResult
from a4s_gui.report.design_notes import ShownGroup, ShownNote
from a4s_gui.ui.pages.page_html import TABLE, Colours, heading, link, rule_text, small_print, tip

SHOW, HIDE = "show:", "hide:"
"""How the addresses of links begin that show and hide a layer; its name follows."""


def notes_html(
    groups: Iterable[ShownGroup], shown: frozenset[Layer], colours: Colours, about: str
) -> str:
    """Return the page.

    The name of each group's place is its id. ``shown`` are the layers that are drawn now, ``about``
    says what pair and land pattern all is worked out for.
    """
    head = f'<p style="margin:0; color:{colours.dim}"><small>{escape(about)}</small></p>'
    return head + "".join(_group(group, shown, colours) for group in groups)


def _group(group: ShownGroup, shown: frozenset[Layer], colours: Colours) -> str:
    source = small_print(f"Source: {escape(str(group.source))}", colours)
    notes = "".join(_note(note, shown, colours) for note in group.notes)
    return f"{heading(group.id, group.title, colours)}{source}{notes}"


def _note(shown: ShownNote, layers: frozenset[Layer], colours: Colours) -> str:
    note = shown.note
    parts = [f'<p style="margin-top:5px; margin-bottom:0">{rule_text(note, colours)}</p>']
    if shown.figures:
        about = tip([note.source])
        rows = (_row(f.name, f.text, about, colours) for f in shown.figures)
        parts.append(f"{TABLE}{''.join(rows)}</table>")
    if shown.check is not None:
        parts.append(_check(shown.check, colours))
    if note.layer:
        parts.append(_layer(Layer(note.layer), layers, colours))
    return "".join(parts)


_WORKED_OUT = "Worked out for this pair and land pattern"


def _row(name: str, value: str, about: str, colours: Colours, share: str = "") -> str:
    """Return a figure's line; ``share`` is the width of the name, as ``70%``, where it is fixed."""
    text = escape(value).replace(" ", "&nbsp;")
    width = f' width="{share}"' if share else ""
    dim = f"color:{colours.dim}"
    return (
        f'<tr><td{width}><span title="{about}" style="{dim}">{escape(name)}</span></td>'
        f'<td align="right"><span title="{about}">{text}</span></td></tr>'
    )


def _check(check: DesignRuleResult, colours: Colours) -> str:
    """Return what was worked out, in a box of its own, each figure over its formula."""
    rows = [_wide(f"<small>{_WORKED_OUT}</small>", colours)]
    rows.append(f'<tr><td colspan="2">{escape(check.verdict)}</td></tr>')
    for figure in check.figures:
        about = tip([figure.source], figure.formula)
        # Lines across both columns would else leave the values half of the width.
        rows.append(_row(figure.name, figure.text, about, colours, "70%"))
        formula = f'<small><span title="{about}">{escape(figure.formula)}</span></small>'
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
    if layer in layers:
        hide = link(f"{HIDE}{layer}", "hide", colours)
        text = f"In the drawing: {escape(layer.words.seen)} ({hide})"
    else:
        text = link(f"{SHOW}{layer}", f"Show in the drawing: {layer.words.items}", colours)
    return f'<p style="margin-top:1px; margin-bottom:0"><small>{text}</small></p>'
