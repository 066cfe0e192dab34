"""What an action is: one record, and the menu it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Menu(StrEnum):
    """Where an action stands; a ``/`` leads into a submenu."""

    FILE = "&File"
    PAIRS = "&Pairs"
    VIEW = "&View"
    THEME = "&View/&Theme"
    DRAWING = "&Drawing"
    LAYERS = "&Drawing/&Layers"
    NUMBERING = "&Drawing/&Numbering"
    HELP = "&Help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    ``section`` parts a menu: a separator stands where it changes. Actions of one ``group`` exclude
    each other. ``icon`` names a file of ``resources/icons`` without its suffix.
    """

    id: str
    menu: Menu
    text: str
    tip: str
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False
    group: str = ""
    section: str = ""

    @property
    def plain_text(self) -> str:
        """The text without mnemonic and dots, for lists."""
        return self.text.replace("&", "").removesuffix("…")
