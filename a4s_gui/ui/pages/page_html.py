"""Pieces of which the pages of rich text are made: headings, links, small print, in the colours."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QPalette

from a4s_gui.catalog.data.notes import Note
from a4s_gui.catalog.figure import cited
from a4s_gui.catalog.model import Source
from a4s_gui.frozen import frozen
from a4s_gui.ui.widgets.labels import never_rich

COPY = "copy:"
"""How the address of a link begins that copies a part of a page; the part's id follows."""
SOURCE = "source:"
"""How the address of a link begins that folds and unfolds the sources of a part of a page."""
TABLE = '<table width="100%" cellspacing="0" cellpadding="1">'


@frozen
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


def heading(place: str, title: str, colours: Colours) -> str:
    """Return a heading across the page, with the name of its place and a link that copies it."""
    copy = link(f"{COPY}{place}", "copy", colours, "Copy this part with its sources")
    return (
        '<table width="100%" cellspacing="0" cellpadding="1" style="margin-top:10px">'
        f'<tr><td bgcolor="{colours.band}"><a name="{place}"></a><b>{escape(title)}</b></td>'
        f'<td bgcolor="{colours.band}" align="right"><small>{copy}</small></td></tr></table>'
    )


def link(address: str, text: str, colours: Colours, about: str = "") -> str:
    """Return a link, and in its tool tip what it does where that is given."""
    title = f' title="{escape(never_rich(about))}"' if about else ""
    style = f"color:{colours.link}; text-decoration:none"
    return f'<a href="{escape(address)}"{title} style="{style}">{escape(text)}</a>'


def small_print(html: str, colours: Colours) -> str:
    """Return a paragraph in small dim letters, close to what stands above it."""
    style = f"margin-top:1px; margin-bottom:0; color:{colours.dim}"
    return f'<p style="{style}"><small>{html}</small></p>'


def rule_text(note: Note, colours: Colours) -> str:
    """Return the text of a rule after its number; its source is the tool tip."""
    number = f'<span style="color:{colours.dim}">{escape(note.rule)}</span> ' if note.rule else ""
    return f'{number}<span title="{tip([note.source])}">{escape(note.text)}</span>'


def tip(sources: Iterable[Source], said: str = "") -> str:
    """Return a tool tip, escaped: what is said of a figure, then a line for each source."""
    return escape(never_rich("\n".join([*([said] if said else []), *cited(sources)])))
