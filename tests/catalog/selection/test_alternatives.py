"""What else fits a pair, what stays the same, and why something is not there."""

from __future__ import annotations

import pytest

from a4s_gui.catalog.model import Pair, Product
from a4s_gui.catalog.selection.alternatives import Alternative, AlternativeKind, alternatives
from tests.catalog.pairs import CATALOG, inspection, standard
from tests.every import for_each

EVERY_PAIR = for_each("pair", CATALOG.pairs, lambda pair: pair.id)


def found(pair: Pair) -> dict[AlternativeKind, list[Alternative]]:
    by_kind: dict[AlternativeKind, list[Alternative]] = {}
    for other in alternatives(CATALOG, pair).found:
        by_kind.setdefault(other.kind, []).append(other)
    return by_kind


def absent(pair: Pair) -> dict[AlternativeKind, str]:
    return {none.kind: none.reason for none in alternatives(CATALOG, pair).absent}


def ids(pair: Pair, kind: AlternativeKind) -> list[str]:
    return [other.pair.id for other in found(pair)[kind]]


@EVERY_PAIR
def test_each_kind_is_there_or_says_why_not_and_never_the_pair_itself(pair: Pair) -> None:
    own = AlternativeKind.STANDARD
    if pair.product is Product.INSPECTION:
        own = AlternativeKind.INSPECTION
    others = alternatives(CATALOG, pair)

    assert set(found(pair)) | set(absent(pair)) == set(AlternativeKind) - {own}
    assert not set(found(pair)) & set(absent(pair))
    numbers = [other.pair.id for other in others.found]
    assert pair.id not in numbers
    assert all(other.changes for other in others.found)
    assert all(none.reason.isprintable() and none.reason for none in others.absent)


@EVERY_PAIR
def test_what_is_said_to_stay_does(pair: Pair) -> None:
    for other in alternatives(CATALOG, pair).found:
        if "foot pattern and outline of both halves" in other.stays:
            for one, two in zip(pair.connectors, other.pair.connectors, strict=True):
                assert one.dimensions_mm == two.dimensions_mm
                assert one.body_width_mm == two.body_width_mm
        else:
            assert other.pair.pins != pair.pins
        socket = f"socket {pair.socket.part_number}"
        assert (socket in other.stays) == (other.pair.socket == pair.socket)
        height = other.pair.mated_height_mm
        assert (f"mated height {pair.mated_height_mm} mm" in other.stays) == (
            height is not None and height == pair.mated_height_mm
        )


def test_the_other_height_keeps_the_socket() -> None:
    (other,) = found(standard(40))[AlternativeKind.HEIGHT]

    assert other.pair == standard(40, 1.0)
    assert other.stays == (
        "socket AXE540127",
        "foot pattern and outline of both halves",
        "8 mm packaging",
        "standard type",
    )
    assert other.changes == ("mated height 1.0 mm", "header AXE640224")
    assert ids(standard(40, 1.0), AlternativeKind.HEIGHT) == [standard(40).id]


def test_the_other_height_of_a_pair_in_4_mm_packaging_comes_in_8_mm() -> None:
    (other,) = found(standard(40, packaging_mm=4))[AlternativeKind.HEIGHT]

    assert other.pair == standard(40, 1.0)
    assert "8 mm packaging, 5,000 per reel" in other.changes
    assert not any(text.startswith("socket") for text in other.stays)


def test_the_other_packaging() -> None:
    (other,) = found(standard(40))[AlternativeKind.PACKAGING]

    assert other.pair == standard(40, packaging_mm=4)
    assert other.stays[0] == "foot pattern and outline of both halves"
    assert other.changes == (
        "4 mm packaging, 15,000 per reel",
        "socket AXE540127D",
        "header AXE640124D",
    )


def test_the_inspection_type_and_back() -> None:
    (tester,) = found(standard(40))[AlternativeKind.INSPECTION]

    assert tester.pair == inspection(40)
    assert tester.stays == ("foot pattern and outline of both halves",)
    assert {"3,000 mating cycles", "holding force not warranted"} <= set(tester.changes)
    back = ids(inspection(40), AlternativeKind.STANDARD)
    assert back == [p.id for p in (standard(40), standard(40, 1.0), standard(40, packaging_mm=4))]
    (one, *_) = found(inspection(40))[AlternativeKind.STANDARD]
    assert {"30 mating cycles", "removal at least 6.6 N"} <= set(one.changes)


@pytest.mark.parametrize(
    ("pair", "fewer", "more"),
    [
        (standard(10), None, standard(12)),
        (standard(16), standard(14), standard(18)),
        (standard(18), standard(16), standard(20)),
        (standard(40), standard(36), standard(44)),
        (standard(80), standard(70), None),
        (standard(40, 1.0), standard(32, 1.0), standard(44, 1.0)),
        (standard(16, packaging_mm=4), standard(14, packaging_mm=4), standard(20, packaging_mm=4)),
        (standard(64, packaging_mm=4), standard(60, packaging_mm=4), None),
        (inspection(18), inspection(16), inspection(20)),
    ],
    ids=lambda pair: pair.id if pair else "none",
)
def test_the_next_pin_counts_of_the_same_kind(
    pair: Pair, fewer: Pair | None, more: Pair | None
) -> None:
    for kind, expected in ((AlternativeKind.FEWER_PINS, fewer), (AlternativeKind.MORE_PINS, more)):
        if expected is None:
            assert "of its kind" in absent(pair)[kind]
        else:
            assert ids(pair, kind) == [expected.id]


def test_how_many_pins_more_or_fewer() -> None:
    by_kind = found(standard(40))

    assert by_kind[AlternativeKind.FEWER_PINS][0].changes[0] == "4 pins fewer: 36"
    assert by_kind[AlternativeKind.MORE_PINS][0].changes[0] == "4 pins more: 44"


@pytest.mark.parametrize(
    ("pair", "kind", "reason"),
    [
        (
            standard(16),
            AlternativeKind.HEIGHT,
            "16 pins are not made for 1.0 mm; next are 14 and 20",
        ),
        (
            standard(64),
            AlternativeKind.HEIGHT,
            "64 pins are not made for 1.0 mm; next are 60 and 70",
        ),
        (
            standard(18),
            AlternativeKind.PACKAGING,
            "18 pins for 0.8 mm are sold in 8 mm packaging only",
        ),
        (
            standard(40, 1.0),
            AlternativeKind.PACKAGING,
            "40 pins for 1.0 mm are sold in 8 mm packaging only",
        ),
        (
            inspection(40),
            AlternativeKind.HEIGHT,
            "no mated height is stated for the inspection type",
        ),
        (
            inspection(40),
            AlternativeKind.PACKAGING,
            "no packaging is stated for the inspection type",
        ),
        (standard(10), AlternativeKind.FEWER_PINS, "10 pins are the fewest of its kind"),
        (standard(80), AlternativeKind.MORE_PINS, "80 pins are the most of its kind"),
    ],
)
def test_why_there_is_none(pair: Pair, kind: AlternativeKind, reason: str) -> None:
    assert absent(pair)[kind] == reason
