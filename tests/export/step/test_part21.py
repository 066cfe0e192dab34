"""The text of a STEP file, as a reader takes it: every reference stands, each once."""

from __future__ import annotations

import re

import pytest

from a4s_gui.export.step.faces import Box
from a4s_gui.export.step.part21 import Solid, quoted, step_text

CUBE = Box((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
GREY = (0.5, 0.5, 0.5)


def entities(text: str) -> dict[str, str]:
    return dict(re.findall(r"^(#\d+)=(.*);$", text, re.MULTILINE))


def test_every_reference_is_to_an_entity_that_stands_before_it() -> None:
    found = entities(step_text("part", "what it is", [Solid("cube", GREY, (CUBE,))]))

    for number, (reference, entity) in enumerate(found.items(), 1):
        assert reference == f"#{number}"
        assert all(int(other) < number for other in re.findall(r"#(\d+)", entity)), entity


def test_a_cube_has_the_corners_edges_and_faces_of_one() -> None:
    found = list(entities(step_text("part", "", [Solid("cube", GREY, (CUBE,))])).values())

    def count(kind: str) -> int:
        return sum(entity.startswith(f"{kind}(") for entity in found)

    kinds = ("VERTEX_POINT", "EDGE_CURVE", "ADVANCED_FACE", "MANIFOLD_SOLID_BREP")
    assert [count(kind) for kind in kinds] == [8, 12, 6, 1]
    assert count("ORIENTED_EDGE") == 24


def test_two_solids_share_no_edge() -> None:
    solids = [Solid("left", GREY, (CUBE,)), Solid("right", GREY, (CUBE,))]
    found = entities(step_text("part", "", solids)).values()

    assert sum(entity.startswith("EDGE_CURVE(") for entity in found) == 24


@pytest.mark.parametrize(
    ("text", "written"),
    [("a'b", "'a''b'"), ("a\\b", "'a\\\\b'"), ("0.35 µm", "'0.35 \\X2\\00B5\\X0\\m'")],
)
def test_texts_are_escaped(text: str, written: str) -> None:
    assert quoted(text) == written
