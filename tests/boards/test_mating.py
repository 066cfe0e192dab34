"""Which contacts meet, whatever side, rotation and numbers; and what would make them match."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from a4s_gui.boards.audit.finding import Rule
from a4s_gui.boards.check import CheckOptions, CheckResult
from a4s_gui.boards.mating import (
    Arrangement,
    Mating,
    NearMatch,
    State,
    TurnedNets,
    board_offset,
    possible_matings,
)
from a4s_gui.boards.nets import NetNames
from a4s_gui.boards.search.connector import Found
from a4s_gui.catalog.model import Half
from a4s_gui.errors import A4sError
from a4s_gui.report.board_words import diagnosis
from tests.boards.conftest import Checked
from tests.boards.synthesis import (
    LOWER,
    NUMBERINGS,
    ROTATIONS,
    SIDES,
    UPPER,
    Placed,
    board_text,
    library_pads,
    nets_for,
)
from tests.every import thinned

PINS, COLUMNS = 24, 12
SITES = [(row, column) for row in (0, 1) for column in range(COLUMNS)]


def number(numbering: tuple[str, str], row: int, column: int) -> str:
    return str(NUMBERINGS[numbering](row, column, COLUMNS))


def one(result: CheckResult) -> Mating:
    (mating,) = result.matings
    return mating


@pytest.mark.hypothesis
@pytest.mark.parametrize("socket_side", SIDES)
@pytest.mark.parametrize("header_side", SIDES)
def test_the_pads_that_meet_are_those_of_the_turned_over_header(
    checked: Checked, socket_side: str, header_side: str
) -> None:
    """The header's rows are swapped, its ends kept; so the map follows from the numberings."""
    chosen = random.Random(1)
    for socket_scheme, header_scheme in thinned(product(NUMBERINGS, NUMBERINGS), 5):
        socket = Placed(
            "J1",
            library_pads(Half.SOCKET, PINS, socket_scheme),
            socket_side,
            rotation=chosen.choice(ROTATIONS),
            nets=nets_for(PINS, "a"),
        )
        header = Placed(
            "J2",
            library_pads(Half.HEADER, PINS, header_scheme),
            header_side,
            rotation=chosen.choice(ROTATIONS),
            nets=nets_for(PINS, "b"),
        )
        mating = one(checked(board_text(socket), board_text(header)))

        expected = {
            number(socket_scheme, row, column): number(header_scheme, 1 - row, column)
            for row, column in SITES
        }
        assert {pad.socket_pad: pad.header_pad for pad in mating.pads} == expected
        assert [pad.socket_pad for pad in mating.pads] == [str(n) for n in range(1, PINS + 1)]
        assert all(pad.socket_net == f"aSIG{pad.socket_pad}" for pad in mating.pads)
        assert all(pad.header_net == f"bSIG{pad.header_pad}" for pad in mating.pads)
        assert mating.count(State.DIFFERENT) == PINS


MOVES = {
    Arrangement.AS_DRAWN: lambda row, column: (row, column),
    Arrangement.ROWS_SWAPPED: lambda row, column: (1 - row, column),
    Arrangement.ENDS_SWAPPED: lambda row, column: (row, COLUMNS - 1 - column),
    Arrangement.TURNED: lambda row, column: (1 - row, COLUMNS - 1 - column),
}


@pytest.mark.parametrize("arrangement", Arrangement)
def test_the_one_rearrangement_is_the_diagnosis(checked: Checked, arrangement: Arrangement) -> None:
    socket = Placed("J1", library_pads(Half.SOCKET, PINS), nets=nets_for(PINS))
    nets = {}
    for row, column in SITES:
        # Here the net is drawn that the socket has where the header's contact ought to be.
        drawn = MOVES[arrangement](1 - row, column)
        nets[number(UPPER, *drawn)] = f"SIG{number(UPPER, row, column)}"
    header = Placed("J1", library_pads(Half.HEADER, PINS), "back", rotation=90, nets=nets)
    result = checked(board_text(socket), board_text(header, version=20260206))
    mating = one(result)

    assert mating.would_match is arrangement
    assert mating.is_best
    assert result.has_errors is (arrangement is not Arrangement.AS_DRAWN)


def test_the_classic_mistake_is_rows_swapped(checked: Checked) -> None:
    """Both halves numbered alike in top view under equal symbols: 1 meets 2."""
    socket = Placed("J1", library_pads(Half.SOCKET, PINS), nets=nets_for(PINS))
    header = Placed("J1", library_pads(Half.HEADER, PINS), nets=nets_for(PINS))
    mating = one(checked(board_text(socket), board_text(header)))

    assert mating.pads[0].header_pad == "2"
    assert mating.would_match is Arrangement.ROWS_SWAPPED
    assert (mating.count(State.SAME), mating.count(State.DIFFERENT)) == (0, PINS)


