"""Each finding whole: level, words, pads, what is there and what should be, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from a4s_gui.boards.audit.finding import Finding, Level, Rule
from a4s_gui.boards.check import CheckOptions, check
from a4s_gui.boards.reading.kicad import read_kicad
from a4s_gui.boards.reading.tables import read_table
from a4s_gui.catalog.model import Half
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from tests.boards.synthesis import (
    CATALOG,
    UPPER,
    LibraryPad,
    Placed,
    board_text,
    library_pads,
    library_text,
    nets_for,
)

Pads = list[LibraryPad]
ERROR, WARNING, NOTE = Level


def _changed(index: int, **changes: object) -> Callable[[Pads], Pads]:
    def change(pads: Pads) -> Pads:
        pads[index] = replace(pads[index], **changes)  # type: ignore[arg-type]
        return pads

    return change


def _moved(x: float = 0.0, y: float = 0.0, *indices: int) -> Callable[[Pads], Pads]:
    def move(pads: Pads) -> Pads:
        for index in indices:
            pads[index] = replace(pads[index], x=pads[index].x + x, y=pads[index].y + y)
        return pads

    return move


def _swapped(pads: Pads) -> Pads:
    one, other = pads[3], pads[7]
    pads[3], pads[7] = replace(one, number=other.number), replace(other, number=one.number)
    return pads


def _contacts(change: Callable[[LibraryPad], LibraryPad]) -> Callable[[Pads], Pads]:
    return lambda pads: [pad if pad.number == "MP" else change(pad) for pad in pads]


OFF_SCHEME = "the numbers of these pads do not follow the odd-even numbering of the others"
ON_A_BOARD: Mapping[str, tuple[Callable[[Pads], Pads], list[Finding]]] = {
    "nothing": (lambda pads: pads, []),
    "a contact without a number": (
        _changed(0, number=""),
        [Finding(ERROR, Rule.NUMBER_MISSING, "no contact has these numbers", ("1",))],
    ),
    "a pad elsewhere": (
        lambda pads: [*pads, LibraryPad("X", 0.0, 3.0, 0.3, 0.3)],
        [
            Finding(
                WARNING,
                Rule.STRAY_PAD,
                "1 pad more, where neither contact nor terminal is",
                ("X",),
            )
        ],
    ),
    "a contact and a terminal less": (
        lambda pads: pads[1:-1],
        [
            Finding(ERROR, Rule.CONTACT_COUNT, "9 contacts instead of 10", (), 9, 10),
            Finding(ERROR, Rule.TERMINAL_MISSING, "3 soldering terminals instead of 4", (), 3, 4),
            Finding(ERROR, Rule.NUMBER_MISSING, "no contact has these numbers", ("1",)),
        ],
    ),
    "a number twice": (
        _changed(0, number="2"),
        [
            Finding(ERROR, Rule.NUMBER_MISSING, "no contact has these numbers", ("1",)),
            Finding(ERROR, Rule.NUMBER_DOUBLED, "more than one pad has these numbers", ("2",)),
            Finding(ERROR, Rule.NUMBER_SCHEME, OFF_SCHEME, ("2",)),
        ],
    ),
    "two numbers that changed places": (
        _swapped,
        [Finding(ERROR, Rule.NUMBER_SCHEME, OFF_SCHEME, ("8", "4"))],
    ),
    "a contact over its neighbours": (
        _changed(4, width=0.6),
        [
            Finding(ERROR, Rule.PADS_OVERLAP, "the copper of these pads overlaps", ("3", "5", "7")),
            Finding(
                WARNING,
                Rule.CONTACT_WIDTH,
                "0.600 mm along the rows instead of 0.230 mm; an edge is 185.0 um off the "
                "pattern's; left are toe 0.200, heel 0.220, side 0.225 mm",
                ("5",),
                0.6,
                0.23,
            ),
            Finding(
                WARNING,
                Rule.MASK_WEB,
                "nothing of solder mask between contacts with 0.000 mm round each pad (the "
                "file's); many fabricators want 0.10 mm",
                (),
                -0.015,
                0.1,
            ),
        ],
    ),
    "a contact moved": (
        _moved(0.03, 0.0, 0),
        [
            Finding(
                NOTE,
                Rule.CONTACT_POSITION,
                "off its place by +30.0 um along the rows; an edge is 30.0 um off the pattern's; "
                "left are toe 0.200, heel 0.220, side 0.010 mm",
                ("1",),
                -0.77,
                -0.8,
            )
        ],
    ),
    "a contact beside its lead": (
        _moved(0.05, 0.0, 5),
        [
            Finding(
                ERROR,
                Rule.CONTACT_SIDE,
                "the side is -0.010 mm, less than 0.00 mm: the metal is not on its pad",
                ("6",),
                -0.01,
                0.0,
            ),
            Finding(
                NOTE,
                Rule.CONTACT_POSITION,
                "off its place by +50.0 um along the rows; an edge is 50.0 um off the pattern's; "
                "left are toe 0.200, heel 0.220, side -0.010 mm",
                ("6",),
                0.05,
                0.0,
            ),
        ],
    ),
    "two contacts moved outward": (
        lambda pads: _moved(0.0, 0.08, 5)(_moved(0.0, 0.08, 7)(pads)),
        [
            Finding(
                WARNING,
                Rule.CONTACT_POSITION,
                "off its place by +80.0 um across the rows; an edge is 80.0 um off the "
                "pattern's; left are toe 0.280, heel 0.140, side 0.040 mm",
                ("6", "8"),
                0.08,
                0.0,
            )
        ],
    ),
    "two contacts longer": (
        lambda pads: _changed(0, height=0.75)(_changed(1, height=0.75)(pads)),
        [
            Finding(
                NOTE,
                Rule.CONTACT_LENGTH,
                "0.750 mm across the rows instead of 0.650 mm; an edge is 50.0 um off the "
                "pattern's; left are toe 0.250, heel 0.270, side 0.040 mm",
                ("1", "2"),
                0.75,
                0.65,
            )
        ],
    ),
    "a terminal longer": (
        _changed(-1, height=1.1),
        [
            Finding(
                WARNING,
                Rule.TERMINAL_LENGTH,
                "1.100 mm across the rows instead of 0.900 mm; an edge is 100.0 um off the "
                "pattern's; left are toe 0.300, heel 0.570, side 0.200 mm",
                ("MP",),
                1.1,
                0.9,
            )
        ],
    ),
    "a terminal moved": (
        _moved(0.0, 0.12, -1),
        [
            Finding(
                WARNING,
                Rule.TERMINAL_POSITION,
                "off its place by +120.0 um across the rows; an edge is 120.0 um off the "
                "pattern's; left are toe 0.320, heel 0.350, side 0.200 mm",
                ("MP",),
                1.12,
                1.0,
            )
        ],
    ),
    "the rows farther apart": (
        _contacts(lambda pad: replace(pad, y=pad.y + (0.06 if pad.y > 0 else -0.06))),
        [
            Finding(
                WARNING,
                Rule.CONTACT_ROWS,
                "the rows are 2.370 mm apart instead of 2.250 mm; left are toe 0.260, heel 0.160, "
                "side 0.040 mm",
                (),
                2.37,
                2.25,
            )
        ],
    ),
    "a finer pitch": (
        _contacts(lambda pad: replace(pad, x=pad.x * 0.38 / 0.4)),
        [
            Finding(
                NOTE,
                Rule.CONTACT_PITCH,
                "the pitch is 0.3800 mm instead of 0.40 mm: the outermost contacts are 40.0 um off",
                (),
                0.38,
                0.4,
            )
        ],
    ),
}


def found(text: str) -> list[Finding]:
    (audit,) = check([read_kicad(text.encode(), "b")], CATALOG, CheckOptions()).audits
    return list(audit.findings)


@pytest.mark.parametrize("change", list(ON_A_BOARD))
def test_what_is_found_on_a_board(change: str) -> None:
    make, findings = ON_A_BOARD[change]
    assert found(board_text(Placed("J1", make(library_pads(Half.SOCKET, 10))))) == findings


def test_pads_that_are_no_rows_at_all() -> None:
    pads = [LibraryPad(str(i), 2.54 * i, 0.0, 1.0, 1.0) for i in range(8)]
    words = "10 contacts in two rows at 0.40 mm are expected of AXE510127; its 8 pads are not that"
    expected = [Finding(ERROR, Rule.CONTACT_COUNT, words, (), 8, 10)]
    assert found(board_text(Placed("J1", pads, value="AXE510127"))) == expected


WEB = Finding(
    NOTE,
    Rule.MASK_WEB,
    "0.070 mm of solder mask between contacts with 0.050 mm round each pad (the land pattern's "
    "margin, the file sets none); many fabricators want 0.10 mm",
    (),
    0.07,
    0.1,
)
OF_THE_FILE = replace(
    WEB,
    level=WARNING,
    text="0.070 mm of solder mask between contacts with 0.050 mm round each pad (the file's); "
    "many fabricators want 0.10 mm",
)
NO_WEB = replace(
    WEB,
    level=WARNING,
    text="nothing of solder mask between contacts with 0.120 mm round each pad (the file's); "
    "many fabricators want 0.10 mm",
    value=-0.07,
)
CONTACTS = ("1", "3", "5", "7", "9", "2", "4", "6", "8", "10")


@pytest.mark.parametrize(
    ("extra", "findings"),
    [
        ("", [WEB]),
        (" (solder_mask_margin 0.03)", []),  # 0.4 mm less a pad of 0.23 and twice 0.03: 0.11
        (" (solder_mask_margin 0.05)", [OF_THE_FILE]),
        (" (solder_mask_margin 0.12)", [NO_WEB]),
        (
            " (solder_paste_margin_ratio -0.25)",  # half of either side is left
            [
                WEB,
                *(
                    Finding(
                        NOTE,
                        Rule.PASTE_SHARE,
                        f"the stencil opens 25 % of a {role} pad; 70 % are recommended at 120 um",
                        pads,
                        0.25,
                        0.7,
                    )
                    for role, pads in (("contact", CONTACTS), ("terminal", ("MP",) * 4))
                ),
            ],
        ),
    ],
)
def test_what_is_found_in_a_footprint_of_a_library(extra: str, findings: list[Finding]) -> None:
    pads = [replace(pad, extra=extra) for pad in library_pads(Half.SOCKET, 10)]
    assert found(library_text(pads)) == findings


@pytest.mark.parametrize(
    ("x", "y", "level", "words"),
    [
        (0.01, -0.01, None, ""),
        (0.03, -0.02, NOTE, "-0.030, +0.020 mm"),
        (-0.02, -0.06, WARNING, "+0.020, +0.060 mm"),
        (0.05, 0.02, NOTE, "-0.050, -0.020 mm"),
        (0.0504, 0.02, WARNING, "-0.050, -0.020 mm"),
    ],
)
def test_how_far_the_origin_is_off(x: float, y: float, level: Level | None, words: str) -> None:
    pads = [replace(pad, x=pad.x + x, y=pad.y + y) for pad in library_pads(Half.SOCKET, 10)]
    text = (
        f"the footprint's origin, by which machines place the part, is {words} off the "
        "connector's centre"
    )
    origin = [] if level is None else [
        Finding(level, Rule.ORIGIN_OFFSET, text, (), max(abs(x), abs(y)), 0.0)
    ]  # fmt: skip
    assert [one for one in found(library_text(pads)) if one.rule is not Rule.MASK_WEB] == origin


def of(pads: Pads, *rules: Rule) -> list[tuple[Level, Rule, tuple[str, ...], float | None]]:
    """Return what is found by some rules among the pads of a board."""
    findings = found(board_text(Placed("J1", pads)))
    return [(f.level, f.rule, f.pads, f.value) for f in findings if f.rule in rules]


@pytest.mark.parametrize(
    ("moved_mm", "level"),
    [(0.01, None), (0.0104, NOTE), (0.0304, NOTE), (0.0496, NOTE), (0.0504, WARNING)],
)
def test_limits_are_held_to_a_tenth_of_a_micrometre(moved_mm: float, level: Level | None) -> None:
    pads = _moved(0.0, moved_mm, 9)(library_pads(Half.SOCKET))
    findings = of(pads, Rule.CONTACT_POSITION)
    assert [one for one, *_ in findings] == ([] if level is None else [level])


def test_contacts_that_are_off_alike_are_one_finding_and_others_another() -> None:
    pads = _moved(0.03, 0.0, 5, 20)(library_pads(Half.SOCKET))
    pads = _moved(0.02, 0.0, 30)(pads)
    one, two, three = (pads[index].number for index in (5, 20, 30))
    found = {frozenset(names): value for *_, names, value in of(pads, Rule.CONTACT_POSITION)}
    assert found == {frozenset({one, two}): 0.03, frozenset({three}): round(pads[30].x, 6)}


def test_sizes_that_differ_are_findings_of_their_own() -> None:
    pads = _changed(5, width=0.26)(_changed(20, width=0.29)(library_pads(Half.SOCKET)))
    assert {names: value for *_, names, value in of(pads, Rule.CONTACT_WIDTH)} == {
        (pads[5].number,): 0.26,
        (pads[20].number,): 0.29,
    }


def _outward(off_mm: Callable[[int], float], longer_mm: float = 0.0) -> Pads:
    pads = library_pads(Half.SOCKET, 10)
    return [
        pad
        if pad.number == "MP"
        else replace(
            pad,
            y=pad.y + (off_mm(index) if pad.y > 0 else -off_mm(index)),
            height=pad.height + longer_mm,
        )
        for index, pad in enumerate(pads)
    ]


@pytest.mark.parametrize(
    ("off_mm", "longer_mm", "findings"),
    [
        (lambda _: 0.0104, 0.0, [(NOTE, 2.2708)]),
        (lambda _: 0.03, 0.05, [(WARNING, 2.31)]),  # the outer edge is off by 0.03 + 0.025
        (lambda _: 0.03, 0.064, []),  # the outer edge alone: the length
        (lambda _: 0.02, 0.05, []),
        (lambda index: 0.06 if index < 4 else 0.0, 0.0, []),  # not most of them
        (lambda index: 0.05 + 0.02 * index, 0.0, []),  # each another
        (lambda index: 0.06 if index < 6 else 0.06 + 0.02 * index, 0.0, [(WARNING, None)]),
    ],
)
def test_when_the_rows_are_apart_and_when_it_is_the_pads(
    off_mm: Callable[[int], float],
    longer_mm: float,
    findings: list[tuple[Level, float | None]],
) -> None:
    told = of(_outward(off_mm, longer_mm), Rule.CONTACT_ROWS)
    values = [(level, value) for level, _, _, value in told]
    assert [one for one, _ in values] == [level for level, _ in findings]
    for (_, value), (_, expected) in zip(values, findings, strict=True):
        assert expected is None or value == expected


def test_a_contact_that_is_off_more_than_its_row_is_told_as_well() -> None:
    pads = _moved(0.0, 0.08, 9)(_outward(lambda _: 0.06))
    assert [rule for _, rule, _, _ in of(pads, Rule.CONTACT_ROWS, Rule.CONTACT_POSITION)] == [
        Rule.CONTACT_ROWS,
        Rule.CONTACT_POSITION,
    ]


@pytest.mark.parametrize(("pitch_mm", "level"), [(0.401, None), (0.4011, NOTE), (0.406, WARNING)])
def test_the_pitch_is_held_at_the_outermost_contacts(pitch_mm: float, level: Level | None) -> None:
    stretched = _contacts(lambda pad: replace(pad, x=pad.x * pitch_mm / 0.4))
    findings = of(stretched(library_pads(Half.SOCKET)), Rule.CONTACT_PITCH)  # 9.5 pitches away
    assert [one for one, *_ in findings] == ([] if level is None else [level])


@pytest.mark.parametrize(
    ("outward_mm", "words"),
    [
        (-0.25, "the toe is -0.050 mm, less than 0.00 mm: the metal is not on its pad"),
        (0.3, "the heel is -0.080 mm, less than -0.05 mm: the metal is not on its pad"),
    ],
)
def test_a_contact_that_its_lead_reaches_over(outward_mm: float, words: str) -> None:
    pads = library_pads(Half.SOCKET, 10)
    _moved(0.0, outward_mm if pads[5].y > 0 else -outward_mm, 5)(pads)
    findings = found(board_text(Placed("J1", pads)))
    assert [(f.level, f.text) for f in findings if "the metal" in f.text] == [(ERROR, words)]


def test_numbers_are_told_in_their_order_and_an_empty_one_is_none() -> None:
    pads = [
        replace(pad, number="" if pad.number in ("2", "10", "MP") else pad.number)
        for pad in library_pads(Half.SOCKET, 10)
    ]
    assert of(pads, Rule.NUMBER_MISSING, Rule.NUMBER_DOUBLED) == [
        (ERROR, Rule.NUMBER_MISSING, ("2", "10"), None)
    ]


def test_numbers_that_follow_no_scheme_at_all() -> None:
    order = [4, 9, 1, 7, 2, 10, 5, 3, 8, 6]
    pads = library_pads(Half.SOCKET, 10)
    pads = [replace(p, number=str(n)) for p, n in zip(pads, order, strict=False)] + pads[10:]
    (finding,) = (
        one for one in found(board_text(Placed("J1", pads))) if one.rule is Rule.NUMBER_SCHEME
    )
    assert finding.text == (
        "the numbers of these pads do not follow a numbering in odd/even rows, as a loop or row "
        "by row"
    )


def test_pins_that_a_list_has_twice_and_those_of_no_part() -> None:
    lines = ["part,AXE510127", *(f"{n},N{n}" for n in (1, *range(1, 11), 10, 99))]
    pins = read_table("\n".join(lines), "pins.csv")
    (audit,) = check([pins], CATALOG, CheckOptions()).audits
    assert audit.findings == (
        Finding(ERROR, Rule.NUMBER_DOUBLED, "the list has these pins twice", ("1", "10")),
        Finding(
            ERROR,
            Rule.NUMBER_SCHEME,
            "the list has pins that a part of 10 contacts does not have",
            ("99",),
        ),
    )
    assert (audit.fit, audit.nearest, audit.also_fits, audit.pads) == (None, "", (), ())


def overlapping(pads: Pads) -> list[tuple[str, ...]]:
    findings = found(board_text(Placed("J1", pads)))
    return [finding.pads for finding in findings if finding.rule is Rule.PADS_OVERLAP]


def test_which_pads_may_overlap() -> None:
    pads = library_pads(Half.SOCKET, 10)
    last, terminal = pads[9], pads[-1]
    assert terminal.number == "MP"
    touching = replace(pads[2], width=2 * (0.4 - 0.23 / 2))  # as wide as up to its neighbours
    over = replace(terminal, x=terminal.x + 0.1, width=0.1)

    assert overlapping([*pads, over]) == [], "one terminal may be of several pads"
    assert overlapping([*pads, replace(over, number="MP2")]) == [("MP", "MP2")]
    assert overlapping([*pads, LibraryPad("X", last.x + 0.05, last.y, 0.2, 0.2)]) == [("10", "X")]
    assert overlapping([*pads, replace(last, x=last.x + 0.05)]) == [("10",)]
    assert overlapping([*pads[:2], touching, *pads[3:]]) == []
    wide = replace(terminal, x=last.x, y=last.y, height=0.9)
    assert {"10", "MP"} <= set(overlapping([*pads[:-1], wide])[0])


def with_mask(margins: Mapping[str, float]) -> Pads:
    return [
        replace(pad, extra=f" (solder_mask_margin {margins.get(pad.number, 0.03)})")
        for pad in library_pads(Half.SOCKET, 10)
    ]


def test_a_web_is_measured_between_neighbours_behind_a_gap_as_well() -> None:
    behind = [pad for pad in with_mask({"7": 0.12}) if pad.number != "3"]
    first = with_mask({"1": 0.12})
    for pads, margin in ((behind, "0.030"), (first, "0.120")):
        (web,) = (one for one in found(library_text(pads)) if one.rule is Rule.MASK_WEB)
        assert (web.value, f"with {margin} mm round" in web.text) == (0.02, True)


@pytest.mark.parametrize(
    ("margin", "words"), [(0.0349, None), (0.035, None), (0.0355, "0.099 mm"), (0.085, "nothing")]
)
def test_from_where_a_web_is_too_small(margin: float, words: str | None) -> None:
    pads = with_mask(dict.fromkeys(["MP", *map(str, range(1, 11))], margin))
    webs = [one.text.partition(" of solder")[0] for one in found(library_text(pads))]
    assert webs == ([] if words is None else [words])


@pytest.mark.parametrize(
    ("ratio", "share", "words"),
    [(-0.08, None, ""), (-0.1, 0.64, "64 %"), (-0.5, 0.0, "0 %")],
)
def test_from_where_a_share_of_paste_is_told(ratio: float, share: float | None, words: str) -> None:
    pads = library_pads(Half.SOCKET, 10)
    pads[0] = replace(pads[0], extra=f" (solder_paste_margin_ratio {ratio})")
    told = [one for one in found(library_text(pads)) if one.rule is Rule.PASTE_SHARE]
    assert [(one.pads, one.value) for one in told] == ([] if share is None else [(("1",), share)])
    assert all(f"opens {words} of a contact pad" in one.text for one in told)


def test_numbers_follow_the_rows_that_are_there() -> None:
    pads = library_pads(Half.SOCKET, 34, ("loop", "upper-left"))
    findings = found(board_text(Placed("J1", pads, value="AXE540127")))
    assert [(one.rule, one.pads) for one in findings] == [
        (Rule.CONTACT_COUNT, ()),
        (Rule.NUMBER_MISSING, tuple(map(str, range(35, 41)))),
    ]


def test_what_the_contacts_of_a_supply_carry() -> None:
    nets = {**nets_for(10), "1": "VBAT", "3": "VBAT", "2": "GND", "9": "GND", "10": "GND"}
    expected = [
        Finding(
            NOTE,
            Rule.NET_CURRENT,
            f"{net} is on {len(pads)} contacts: {carries} A at most ({len(pads)} x 0.3 A; 5 A in "
            "all, the return counted)",
            pads,
            carries,
        )
        for net, pads, carries in (("VBAT", ("1", "3"), 0.6), ("GND", ("2", "9", "10"), 0.9))
    ]
    pads = library_pads(Half.SOCKET, 10)
    assert found(board_text(Placed("J1", pads, nets=nets))) == expected


def test_a_supply_on_many_contacts_carries_half_of_what_the_pair_may() -> None:
    nets = dict.fromkeys(map(str, range(1, 41)), "GND")
    (finding,) = found(board_text(Placed("J1", library_pads(Half.SOCKET), nets=nets)))
    assert (finding.value, finding.pads[-1]) == (2.5, "40")


@pytest.mark.parametrize(("moved_mm", "is_told"), [(0.0, True), (0.0096, True), (0.0104, False)])
@pytest.mark.parametrize("index", [0, -1])
def test_pads_of_the_former_default_are_told(moved_mm: float, is_told: bool, index: int) -> None:
    pads = library_pads(Half.HEADER, 10, UPPER, shipped_pattern("gpd-pocket"))
    _moved(0.0, moved_mm, index)(pads)
    text = (
        "these pads are those of the pattern gpd-pocket, this program's default before; today's "
        "has shorter terminals"
    )
    told = [one for one in found(library_text(pads)) if one.rule is Rule.OLDER_DEFAULT]
    assert told == ([Finding(NOTE, Rule.OLDER_DEFAULT, text)] if is_told else [])
