"""The solids of every pair: as large as the part, and without a common volume when mated."""

from __future__ import annotations

from itertools import product

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.export.step.faces import Box
from a4s_gui.export.step.part21 import Solid
from a4s_gui.export.step.solids import half_solids, mated_solids
from a4s_gui.geometry.body import height_mm, pair_heights

WIDTH_MM = {Half.SOCKET: 2.5, Half.HEADER: 2.0}


def extent(solids: tuple[Solid, ...]) -> list[tuple[float, float]]:
    boxes = [box for solid in solids for box in solid.boxes]
    return [
        (min(box.least_mm[axis] for box in boxes), max(box.most_mm[axis] for box in boxes))
        for axis in range(3)
    ]


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes have a volume in common; 1 nm of it is rounding."""
    spans = zip(one.least_mm, one.most_mm, other.least_mm, other.most_mm, strict=True)
    return all(min(b, d) - max(a, c) > 1e-6 for a, b, c, d in spans)


def test_every_half_is_as_long_wide_and_high_as_the_part(catalog: Catalog) -> None:
    for pair in catalog.pairs:
        for connector in pair.connectors:
            height = height_mm(connector, pair_heights(pair))
            x, y, z = extent(half_solids(connector, height))
            half_length, half_width = connector.body_length_mm / 2, WIDTH_MM[connector.half] / 2

            assert x == pytest.approx((-half_length, half_length)), pair.id
            assert y == pytest.approx((-half_width, half_width)), pair.id
            assert z == pytest.approx((0.0, height)), pair.id


def test_a_header_is_as_high_as_its_mated_height_asks(catalog: Catalog) -> None:
    heights = {
        pair.mated_height_mm: {height_mm(half, pair_heights(pair)) for half in pair.connectors}
        for pair in catalog.pairs
    }

    assert heights == {0.8: {0.77, 0.65}, 1.0: {0.77, 0.85}, None: {0.77, 0.65}}


def test_mated_halves_touch_and_have_no_volume_in_common(catalog: Catalog) -> None:
    for pair in catalog.pairs:
        if pair.mated_height_mm is None:
            continue
        solids = mated_solids(pair, pair.mated_height_mm)
        socket, header = solids[: len(solids) // 2], solids[len(solids) // 2 :]
        boxes = [[box for solid in half for box in solid.boxes] for half in (socket, header)]

        assert not [pair.id for a, b in product(*boxes) if overlap(a, b)]
        assert extent(solids)[2] == pytest.approx((0.0, pair.mated_height_mm)), pair.id


def test_the_parts_of_one_half_have_no_volume_in_common(catalog: Catalog) -> None:
    pair = next(iter(catalog.pairs))
    for connector in pair.connectors:
        solids = half_solids(connector, height_mm(connector, pair_heights(pair)))
        for place, one in enumerate(solids):
            for other in solids[place + 1 :]:
                common = [1 for a, b in product(one.boxes, other.boxes) if overlap(a, b)]
                assert not common, (one.name, other.name)
