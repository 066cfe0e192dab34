"""What an action is: one record, and the menu it stands in."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

from a4s_gui.frozen import frozen
from a4s_gui.ui.widgets.menus import plain

C = TypeVar("C")


class Menu(StrEnum):
    """Where an action stands; a ``/`` leads into a submenu."""

    FILE = "&File"
    EDIT = "&Edit"
    PAIRS = "&Pairs"
    VIEW = "&View"
    THEME = "&View/&Theme"
    DRAWING = "&Drawing"
    LAYERS = "&Drawing/&Layers"
    NUMBERING = "&Drawing/&Numbering"
    HELP = "&Help"


@frozen(slots=False, kw_only=True)  # no slots: generic ones cannot be made in Python 3.11
class ActionSpec(Generic[C]):
    """One action of a window that is known by a context.

    ``handler`` does it. ``checked`` and ``enabled`` say of the context whether the action is
    checked, where it can be, and whether it can be used; without, it always can.

    ``named`` says what the text of the action is now, where that changes: what would be undone.

    ``section`` parts a menu: a separator stands where it changes. Actions of one ``group`` exclude
    each other. ``icon`` names a file of ``resources/icons`` without its suffix.
    """

    id: str
    menu: Menu
    text: str
    tip: str
    handler: Callable[[C], object]
    checked: Callable[[C], bool] | None = None
    enabled: Callable[[C], bool] | None = None
    named: Callable[[C], str] | None = None
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    group: str = ""
    section: str = ""

    @property
    def plain_text(self) -> str:
        """The text without mnemonic and dots, for lists."""
        return plain(self.text).removesuffix("…")
