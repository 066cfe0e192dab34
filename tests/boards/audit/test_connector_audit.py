"""One pad moved, cut, dropped or renumbered is found exactly when it passes a limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.audit.finding import Finding, Level, Rule
from a4s_gui.boards.audit.leads import joint
from a4s_gui.boards.check import CheckOptions, check
from a4s_gui.boards.data import check_data
from a4s_gui.boards.reading.kicad import read_kicad
from a4s_gui.catalog.model import Half
from a4s_gui.geometry.body_figures import metal
from a4s_gui.geometry.footprint import PadRole
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.shapes import Rectangle
from tests.boards.conftest import Checked
from tests.boards.synthesis import (
    CATALOG,
    SIDES,
    UPPER,
    LibraryPad,
    Placed,
    board_text,
    library_pads,
    library_text,
)

SIZES = (Rule.CONTACT_WIDTH, Rule.CONTACT_LENGTH, Rule.CONTACT_POSITION)


def audited(pads: Sequence[LibraryPad], side: str = "front", rotation: float = 0.0) -> Audit:
    text = board_text(Placed("J1", pads, side, 10.0, 20.0, rotation))
    (audit,) = check([read_kicad(text.encode(), "b")], CATALOG, CheckOptions()).audits
    return audit


def of(audit: Audit, *rules: Rule) -> list[Finding]:
    return [finding for finding in audit.findings if finding.rule in rules]


def level_for(um: float) -> Level | None:
    return Level.WARNING if um > 50 else Level.NOTE if um > 10 else None


halves = st.sampled_from(list(Half))
sides = st.sampled_from(SIDES)
rotations = st.sampled_from((0.0, 90.0, 37.5))
PINS = 10
contact = st.integers(0, PINS - 1)


@given(halves, st.tuples(sides, rotations), contact, st.integers(-90, 90), st.booleans())
def test_a_moved_contact_is_found_when_its_edge_passes_a_limit(
    half: Half, place: tuple[str, float], index: int, um: int, along: bool
) -> None:
    pads = library_pads(half, PINS)
    dx, dy = (um / 1000, 0.0) if along else (0.0, um / 1000)
    pad = pads[index]
    pads[index] = replace(pad, x=pad.x + dx, y=pad.y + dy)
    audit = audited(pads, *place)

    found = of(audit, *SIZES)
    expected = level_for(abs(um))
    assert [one.level for one in found] == ([] if expected is None else [expected])
    assert all(one.pads == (pad.number,) for one in found)
    assert all(one.rule is Rule.CONTACT_POSITION for one in found)
    assert audit.fit is not None
    assert audit.fit.contacts_um == pytest.approx(abs(um), abs=0.01)
    assert audit.nearest == "default"


@given(halves, contact, st.integers(-150, 150))
def test_a_cut_contact_is_found_when_its_edge_passes_a_limit(
    half: Half, index: int, um: int
) -> None:
    pads = library_pads(half, PINS)
    pads[index] = replace(pads[index], height=pads[index].height + um / 1000)
    audit = audited(pads)

    found = of(audit, *SIZES)
    expected = level_for(abs(um) / 2)
    assert [one.level for one in found] == ([] if expected is None else [expected])
    if found:
        assert (found[0].rule, found[0].pads) == (Rule.CONTACT_LENGTH, (pads[index].number,))
        assert found[0].value == pytest.approx(0.65 + um / 1000)
        assert found[0].expected == 0.65


@given(halves, st.integers(0, PINS + 3), sides)
def test_a_dropped_pad_is_missing(half: Half, index: int, side: str) -> None:
    pads = library_pads(half, PINS)
    dropped = pads.pop(index)
    audit = audited(pads, side, 37.5)

    if dropped.number == "MP":
        assert [one.value for one in of(audit, Rule.TERMINAL_MISSING)] == [3]
        return
    assert [one.pads for one in of(audit, Rule.NUMBER_MISSING)] == [(dropped.number,)]
    assert [(one.value, one.expected) for one in of(audit, Rule.CONTACT_COUNT)] == [
        (PINS - 1, PINS)
    ]
    assert audit.fit is not None
    assert audit.fit.contacts_um == 0.0


@given(halves, contact, contact)
def test_a_renumbered_pad_is_missing_and_doubled(half: Half, index: int, other: int) -> None:
    pads = library_pads(half, PINS)
    before, after = pads[index].number, pads[other].number
    pads[index] = replace(pads[index], number=after)
    audit = audited(pads)

    wanted = [] if before == after else [(before,)]
    assert [one.pads for one in of(audit, Rule.NUMBER_MISSING)] == wanted
    assert [one.pads for one in of(audit, Rule.NUMBER_DOUBLED)] == [(after,) for _ in wanted]
    assert audit.has_errors is bool(wanted)


def test_two_numbers_that_changed_places_follow_no_scheme() -> None:
    pads = library_pads(Half.SOCKET)
    one, other = pads[3].number, pads[7].number
    pads[3], pads[7] = replace(pads[3], number=other), replace(pads[7], number=one)
    (finding,) = of(audited(pads), Rule.NUMBER_SCHEME, Rule.NUMBER_MISSING, Rule.NUMBER_DOUBLED)

    assert finding.rule is Rule.NUMBER_SCHEME
    assert set(finding.pads) == {one, other}


def test_rows_and_pitch_that_are_off_are_said_once(checked: Checked) -> None:
    pads = library_pads(Half.SOCKET)
    wide = [
        p if p.number == "MP" else replace(p, y=p.y + (0.06 if p.y > 0 else -0.06)) for p in pads
    ]
    (rows,) = of(audited(wide), Rule.CONTACT_ROWS, *SIZES)
    assert (rows.rule, rows.value, rows.expected) == (Rule.CONTACT_ROWS, 2.37, 2.25)

    close = [replace(p, x=p.x if p.number == "MP" else p.x * 0.395 / 0.4) for p in pads]
    found = of(audited(close), Rule.CONTACT_PITCH, *SIZES)
    assert [one.rule for one in found] == [Rule.CONTACT_PITCH]
    assert found[0].value == pytest.approx(0.395)


def test_a_pad_beside_its_lead_is_an_error() -> None:
    pads = library_pads(Half.SOCKET)
    pads[5] = replace(pads[5], x=pads[5].x + 0.05)  # the side is 0.04 mm
    audit = audited(pads)

    (side,) = of(audit, Rule.CONTACT_SIDE)
    assert side.level is Level.ERROR
    assert side.value == pytest.approx(-0.01)
    assert side.pads == (pads[5].number,)


def test_pads_that_overlap_are_an_error() -> None:
    pads = library_pads(Half.SOCKET)
    pads[5] = replace(pads[5], width=0.6)
    (finding,) = of(audited(pads), Rule.PADS_OVERLAP)

    assert finding.level is Level.ERROR
    assert pads[5].number in finding.pads


def test_a_wrong_number_of_contacts_for_the_part(checked: Checked) -> None:
    text = board_text(Placed("J1", library_pads(Half.SOCKET, 34), value="AXE540127"))
    (audit,) = checked(text).audits
    (count,) = of(audit, Rule.CONTACT_COUNT)

    assert (count.value, count.expected) == (34, 40)


@pytest.mark.parametrize(
    ("extra", "level"),
    [("", Level.NOTE), (" (solder_mask_margin 0.05)", Level.WARNING)],
)
def test_the_mask_web_is_a_warning_where_the_file_sets_it(
    checked: Checked, extra: str, level: Level
) -> None:
    pads = [replace(pad, extra=extra) for pad in library_pads(Half.SOCKET)]
    (audit,) = checked(library_text(pads)).audits
    (web,) = of(audit, Rule.MASK_WEB)

    assert (web.level, web.value, web.expected) == (level, 0.07, 0.1)


def test_an_origin_at_pin_1_is_a_warning(checked: Checked) -> None:
    pads = [replace(p, x=p.x + 3.8, y=p.y + 1.125) for p in library_pads(Half.SOCKET)]
    (origin,) = of(checked(library_text(pads)).audits[0], Rule.ORIGIN_OFFSET)

    assert (origin.level, origin.value) == (Level.WARNING, 3.8)


def test_the_pattern_that_is_named_is_held_against(checked: Checked) -> None:
    options = CheckOptions(pattern=shipped_pattern("inkplate-5"))
    (audit,) = checked(library_text(library_pads(Half.SOCKET)), options=options).audits

    assert audit.nearest == "default"
    assert audit.fit is not None
    assert audit.fit.pattern.name == "inkplate-5"
    assert audit.fit.contacts_um == pytest.approx(150)  # the outer edges, 3.20 and 2.90 apart


def test_an_older_default_is_recognised(checked: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
    text = library_text(library_pads(Half.SOCKET, 40, UPPER, shipped_pattern("inkplate-5")))
    assert of(checked(text).audits[0], Rule.OLDER_DEFAULT) == []

    data = replace(check_data(), older_defaults={"socket": "inkplate-5"})
    monkeypatch.setattr("a4s_gui.boards.audit.connector_audit.check_data", lambda: data)
    (finding,) = of(checked(text).audits[0], Rule.OLDER_DEFAULT)
    assert finding.level is Level.NOTE


def test_no_contacts_at_all_under_a_number_is_an_error(checked: Checked) -> None:
    pads = [LibraryPad(str(i), 2.54 * i, 0.0, 1.0, 1.0) for i in range(8)]
    (audit,) = checked(board_text(Placed("J1", pads, value="AXE510127"))).audits

    assert [one.rule for one in audit.findings] == [Rule.CONTACT_COUNT]
    assert audit.connector.side is None


@pytest.mark.parametrize(
    ("half", "role", "expected"),
    [
        (Half.SOCKET, PadRole.CONTACT, (0.20, 0.22, 0.04)),
        (Half.HEADER, PadRole.CONTACT, (0.20, 0.03, 0.04)),
        (Half.SOCKET, PadRole.TERMINAL, (0.20, 0.47, 0.20)),
    ],
)
def test_joints_are_those_worked_out_by_hand(
    half: Half, role: PadRole, expected: tuple[float, float, float]
) -> None:
    pads = library_pads(half)
    pad = pads[0] if role is PadRole.CONTACT else pads[-1]
    pair = next(pair for pair in CATALOG.pairs if pair.pins == 40)
    span = pair.connector(half).dimensions_mm.C / 2
    place = pad.x if role is PadRole.CONTACT else (span if pad.x > 0 else -span)
    found = joint(Rectangle(pad.x, pad.y, pad.width, pad.height), metal(half, role), place)

    assert (found.toe_mm, found.heel_mm, found.side_mm) == pytest.approx(expected)


def test_numbering_in_the_mirror_image_is_no_fault(checked: Checked) -> None:
    for numbering in (UPPER, ("odd-even", "lower-left")):
        (audit,) = checked(library_text(library_pads(Half.HEADER, 40, numbering))).audits
        assert not audit.has_errors


@pytest.mark.parametrize(
    ("half", "value"), [(Half.HEADER, "AXE540127"), (Half.SOCKET, "AXE640224")]
)
@pytest.mark.parametrize("pattern", ["default", "transcribed", "gpd-pocket", "inkplate-5"])
def test_a_number_on_the_pads_of_its_mate_is_an_error(
    checked: Checked, half: Half, value: str, pattern: str
) -> None:
    pads = library_pads(half, pattern=shipped_pattern(pattern))
    (audit,) = checked(board_text(Placed("J1", pads, value=value))).audits

    (finding,) = of(audit, Rule.OTHER_PART)
    assert finding.level is Level.ERROR
    assert finding.text == (
        f"{value} is a 40-pin {half.mate}; the pads are those of a 40-pin {half}"
    )
    (audit,) = checked(board_text(Placed("J1", pads))).audits
    assert not of(audit, Rule.OTHER_PART)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("AXE640124", "AXE640124 is a 40-pin header; the pads are those of a 40-pin socket"),
        ("AXE550124", "AXE550127 is a 50-pin socket; the pads are those of a 40-pin socket"),
        ("AXE540127D", ""),
        ("AXE640124, mate of AXE540127", ""),
        ("Conn_02x20", ""),
    ],
)
def test_what_is_ordered_has_to_be_what_the_footprint_is_of(
    checked: Checked, value: str, text: str
) -> None:
    placed = Placed("J1", library_pads(Half.SOCKET), value=value, name="lib:AXE540127")
    (audit,) = checked(board_text(placed)).audits

    assert [finding.text for finding in of(audit, Rule.OTHER_PART)] == ([text] if text else [])
    assert audit.connector.half is Half.SOCKET


@pytest.mark.parametrize("field_name", ["Mating part", "MATES_WITH", "Counterpart"])
def test_a_field_that_names_the_mate_is_no_contradiction(checked: Checked, field_name: str) -> None:
    placed = Placed("J1", library_pads(Half.SOCKET), value="Conn", name="lib:AXE540127")
    with_field = '(property "{}" "AXE640124" (at 0 0 0)) (property "Value"'

    for name, is_wrong in ((field_name, False), ("MPN", True)):
        text = board_text(placed).replace('(property "Value"', with_field.format(name))
        (audit,) = checked(text).audits
        assert bool(of(audit, Rule.OTHER_PART)) is is_wrong
        assert audit.connector.part == "AXE540127"
