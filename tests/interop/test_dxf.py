"""Every DXF drawing through ezdxf's reader and auditor: all pairs, all views."""

from __future__ import annotations

import io

import ezdxf
import pytest
from ezdxf.document import Drawing
from ezdxf.entities import Dimension

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from tests.export.dxf_reader import boxes

pytestmark = pytest.mark.interop

PAIRS = load_catalog().pairs
PATTERN = shipped_pattern()
UM = 1e-3
"""One micrometre, in mm."""

SCALE = 20
"""At which every dimension of a half finds its place."""


def request_of(pair: Pair, view: View) -> ExportRequest:
    return ExportRequest(DrawingSpec(pair, PATTERN, view, frozenset(Layer)), SCALE)


def read(request: ExportRequest) -> Drawing:
    text = format_for("dxf").write(request).decode("utf-8")
    return ezdxf.read(io.StringIO(text))


def measured(document: Drawing) -> list[tuple[str, float]]:
    """Return what the lettered dimensions say, such as ``A <>``, and what they measure."""
    found = []
    for entity in document.modelspace().query("DIMENSION"):
        assert isinstance(entity, Dimension)
        length_mm = entity.get_measurement()
        assert isinstance(length_mm, float)
        if entity.dxf.text != "<>":
            found.append((entity.dxf.text, length_mm))
    return found


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_the_auditor_finds_nothing(pair: Pair, view: View) -> None:
    document = read(request_of(pair, view))
    auditor = document.audit()

    assert [str(error.message) for error in auditor.errors] == []
    assert [str(fix.message) for fix in auditor.fixes] == []
    assert document.header["$INSUNITS"] == 4
    assert len(document.modelspace()) > 2


@pytest.mark.parametrize("view", [View.SOCKET, View.HEADER])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_dimensions_and_pads_of_a_half_measure_what_they_must(pair: Pair, view: View) -> None:
    request = request_of(pair, view)
    (placed,) = build_scene(request.spec, SCALE).placed
    outline = placed.footprint.connector.dimensions_mm
    document = read(request)

    found = dict(measured(document))
    for letter in ("A", "B", "C"):
        assert found[f"{letter} <>"] == pytest.approx(getattr(outline, letter), abs=UM)
    left, bottom, right, top = zip(*boxes(document, Layer.BODY), strict=True)
    assert max(right) - min(left) == pytest.approx(outline.A, abs=UM)
    width_mm = placed.footprint.connector.body_width_mm
    assert max(top) - min(bottom) == pytest.approx(width_mm, abs=UM)
    pads = sorted(
        (rect.left_mm, -rect.bottom_mm, rect.right_mm, -rect.top_mm) for _, rect in placed.pads()
    )
    assert len(pads) == pair.pins + 4
    for box, pad in zip(sorted(boxes(document, Layer.COPPER)), pads, strict=True):
        assert box == pytest.approx(pad, abs=UM)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_the_pair_and_the_mated_view_measure_both_halves(pair: Pair) -> None:
    both = measured(read(request_of(pair, View.PAIR)))
    mated = dict(measured(read(request_of(pair, View.MATED))))
    lengths = [pair.socket.body_length_mm, pair.header.body_length_mm]

    assert [length for text, length in both if text == "A <>"] == pytest.approx(lengths, abs=UM)
    assert mated["socket A <>"] == pytest.approx(lengths[0], abs=UM)
    assert mated["header A <>"] == pytest.approx(lengths[1], abs=UM)
