"""One figure: what details, comparison, tables, tips and JSON all take."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.catalog.model import Source
from a4s_gui.catalog.numbers import format_number, with_unit
from a4s_gui.catalog.wording import NOT_STATED
from a4s_gui.frozen import frozen


@frozen
class Part:
    """One number of a figure: the figure itself, or one end of it.

    ``label`` is empty, ``at least``, ``at most`` or ``derived``.
    """

    label: str
    value: float
    unit: str


@frozen
class Figure:
    """One value with its unit, what it holds for and where it comes from.

    ``value`` is a number, or words where it is no number alone (a part number, a range); ``None``
    where it is not stated. ``formula`` is the whole calculation with its numbers, as
    ``1.2 N × 40 contacts = 48 N``, and empty where the source states the figure; for a calculation
    without a result it says why there is none. ``condition`` is what the figure holds for or how
    it is to be read. ``decimals`` are always written, those that are needed where it is ``None``.
    ``parts`` are the numbers behind a value in words, for tables that reckon with them. A figure
    that is ``derived`` could be read off a part but was not: it says so wherever it stands.
    """

    name: str
    value: float | str | None
    unit: str
    sources: tuple[Source, ...]
    formula: str = ""
    condition: str = ""
    decimals: int | None = None
    parts: tuple[Part, ...] = ()
    derived: bool = False

    @property
    def numbers(self) -> tuple[Part, ...]:
        """The numbers of the figure; none where it is words alone, or not stated."""
        if isinstance(self.value, str) or self.value is None:
            return self.parts
        return (Part(self._remark, self.value, self.unit),)

    @property
    def is_stated(self) -> bool:
        """Whether there is a value."""
        return self.value is not None

    @property
    def amount(self) -> float:
        """The value of a figure that is always a number: a ``TypeError`` where it is none."""
        if not isinstance(self.value, int | float):
            raise TypeError(f"{self.name}: {self.text} is not a number")
        return self.value

    @property
    def number(self) -> str:
        """The value without its unit, for tables that name the unit at their head."""
        return f"{self._plain} {self._remark}".strip()

    @property
    def text(self) -> str:
        """The value with its unit."""
        if self.value is None:
            return NOT_STATED
        # "1 reels" is nothing that people write; a unit's symbol never ends in s but for seconds.
        one = self.value == 1 and len(self.unit) > 2
        unit = self.unit.removesuffix("s") if one else self.unit
        return f"{with_unit(self._plain, unit)} {self._remark}".strip()

    @property
    def _plain(self) -> str:
        if self.value is None:
            return NOT_STATED
        if isinstance(self.value, str):
            return self.value
        return format_number(self.value, self.decimals)

    @property
    def _remark(self) -> str:
        return "derived" if self.derived else ""

    @property
    def signed(self) -> str:
        """The text of a difference, with a plus sign in front where it is one."""
        is_more = isinstance(self.value, int | float) and self.value > 0
        return f"+{self.text}" if is_more else self.text

    @property
    def source(self) -> Source:
        """The source that comes first."""
        return self.sources[0]

    @property
    def note(self) -> str:
        """Formula and condition in one line."""
        return "; ".join(text for text in (self.formula, self.condition) if text)

    @property
    def tip(self) -> str:
        """What explains the value: formula and condition, then a line for each source."""
        return "\n".join(filter(None, (self.note, *cited(self.sources))))


@frozen
class FigureGroup:
    """Figures that belong together, under one heading."""

    title: str
    figures: tuple[Figure, ...]


def cited(sources: Iterable[Source]) -> list[str]:
    """Return a line for each source, each once."""
    return [f"Source: {source}" for source in dict.fromkeys(map(str, sources))]
