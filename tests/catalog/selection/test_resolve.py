"""From part numbers as people write them to pairs: which pair, which note, which refusal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair, Product
from a4s_gui.catalog.part_numbers import nearest
from a4s_gui.catalog.part_numbers.nearest import nearest_part_numbers
from a4s_gui.catalog.part_numbers.part_number import PartNumberError
from a4s_gui.catalog.selection.query import Filter, matches
from a4s_gui.catalog.selection.resolve import NoSuchPairError, find_part, resolve, split_numbers
from a4s_gui.errors import A4sError
from tests.catalog import datasheet
from tests.every import for_each

CATALOG = load_catalog()


def ids(*texts: str, wanted: Filter | None = None) -> list[str]:
    return [resolution.pair.id for resolution in resolve(CATALOG, texts, wanted)]


def refusal(*texts: str, wanted: Filter | None = None) -> str:
    with pytest.raises(A4sError) as caught:
        resolve(CATALOG, texts, wanted)
    message = str(caught.value)
    assert message.isprintable(), "a message is one line"
    return message


EVERY_PAIR = st.sampled_from(CATALOG.pairs)


@given(EVERY_PAIR, st.sampled_from(["{0}/{1}", "{1}/{0}", "{0}+{1}", "{0} {1}", "{0}; {1}"]))
def test_both_halves_in_one_text_mean_their_pair(pair: Pair, form: str) -> None:
    text = form.format(pair.socket.part_number, pair.header.part_number)

    (resolution,) = resolve(CATALOG, [text])

    assert (resolution.pair, resolution.notes, resolution.others) == (pair, (), ())


@given(EVERY_PAIR, st.booleans())
def test_both_halves_in_two_texts_mean_their_pair(pair: Pair, header_first: bool) -> None:
    halves = [connector.part_number for connector in pair.connectors]

    assert ids(*(reversed(halves) if header_first else halves)) == [pair.id]


@given(EVERY_PAIR)
def test_a_header_alone_means_its_pair(pair: Pair) -> None:
    (resolution,) = resolve(CATALOG, [pair.header.part_number.lower()])

    assert (resolution.pair, resolution.notes, resolution.others) == (pair, (), ())


@given(EVERY_PAIR)
def test_a_socket_alone_means_the_lowest_pair_and_says_so_where_it_chose(pair: Pair) -> None:
    number = pair.socket.part_number
    possible = CATALOG.pairs_of(number)

    (resolution,) = resolve(CATALOG, [number])

    assert resolution.pair.mated_height_mm in (0.8, None)
    assert {resolution.pair, *resolution.others} == set(possible)
    assert len(resolution.notes) == len(possible) - 1


def test_the_note_of_a_choice_names_both_heights_and_the_header_meant() -> None:
    (resolution,) = resolve(CATALOG, ["AXE540127"])

    assert resolution.notes == (
        "AXE540127 fits headers of mated heights 0.8 and 1.0 mm; 0.8 mm is meant (AXE640124)",
    )
    assert [pair.id for pair in resolution.others] == ["AXE540127/AXE640224"]


@given(EVERY_PAIR)
def test_the_height_asked_for_decides_without_a_note(pair: Pair) -> None:
    heights = frozenset() if pair.mated_height_mm is None else frozenset({pair.mated_height_mm})
    wanted = Filter(heights_mm=heights)

    (resolution,) = resolve(CATALOG, [pair.socket.part_number], wanted)

    assert (resolution.pair, resolution.notes) == (pair, ())


def test_several_numbers_give_their_pairs_once_and_in_order() -> None:
    assert ids("AXE640224", "axe510127", "AXE5E1026", "AXE610124", "AXE510127") == [
        "AXE540127/AXE640224",
        "AXE510127/AXE610124",
        "AXE5E1026/AXE6E1026",
    ]


def test_one_text_may_hold_several_pairs() -> None:
    assert ids("AXE510127/AXE610224, AXE612124; axe 514 127\nAXE616124") == [
        "AXE510127/AXE610224",
        "AXE512127/AXE612124",
        "AXE514127/AXE614124",
        "AXE516127/AXE616124",
    ]


def test_a_socket_with_both_its_headers_means_both_pairs() -> None:
    assert ids("AXE540127", "AXE640224", "AXE640124") == [
        "AXE540127/AXE640124",
        "AXE540127/AXE640224",
    ]


@given(EVERY_PAIR)
def test_former_sockets_are_found_under_today_s_number(pair: Pair) -> None:
    socket = pair.socket.part_number
    if pair.product is not Product.STANDARD or socket.endswith("D"):
        return
    former = socket[:-1] + "4"

    (resolution,) = resolve(CATALOG, [former, pair.header.part_number])

    assert resolution.pair == pair
    assert resolution.notes == (f"{former} is the number of 2013; the same socket is now {socket}",)
    assert find_part(CATALOG, former).former


def test_a_former_socket_alone_carries_both_notes() -> None:
    (resolution,) = resolve(CATALOG, ["AXE540124"])

    assert [note.split()[0] for note in resolution.notes] == ["AXE540124", "AXE540127"]
    assert "2013" in resolution.notes[0]
    assert "0.8 mm is meant" in resolution.notes[1]


@pytest.mark.parametrize(
    ("text", "reason", "near"),
    [
        (
            "AXE540127/AXE610124",
            "40 pins do not mate with 10",
            "AXE540127/AXE640124, AXE540127/AXE640224, AXE510127/AXE610124",
        ),
        (
            "AXE540127/AXE640124D",
            "8 mm and 4 mm packaging are not paired in the catalog",
            "AXE540127/AXE640124, AXE540127/AXE640224, AXE540127D/AXE640124D",
        ),
        (
            "AXE640124/AXE5E4026",
            "the standard type is not paired with the inspection type",
            "AXE540127/AXE640124, AXE5E4026/AXE6E4026",
        ),
        (
            "AXE510127/AXE512127",
            "a pair is one socket and one header",
            "AXE510127/AXE610124, AXE510127/AXE610224, AXE512127/AXE612124",
        ),
        ("AXE610124/AXE610124", "a pair is one socket and one header", "AXE510127/AXE610124"),
    ],
)
def test_halves_written_as_a_pair_must_be_one(text: str, reason: str, near: str) -> None:
    assert refusal(text) == f"{text}: {reason}; nearest: {near}"


ALL_PINS = ", ".join(map(str, datasheet.ALL_PINS))
PINS_AT_1_0_MM = ", ".join(map(str, datasheet.PINS_AT_1_0_MM))
PINS_IN_4_MM_TAPE = ", ".join(map(str, datasheet.PINS_IN_4_MM_TAPE))


@pytest.mark.parametrize(
    ("text", "reason", "near"),
    [
        (
            "AXE546127",
            f"pins: 46 pins are not made; made are {ALL_PINS}",
            "AXE544127, AXE550127, AXE540127",
        ),
        (
            "AXE5E4626",
            f"pins: 46 pins are not made; made are {ALL_PINS}",
            "AXE5E4426, AXE5E5026, AXE5E4026",
        ),
        (
            "AXE616224",
            f"mated height: 16 pins are not made for 1.0 mm; made are {PINS_AT_1_0_MM}",
            "AXE614224, AXE616124, AXE612224",
        ),
        (
            "AXE640224D",
            "package: for 1.0 mm there is no 4 mm packaging",
            "AXE640224, AXE640124D, AXE640124",
        ),
        (
            "AXE518127D",
            "package: 18 pins are not supplied in 4 mm packaging; supplied are "
            + PINS_IN_4_MM_TAPE,
            "AXE516127D, AXE520127D, AXE518127",
        ),
        (
            "axe-540-137",
            "function: “3” is not possible here; allowed is 2 (without positioning bosses)",
            "AXE540127, AXE536127, AXE544127",
        ),
    ],
)
def test_a_number_that_is_not_made_says_why_and_what_is_near(
    text: str, reason: str, near: str
) -> None:
    assert refusal(text) == f"{text}: {reason}; nearest: {near}"


def test_where_nothing_is_near_nothing_is_named() -> None:
    assert refusal("HELLO") == (
        "HELLO: series: “HEL” is not possible here; "
        "allowed is AXE, with which every A4S number begins"
    )


def only(**wanted: float) -> Filter:
    heights = frozenset({wanted["height"]} if "height" in wanted else ())
    packagings = frozenset({int(wanted["packaging"])} if "packaging" in wanted else ())
    return Filter(heights_mm=heights, packagings_mm=packagings)


@pytest.mark.parametrize(
    ("text", "wanted", "rest"),
    [
        (
            "AXE540127/AXE640124",
            only(height=1.0),
            "1.0 mm mated height; nearest: AXE540127/AXE640224, AXE544127/AXE644224",
        ),
        (
            "AXE5E4026",
            only(height=0.8),
            "0.8 mm mated height; nearest: AXE540127/AXE640124, AXE540127D/AXE640124D",
        ),
        (
            "AXE536127",
            only(packaging=4),
            "4 mm packaging; nearest: AXE534127D/AXE634124D, AXE540127D/AXE640124D",
        ),
        (
            "AXE540127",
            only(height=1.0, packaging=4),
            "1.0 mm mated height and 4 mm packaging; leave a filter out",
        ),
    ],
)
def test_a_filter_that_contradicts_the_number(text: str, wanted: Filter, rest: str) -> None:
    assert refusal(text, wanted=wanted) == f"{text}: no such pair with {rest}"


def verdict(text: str, wanted: Filter) -> list[Pair] | NoSuchPairError | PartNumberError:
    try:
        return [resolution.pair for resolution in resolve(CATALOG, [text], wanted)]
    except (NoSuchPairError, PartNumberError) as error:
        return error


@given(EVERY_PAIR, EVERY_PAIR)
def test_what_is_resolved_or_called_near_under_a_filter_matches_it(named: Pair, like: Pair) -> None:
    wanted = Filter(
        packagings_mm=frozenset({like.packaging_pitch_mm} - {None}),  # type: ignore[arg-type]
        products=frozenset({like.product}),
    )

    said = verdict(named.socket.part_number, wanted)

    assert not isinstance(said, PartNumberError)
    assert isinstance(said, NoSuchPairError) == (not matches(named, wanted))
    found = said.nearest if isinstance(said, NoSuchPairError) else [pair.id for pair in said]
    assert found
    assert all(matches(pair, wanted) for pair in CATALOG.pairs if pair.id in found)


@given(st.text(max_size=40) | st.text("AXE0123456789D/,+ ", max_size=25).map("AXE5".__add__))
def test_any_text_means_pairs_or_is_refused_in_one_clear_line(text: str) -> None:
    said = verdict(text, Filter())

    if isinstance(said, A4sError):
        assert str(said).isprintable()
        assert len(str(said)) < 400
    else:
        assert said


@pytest.mark.parametrize("text", ["", "  ", "/", ",", "\N{ZERO WIDTH SPACE}"])
def test_nothing_is_refused(text: str) -> None:
    assert refusal(text)


@for_each("number", CATALOG.part_numbers)
def test_a_made_number_is_nearest_to_itself(number: str) -> None:
    assert nearest_part_numbers(CATALOG, number)[0] == number


@given(st.sampled_from(CATALOG.part_numbers), st.integers(0, 8), st.sampled_from("OISX#"))
def test_one_wrong_character_is_forgiven(number: str, place: int, wrong: str) -> None:
    typed = number[:place] + wrong + number[place + 1 :]

    # Seven pin counts end in 0: which one AXE5#0127 meant, nobody can tell.
    assert number in nearest_part_numbers(CATALOG, typed, most=8)


@pytest.mark.parametrize("text", ["HELLO", "", "12", 10_000 * "A", "AXE540127" * 3])
def test_nothing_is_near_to_what_is_no_number(text: str) -> None:
    assert nearest_part_numbers(CATALOG, text) == ()


@pytest.mark.parametrize("text", [10_000 * "A", 10_000 * "5", "AXE5" + 9_996 * "40", 10_000 * "/"])
def test_a_very_long_text_is_refused_without_comparing_it(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compared(left: str, right: str) -> int:
        assert len(left) <= 20, "comparing a long text with every number takes seconds"
        return 0

    monkeypatch.setattr(nearest, "_edits", compared)

    assert len(refusal(text)) < 200


def test_numbers_are_split_as_people_join_them() -> None:
    assert [n.strip() for n in split_numbers("AXE1/AXE2 + AXE3, AXE4;AXE5 AXE6")] == [
        "AXE1",
        "AXE2",
        "AXE3",
        "AXE4",
        "AXE5",
        "AXE6",
    ]
    assert split_numbers("axe 540 127") == ["axe 540 127"]
    assert split_numbers("") == [""]
