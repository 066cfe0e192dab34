"""The surface of boxes: closed, with its outside out, and around as much as the boxes hold."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.export.step.faces import Box, Face, faces_of

Corner = tuple[float, float, float]

CUBE = Box((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))


def edges_of(faces: tuple[Face, ...]) -> Counter[tuple[Corner, Corner]]:
    return Counter(
        edge for face in faces for loop in face.loops for edge in pairwise([*loop, loop[0]])
    )


def volume_of(faces: tuple[Face, ...]) -> float:
    """Return what a surface encloses, by the divergence theorem along each face's own axis."""
    return sum(face.outward * face.loops[0][0][face.axis] * area_of(face) for face in faces) / 3


def area_of(face: Face) -> float:
    u, v = (face.axis + 1) % 3, (face.axis + 2) % 3
    return face.outward * sum(
        (a[u] * b[v] - a[v] * b[u]) / 2
        for loop in face.loops
        for a, b in pairwise([*loop, loop[0]])
    )


def test_a_cube_has_six_faces_of_four_corners() -> None:
    faces = faces_of([CUBE])

    assert [(face.axis, face.outward) for face in faces] == list(product(range(3), (-1, 1)))
    assert all(len(face.loops) == 1 and len(face.loops[0]) == 4 for face in faces)
    assert volume_of(faces) == 1.0


def test_boxes_that_touch_are_one_solid_without_a_seam() -> None:
    beside = Box((1.0, 0.0, 0.0), (3.0, 1.0, 1.0))

    assert faces_of([CUBE, beside]) == faces_of([Box((0.0, 0.0, 0.0), (3.0, 1.0, 1.0))])


def test_a_tunnel_makes_holes_in_the_faces_at_its_ends() -> None:
    sides = [
        Box((0.0, 0.0, 0.0), (9.0, 3.0, 1.0)),
        Box((0.0, 0.0, 2.0), (9.0, 3.0, 3.0)),
        Box((0.0, 0.0, 1.0), (9.0, 1.0, 2.0)),
        Box((0.0, 2.0, 1.0), (9.0, 3.0, 2.0)),
    ]
    faces = faces_of(sides)

    assert [len(face.loops) for face in faces if face.axis == 0] == [2, 2]
    assert len(faces) == 10
    assert volume_of(faces) == pytest.approx(72.0)


def test_a_step_on_a_floor_is_a_hole_in_the_floor_with_the_step_s_foot_for_its_edge() -> None:
    floor = Box((0.0, 0.0, 0.0), (4.0, 4.0, 1.0))
    step = Box((1.0, 1.0, 1.0), (2.0, 2.0, 2.0))
    edges = edges_of(faces_of([floor, step]))

    assert all(edges[b, a] == count for (a, b), count in edges.items())
    assert len(edges) == 2 * 24


spans = st.tuples(st.integers(0, 4), st.integers(1, 3)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(st.tuples(spans, spans, spans), min_size=1, max_size=6))
def test_any_boxes_are_enclosed_once_and_every_edge_is_walked_both_ways(
    sides: list[tuple[tuple[int, int], ...]],
) -> None:
    boxes = [Box(*zip(*((float(a), float(b)) for a, b in side), strict=True)) for side in sides]
    cells = {cell for side in sides for cell in product(*(range(a, b) for a, b in side))}
    faces = faces_of(boxes)
    edges = edges_of(faces)

    assert volume_of(faces) == pytest.approx(len(cells))
    assert all(edges[b, a] == count for (a, b), count in edges.items())
    assert all(area_of(face) > 0 for face in faces)