def test_nets_of_other_names_do_not_hide_that_the_rows_are_swapped(checked: Checked) -> None:
    """Two boards name hardly ever all of their nets alike."""
    nets = nets_for(PINS)
    socket = Placed("J1", library_pads(Half.SOCKET, PINS), nets=nets)
    header = Placed("J1", library_pads(Half.HEADER, PINS), nets={**nets, "3": "SCL_3V3"})
    mating = one(checked(board_text(socket), board_text(header)))

    assert mating.would_match is None
    assert mating.nearly == NearMatch(Arrangement.ROWS_SWAPPED, PINS - 1, 1)
    assert diagnosis(mating) == (
        "no swap of rows or ends, and no turn, makes all nets equal; nearly rows-swapped: with the "
        f"two rows of one half swapped {PINS - 1} would be the same and 1 different"
    )


@pytest.mark.parametrize(("renamed", "swaps_rows"), [(PINS // 2, True), (PINS // 2 + 1, False)])
def test_an_arrangement_nearly_matches_where_it_leaves_half_as_many_different(
    checked: Checked, renamed: int, *, swaps_rows: bool
) -> None:
    nets = nets_for(PINS)
    other = {n: f"other{n}" if int(n) <= renamed else net for n, net in nets.items()}
    socket = Placed("J1", library_pads(Half.SOCKET, PINS), nets=nets)
    header = Placed("J1", library_pads(Half.HEADER, PINS), nets=other)
    assert (one(checked(board_text(socket), board_text(header))).nearly is not None) is swaps_rows


def test_one_net_of_another_name_is_no_near_match(checked: Checked) -> None:
    nets = nets_for(PINS)
    socket = Placed("J1", library_pads(Half.SOCKET, PINS), nets=nets)
    header = Placed("J1", library_pads(Half.HEADER, PINS, LOWER), nets={**nets, "3": "SCL_3V3"})
    mating = one(checked(board_text(socket), board_text(header)))

    assert mating.count(State.DIFFERENT) == 1
    assert mating.nearly is None


def test_with_one_net_there_is_no_diagnosis(checked: Checked) -> None:
    nets = {"1": "GND", "2": "GND"}
    socket = Placed("J1", library_pads(Half.SOCKET, PINS), nets=nets)
    header = Placed("J1", library_pads(Half.HEADER, PINS, LOWER), nets=nets)
    mating = one(checked(board_text(socket), board_text(header)))

    assert mating.would_match is None
    assert (mating.count(State.SAME), mating.count(State.OPEN)) == (2, PINS - 2)


def test_two_nets_are_enough_for_a_diagnosis(checked: Checked) -> None:
    nets = {"1": "GND", "4": "VBAT"}
    socket = Placed("J1", library_pads(Half.SOCKET, PINS), nets=nets)
    header = Placed("J2", library_pads(Half.HEADER, PINS, LOWER), nets=nets)
    mating = one(checked(board_text(socket), board_text(header)))

    assert mating.would_match is Arrangement.AS_DRAWN


def test_what_meets_when_it_is_turned_is_told_once_and_only_where_both_have_a_net(
    checked: Checked,
) -> None:
    # Turned, n meets 25 less n: only nets on both sides are told, each two once.
    socket_nets = {"2": "SDA", "5": "VBAT", "6": "GND", "7": "GND"}
    header_nets = {"24": "SCL", "20": "SDA", "19": "VBAT", "18": "VBAT"}
    socket = Placed("J1", library_pads(Half.SOCKET, PINS), nets=socket_nets)
    header = Placed("J2", library_pads(Half.HEADER, PINS, LOWER), nets=header_nets)
    mating = one(checked(board_text(socket), board_text(header)))

    assert mating.turned == (
        TurnedNets("VBAT", "SDA", hazard=True),
        TurnedNets("GND", "VBAT", hazard=True),
    )


def test_every_socket_is_tried_with_every_header_of_as_many_pins(checked: Checked) -> None:
    nets = {"1": "A", "2": "B"}
    socket = Placed("J1", library_pads(Half.SOCKET, PINS), nets=nets)
    headers = [
        Placed("J2", library_pads(Half.HEADER, 40), x=0.0, nets=nets),
        Placed("J3", library_pads(Half.HEADER, PINS, LOWER), x=40.0, nets=nets),
        Placed("J4", library_pads(Half.HEADER, PINS, LOWER), x=70.0, nets=nets),
    ]
    matings = checked(board_text(socket), board_text(*headers)).matings
    assert {mating.header.reference for mating in matings} == {"J3", "J4"}


def test_a_contact_that_is_missing_meets_nothing_and_keeps_no_pair_from_its_diagnosis(
    checked: Checked,
) -> None:
    nets = {**nets_for(PINS), "5": ""}
    socket_pads, header_pads = (
        library_pads(Half.SOCKET, PINS),
        library_pads(Half.HEADER, PINS, LOWER),
    )
    for pads, missing in ((socket_pads, "3"), (socket_pads, "6"), (header_pads, "7")):
        pads.remove(next(pad for pad in pads if pad.number == missing))
    for number in ("9", "10", "12"):
        index = next(i for i, pad in enumerate(socket_pads) if pad.number == number)
        socket_pads[index] = replace(socket_pads[index], number="")
    socket = Placed("J1", socket_pads, value="AXE524127", nets=nets)
    header = Placed("J2", header_pads, value="AXE624124", nets=nets)
    mating = one(checked(board_text(socket), board_text(header)))

    states = {(pad.socket_pad, pad.header_pad): pad.state for pad in mating.pads}
    assert {met for met, state in states.items() if state is State.OPEN} == {
        (None, "3"), (None, "6"), ("5", "5"), ("7", None), ("", "9"), ("", "10"), ("", "12"),
    }  # fmt: skip
    in_order = [n for n in map(str, range(1, PINS + 1)) if n not in {"3", "6", "9", "10", "12"}]
    numbers = [pad.socket_pad for pad in mating.pads]
    assert numbers[: len(in_order)] == in_order, "unnumbered ones come last"
    assert [pad.header_pad for pad in mating.pads[len(in_order) :]] == ["3", "6", "9", "10", "12"]
    assert mating.would_match is Arrangement.AS_DRAWN


@pytest.mark.hypothesis
@pytest.mark.parametrize(("column", "side"), thinned(product(range(1, COLUMNS - 1), SIDES), 3))
def test_a_column_that_is_missing_shifts_no_other(checked: Checked, column: int, side: str) -> None:
    missing = {str(2 * column + 1), str(2 * column + 2)}
    pads = [pad for pad in library_pads(Half.SOCKET, PINS) if pad.number not in missing]
    nets = nets_for(PINS)
    socket = Placed("J1", pads, side, rotation=37.5, value="AXE524127", nets=nets)
    header = Placed("J2", library_pads(Half.HEADER, PINS, LOWER), value="AXE624124", nets=nets)
    mating = one(checked(board_text(socket), board_text(header)))

    assert {p.header_pad for p in mating.pads if p.state is not State.SAME} == missing
    assert all(p.socket_pad in (None, p.header_pad) for p in mating.pads)


def test_a_list_of_pins_lies_nowhere(checked: Checked) -> None:
    header = Placed("J2", library_pads(Half.HEADER, PINS, LOWER), nets=nets_for(PINS))
    pins = "\n".join(f"{number},{net}" for number, net in nets_for(PINS).items())
    mating = one(checked(f"part,AXE524127\npin,net\n{pins}\n", board_text(header)))

    assert mating.count(State.SAME) == PINS
    assert mating.offset is None
    assert board_offset(mating.socket, mating.header) is None


def test_paths_automatic_names_and_names_of_one_net(checked: Checked) -> None:
    socket = Placed(
        "J1",
        library_pads(Half.SOCKET, PINS),
        nets={"1": "/power/VBAT", "3": "Net-(J1-Pad3)", "5": "SDA"},
    )
    header = Placed(
        "J2",
        library_pads(Half.HEADER, PINS, LOWER),
        nets={"1": "BAT+", "3": "X", "5": "/mcu/SDA"},
    )
    options = CheckOptions(names=NetNames((("VBAT", "BAT+"),)))
    mating = one(checked(board_text(socket), board_text(header), options=options))

    states = {pad.socket_pad: (pad.socket_net, pad.state) for pad in mating.pads}
    assert states["1"] == ("/power/VBAT", State.SAME)
    assert states["3"] == ("Net-(J1-Pad3)", State.OPEN)
    assert states["5"] == ("SDA", State.SAME)
    assert states["7"] == (None, State.OPEN)


def test_turned_by_half_a_turn_p_meets_n_plus_1_minus_p(checked: Checked) -> None:
    nets = nets_for(PINS) | {"1": "VBAT"}
    socket = Placed("J1", library_pads(Half.SOCKET, PINS), nets=nets)
    header = Placed("J2", library_pads(Half.HEADER, PINS, LOWER), nets=nets)
    mating = one(checked(board_text(socket), board_text(header)))

    met = {nets.socket_net: (nets.header_net, nets.hazard) for nets in mating.turned}
    assert met["VBAT"] == ("SIG24", True)
    assert met["SIG24"] == ("VBAT", True)
    assert met["SIG2"] == ("SIG23", False)


def test_one_file_mates_within_itself_and_the_best_are_marked(checked: Checked) -> None:
    sockets = [
        Placed(f"J{i}", library_pads(Half.SOCKET, PINS), nets=nets_for(PINS, f"{i}"))
        for i in (1, 2)
    ]
    headers = [
        Placed(f"P{i}", library_pads(Half.HEADER, PINS, LOWER), nets=nets_for(PINS, f"{i}"))
        for i in (1, 2)
    ]
    result = checked(board_text(*sockets, *headers))

    best = {(m.socket.reference, m.header.reference) for m in result.matings if m.is_best}
    assert len(result.matings) == 4
    assert best == {("J1", "P1"), ("J2", "P2")}

    options = CheckOptions(mates=(("P2", "J1"),))
    chosen = checked(board_text(*sockets, *headers), options=options)
    best = {(m.socket.reference, m.header.reference) for m in chosen.matings if m.is_best}
    assert best == {("J1", "P2"), ("J2", "P1")}
    assert chosen.has_errors

    with pytest.raises(A4sError, match=r"--mate J1=J2: .* choose from J1=P1"):
        checked(board_text(*sockets, *headers), options=replace(options, mates=(("J1", "J2"),)))


def test_two_pairs_between_two_boards_are_a_warning(checked: Checked) -> None:
    one_board = [Placed(f"J{i}", library_pads(Half.SOCKET, PINS), x=40.0 * i) for i in (1, 2)]
    other = [Placed(f"P{i}", library_pads(Half.HEADER, PINS), x=40.0 * i) for i in (1, 2)]
    result = checked(board_text(*one_board), board_text(*other))

    for audit in result.audits:
        assert [f.rule for f in audit.findings].count(Rule.SECOND_PAIR) == 1


def test_pins_that_differ_do_not_mate(checked: Checked) -> None:
    socket = Placed("J1", library_pads(Half.SOCKET, 24))
    header = Placed("J1", library_pads(Half.HEADER, 40))

    assert checked(board_text(socket), board_text(header)).matings == ()


@pytest.mark.hypothesis
@pytest.mark.parametrize(
    ("socket_side", "header_side", "rotation"), thinned(product(SIDES, SIDES, ROTATIONS), 3)
)
def test_the_boards_lie_so_that_what_meets_is_at_one_place(
    checked: Checked, socket_side: str, header_side: str, rotation: float
) -> None:
    socket = Placed(
        "J1", library_pads(Half.SOCKET, PINS), socket_side, 70.0, 30.0, 90.0, nets={"1": "A"}
    )
    header = Placed(
        "J2", library_pads(Half.HEADER, PINS), header_side, 12.0, -7.0, rotation, nets={"1": "A"}
    )
    mating = one(checked(board_text(socket), board_text(header)))
    offset = mating.offset
    assert offset is not None

    # Two fronts, or two backs, face each other only with one board turned over.
    assert offset.is_turned_over is (socket_side == header_side)
    rotated = Placed("", [], rotation=offset.angle_deg, x=0.0, y=0.0)
    sockets = {pad.number: socket.board_place(pad) for pad in socket.pads}
    headers = {pad.number: header.board_place(pad) for pad in header.pads}
    for pad in mating.pads:
        assert pad.socket_pad is not None
        assert pad.header_pad is not None
        place = headers[pad.header_pad]
        y = -place.imag if offset.is_turned_over else place.imag
        turned = rotated.board_place(replace(header.pads[0], x=place.real, y=y))
        laid = turned + complex(*offset.offset_mm)
        # Pads lie over each other across the rows, whose distance is another on either half.
        assert abs(laid - sockets[pad.socket_pad]) < 0.26


def test_what_contacts_of_a_supply_carry_is_noted(checked: Checked) -> None:
    nets = {"1": "VBAT", "3": "VBAT", "2": "SDA", **{str(n): "GND" for n in range(5, 24)}}
    (audit,) = checked(board_text(Placed("J1", library_pads(Half.SOCKET, PINS), nets=nets))).audits
    currents = {f.pads: f.value for f in audit.findings if f.rule is Rule.NET_CURRENT}

    assert currents["1", "3"] == 0.6
    # 19 contacts would carry 5.7 A; of 5 A in all half goes out and half comes back.
    assert sorted(v or 0 for v in currents.values()) == [0.6, 2.5]


def test_thousands_of_sockets_are_not_looked_through_for_each_other(checked: Checked) -> None:
    class Connectors(tuple[Found, ...]):
        __slots__ = ()
        times_read = 0

        def __iter__(self) -> Iterator[Found]:
            Connectors.times_read += 1
            return super().__iter__()

    board = board_text(Placed("J1", library_pads(Half.SOCKET, 10)))
    (audit,) = checked(board).audits

    assert possible_matings(Connectors([audit.connector] * 1000), 1, NetNames()) == ()
    assert Connectors.times_read <= 2
