"""What the check goes by: limits, the order of land patterns, names of supplies and of others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from a4s_gui.catalog.records import Record, read_toml
from a4s_gui.frozen import frozen
from a4s_gui.resources import resource_path


@frozen
class Limits:
    """From where on something is said: pad edges in um, joints and mask webs in mm."""

    note_um: float
    warning_um: float
    least_toe_mm: float
    least_side_mm: float
    least_heel_mm: float
    least_mask_web_mm: float
    paste_share: float


@frozen(slots=False)
class CheckData:
    """The tables of ``resources/boards.toml``.

    ``pattern_order`` ranks land patterns that fit equally; ``older_defaults`` names by the half
    the pattern that was once the default.
    """

    limits: Limits
    pattern_order: tuple[str, ...]
    older_defaults: Mapping[str, str]
    supply: re.Pattern[str]
    other_series: re.Pattern[str]


@cache
def check_data() -> CheckData:
    """Read what the check goes by; a damaged file is a :class:`DataError`."""
    root = read_toml(resource_path("boards.toml"))
    limits, patterns = root.record("limits"), root.record("patterns")
    older = patterns.record("older_defaults")
    return CheckData(
        Limits(**{name: limits.number(name) for name in Limits.__annotations__}),
        tuple(re.split(r",\s*", patterns.text("order"))),
        {half: older.text(half) for half in older},
        _pattern(root.record("supplies")),
        _pattern(root.record("other_series")),
    )


def _pattern(record: Record) -> re.Pattern[str]:
    """Take a regular expression, for texts in any case."""
    try:
        return re.compile(record.text("pattern"), re.IGNORECASE)
    except re.error:
        record.fail("pattern", "a regular expression")
