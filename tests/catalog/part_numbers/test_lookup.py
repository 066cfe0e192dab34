"""From a written number to one that is made, or to why none is: each refusal in full."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.part_numbers.lookup import find_part
from a4s_gui.catalog.part_numbers.part_number import AmbiguousNumberError, PartNumberError
from tests.catalog.pairs import CATALOG


def refused(text: str) -> PartNumberError:
    with pytest.raises(PartNumberError) as caught:
        find_part(CATALOG, text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "is_what"),
    [
        ("AXT540124", "AXT is Panasonic's F4S, also 0.4 mm pitch"),
        ("axt 624-124", "AXT is Panasonic's F4S, also 0.4 mm pitch"),
        ("AXK5S60047YG", "AXK is Panasonic's prefix of other narrow-pitch series"),
    ],
)
def test_a_number_of_another_series_is_called_so(text: str, is_what: str) -> None:
    error = refused(text)

    assert str(error) == f"{text}: series: {is_what}; it is not A4S and does not mate with it"
    assert (error.text, error.field, error.nearest) == (text, "series", ())


def test_an_ending_that_was_seen_elsewhere_is_told_from_a_slip() -> None:
    error = refused("AXE544127A")

    assert str(error).startswith("AXE544127A: package: the ending A was seen (AXE544127A and ")
    assert str(error).endswith(
        "), not in this catalog; the datasheet's ordering key does not have it; nearest: AXE544127"
    )
    assert (error.text, error.field) == ("AXE544127A", "package")
    assert refused("AXE540124A").nearest == ("AXE540127",)  # of 2013, and as it is called today
    # Without the ending it is no number that is made either: what is wrong comes before it.
    assert refused("AXE538127A").field == "package"
    assert "was seen" not in str(refused("AXE538127A"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("AXE540127 D", ("AXE540127", "AXE540127D")),
        ("640124-d", ("AXE640124", "AXE640124D")),
        ("AXE640224 D", ("AXE640224",)),
        ("AXE53412 4", ("AXE534127",)),
        ("AXE53412_4", ("AXE534127",)),
        ("AXE5401 27", ("AXE540127",)),
    ],
)
def test_what_a_loose_piece_may_belong_to_is_asked_back(text: str, meant: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousNumberError) as caught:
        find_part(CATALOG, text)

    assert caught.value.nearest == meant
    assert str(caught.value) == (
        f"{text}: last piece: it may belong to the number or not; write {' or '.join(meant)}"
    )


@pytest.mark.parametrize("text", ["AXE538127 D", "AXE538127-D", "AXE53812 7"])
def test_a_loose_piece_of_what_is_not_made_at_all_is_not_asked_about(text: str) -> None:
    assert refused(text).field == "pins"


@pytest.mark.parametrize("text", ["AXE540 127", "AXE54 0127", "AXE 540127", "AXE-540-127"])
def test_a_gap_further_ahead_is_no_question(text: str) -> None:
    assert str(find_part(CATALOG, text)) == "AXE540127"
