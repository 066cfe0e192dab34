"""Pins of a list that its part does not have, and those that the list does not have."""

from __future__ import annotations

import pytest

from a4s_gui.boards.audit.finding import Level, Rule
from tests.boards.conftest import Checked

CONTACTS = [str(n) for n in range(1, 11)]


@pytest.mark.parametrize(
    ("more", "unknown"),
    [
        ((), ()),
        (("MP",), ()),
        (("MP1", "MP2", "MP3", "MP4"), ()),
        (("11", "12", "13", "14"), ()),
        (("15", "16"), ("15", "16")),
        (("0",), ("0",)),
        (("MP", "24"), ("24",)),
        (("A1", "A2", "A3", "B1", "B2"), ("A1", "A2", "A3", "B1", "B2")),
    ],
)
def test_pins_that_the_part_does_not_have_are_an_error(
    checked: Checked, more: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    lines = ["part,AXE510127", *(f"{pin},N{pin}" for pin in (*CONTACTS, *more))]
    (audit,) = checked("\n".join(lines)).audits

    found = [(one.level, one.rule, one.pads) for one in audit.findings]
    assert found == ([(Level.ERROR, Rule.NUMBER_SCHEME, unknown)] if unknown else [])
    assert audit.has_errors is bool(unknown)


def test_contacts_that_a_list_does_not_have_are_noted(checked: Checked) -> None:
    lines = ["part,AXE510127", "A1,VBAT", *(f"{n},N{n}" for n in CONTACTS if n not in ("1", "10"))]
    (audit,) = checked("\n".join(lines)).audits

    (finding,) = audit.findings
    assert (finding.level, finding.rule, finding.pads) == (
        Level.NOTE,
        Rule.NUMBER_MISSING,
        ("1", "10"),
    )
    assert finding.text == "the list does not have these pins: they are taken for open"
