"""DXF drawings, read back by ezdxf: places, dimensions, layers, look, and the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

import ezdxf
import pytest
from ezdxf.bbox import extents
from ezdxf.document import Drawing
from ezdxf.entities import Dimension as DimensionEntity
from ezdxf.entities import DXFEntity, Insert

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Dimension, Layer, Scene, Text
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.export.dxf import dxf_bytes
from a4s_gui.export.layout import ModelLayout
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.footprint import footprint
from a4s_gui.render.dxf.entities import escape_text
from a4s_gui.render.dxf.style import DECIMALS
from tests.every import thinned
from tests.export.dxf_reader import boxes, on_layer, shown

RequestFor = Callable[..., ExportRequest]
ALL = frozenset(Layer)
NM = 1e-6


def read(data: bytes) -> Drawing:
    return ezdxf.read(io.StringIO(data.decode("utf-8")))


@pytest.fixture
def request_for(request_for: RequestFor) -> RequestFor:
    """Ask for every layer where none is named: most tests look at the same few drawings."""
    return partial(request_for, layers=ALL)


@cache
def drawn(request: ExportRequest) -> Drawing:
    """Write a drawing and read it back, once for all tests."""
    return read(dxf_bytes(ModelLayout(request)))


def scene_of(request: ExportRequest) -> Scene:
    return build_scene(request.spec, request.scale)


@pytest.mark.parametrize("view", [View.SOCKET, View.HEADER])
def test_pads_are_closed_outlines_with_a_filling_at_their_place(
    request_for: RequestFor, view: View
) -> None:
    request = request_for("AXE510127", view=view)
    spec = request.spec
    part = footprint(spec.pair.connector(Half(str(view))), spec.pattern, spec.numbering)
    document = drawn(request)
    meant = sorted(
        (rect.left_mm, -rect.bottom_mm, rect.right_mm, -rect.top_mm)
        for rect in (pad.rect for pad in part.pads)
    )

    found = sorted(boxes(document, Layer.COPPER))

    assert len(found) == len(meant) == 14
    for box, pad in zip(found, meant, strict=True):
        assert box == pytest.approx(pad, abs=NM)
    hatches = on_layer(document, "HATCH", Layer.COPPER)
    assert len(hatches) == 14
    assert all(hatch.dxf.solid_fill for hatch in hatches)


def test_y_is_up_so_that_the_drawing_is_not_mirrored(request_for: RequestFor) -> None:
    document = drawn(request_for("AXE510127", view=View.SOCKET))
    numbers = {
        text.dxf.text: text.dxf.align_point  # centred on it, on the base line
        for text in on_layer(document, "TEXT", Layer.NUMBERS)
    }

    assert numbers["1"].y > 0 > numbers["2"].y
    assert numbers["1"].x < 0 < numbers["9"].x


@pytest.mark.parametrize("scale", [5, 20, 37.5])
def test_the_model_is_in_millimetres_of_the_part_at_every_scale(
    request_for: RequestFor, scale: float
) -> None:
    document = drawn(request_for("AXE510127", scale=scale, view=View.SOCKET))
    left, bottom, right, top = zip(*boxes(document, Layer.BODY), strict=True)

    lengths = (max(right) - min(left), max(top) - min(bottom))
    assert lengths == pytest.approx((4.5, 2.5), abs=NM)
    assert document.header["$INSUNITS"] == 4
    assert document.header["$MEASUREMENT"] == 1
    assert document.dxfversion == "AC1024"


@pytest.mark.parametrize("scale", [10, 30])
def test_texts_are_as_high_on_a_plot_as_on_the_sheet(request_for: RequestFor, scale: float) -> None:
    request = request_for("AXE510127", scale=scale)
    document = drawn(request)
    style = document.dimstyles.get("A4S")

    texts = [text for text in scene_of(request).items if isinstance(text, Text)]
    found = {
        (text.dxf.text, round(text.dxf.height * scale, 6))
        for text in shown(document)
        if text.dxftype() == "TEXT"
    }
    assert {(escape_text(text.text), text.height_mm) for text in texts} <= found
    assert style.dxf.dimtxt * scale == pytest.approx(2.0)
    assert style.dxf.dimasz * scale == pytest.approx(2.0)
    (said,) = [text for text, _ in found if text.startswith("This model is 1:1")]
    assert f"{scale}:1" in said


@pytest.mark.parametrize("view", list(View))
def test_dimensions_measure_by_themselves_what_they_say(
    request_for: RequestFor, view: View
) -> None:
    request = request_for("AXE510127", view=view)
    meant = [item for item in scene_of(request).items if isinstance(item, Dimension)]

    found = drawn(request).modelspace().query("DIMENSION")

    assert len(found) == len(meant) > 0
    for entity, dimension in zip(found, meant, strict=True):
        length_mm = entity.get_measurement()
        assert length_mm == pytest.approx(dimension.length_mm, abs=NM)
        assert entity.dxf.actual_measurement == pytest.approx(length_mm, abs=NM)
        assert "<>" in entity.dxf.text
        decimals = entity.override().get("dimdec")
        shown = entity.dxf.text.replace("<>", f"{length_mm:.{decimals}f}")
        assert shown == dimension.label.text
        assert [text.dxf.text for text in entity.get_geometry_block().query("TEXT")] == [shown]


def test_a_dimension_looks_as_on_the_sheet(request_for: RequestFor) -> None:
    request = request_for("AXE510127", view=View.SOCKET)
    meant = next(item for item in scene_of(request).items if isinstance(item, Dimension))
    entity = drawn(request).modelspace().query("DIMENSION")[0]
    picture = entity.get_geometry_block()

    assert len(picture) == len(meant.parts)
    assert len(picture.query("SOLID")) == 2
    assert all(part.dxf.layer == str(Layer.DIMENSIONS) for part in picture)
    text = picture.query("TEXT")[0]
    at = text.dxf.align_point
    assert (at.x, at.y) == pytest.approx((meant.label.x_mm, -meant.label.y_mm), abs=NM)
    assert entity.dxf.text_midpoint.y - at.y == pytest.approx(meant.label.height_mm / 40)


def test_each_layer_of_the_scene_is_a_layer_of_the_file(request_for: RequestFor) -> None:
    request = request_for("AXE510127")
    document = drawn(request)
    own = {layer.dxf.name for layer in document.layers} - {"0", "Defpoints"}

    of_a_half = {
        f"{layer}-{half}"
        for layer in Layer
        for half in Half
        if layer not in {Layer.GRID, Layer.CENTRE_LINES, Layer.DIMENSIONS, Layer.NOTES}
    }
    shared = {Layer.GRID, Layer.CENTRE_LINES, Layer.DIMENSIONS, Layer.NOTES}
    assert own == {str(layer) for layer in shared} | of_a_half
    assert {entity.dxf.layer for entity in shown(document)} == own


@pytest.mark.parametrize("view", [View.PAIR, View.MATED])
def test_each_half_is_a_block_whose_pads_have_their_number_as_an_attribute(
    request_for: RequestFor, view: View
) -> None:
    request = request_for("AXE510127/AXE610124", view=view)
    scene = scene_of(request)
    document = drawn(request)
    inserts = [entity for entity in document.modelspace() if isinstance(entity, Insert)]

    assert [insert.dxf.name for insert in inserts] == [
        "AXE510127",
        "AXE610124" if view is View.PAIR else "AXE610124-from-below",
    ]
    for insert, placed in zip(inserts, scene.placed, strict=True):
        centre = (insert.dxf.insert.x, insert.dxf.insert.y)
        assert centre == pytest.approx((placed.x_mm, -placed.y_mm), abs=NM)
        pads = {
            (attribute.dxf.tag, attribute.dxf.text): (
                attribute.dxf.insert.x,
                attribute.dxf.insert.y,
            )
            for attribute in insert.attribs
        }
        assert len(pads) == 14
        assert {("PAD_1", "1"), ("PAD_10", "10"), ("PAD_MP", "MP"), ("PAD_MP-4", "MP")} <= set(pads)
        for pad, rect in placed.pads():
            if pad.number != "MP":
                place = pads[f"PAD_{pad.number}", pad.number]
                assert place == pytest.approx((rect.x_mm, -rect.y_mm), abs=NM)
        assert all(attribute.is_invisible for attribute in insert.attribs)
        block = document.blocks.get(insert.dxf.name)
        assert {attdef.dxf.tag for attdef in block.query("ATTDEF")} == {tag for tag, _ in pads}


@pytest.mark.parametrize("view", list(View))
def test_the_extents_hold_all_that_is_drawn(request_for: RequestFor, view: View) -> None:
    """Inkscape shows what lies in them, and of an empty range nothing."""
    request = request_for("AXE510127", view=view)
    document = drawn(request)
    low, high = document.header["$EXTMIN"], document.header["$EXTMAX"]
    bounds = scene_of(request).bounds

    assert low[:2] == pytest.approx((bounds.left_mm, -bounds.bottom_mm), abs=2)
    assert high[:2] == pytest.approx((bounds.right_mm, -bounds.top_mm), abs=2)
    for entity in shown(document):
        for box in [extents([entity])] if entity.dxftype() == "LWPOLYLINE" else []:
            assert low[0] <= box.extmin.x <= box.extmax.x <= high[0]
            assert low[1] <= box.extmin.y <= box.extmax.y <= high[1]


def test_no_line_is_wider_than_a_pad_where_lineweights_are_millimetres_of_the_model(
    request_for: RequestFor,
) -> None:
    document = drawn(request_for("AXE510127"))
    by_layer, default = -1, -3

    assert {layer.dxf.lineweight for layer in document.layers} == {default}
    assert {entity.dxf.lineweight for entity in document.modelspace()} == {by_layer}


def test_the_grid_is_drawn_for_those_who_ask(request_for: RequestFor) -> None:
    def has_grid(layers: frozenset[Layer]) -> bool:
        found = drawn(request_for("AXE510127", layers=layers)).modelspace()
        return len(found.query(f'*[layer=="{Layer.GRID}"]')) > 0

    assert not has_grid(DEFAULT_LAYERS)
    assert has_grid(ALL)
    assert has_grid(frozenset({Layer.GRID, Layer.BODY}))


def test_what_a_layer_is_not_drawn_in_is_said_by_the_entity(request_for: RequestFor) -> None:
    document = drawn(request_for("AXE510127"))
    pads = on_layer(document, "LWPOLYLINE", Layer.COPPER)
    colours = [_colour(document, pad) for pad in pads]

    assert colours.count(30) == colours.count(150) == 13
    assert colours.count(1) == colours.count(200) == 1


def _colour(document: Drawing, entity: DXFEntity) -> int:
    by_layer = 256
    own = entity.dxf.color
    return int(document.layers.get(entity.dxf.layer).dxf.color if own == by_layer else own)


def test_dashes_are_as_long_on_a_plot_as_on_the_sheet(request_for: RequestFor) -> None:
    document = drawn(request_for("AXE510127", scale=10))
    chain = document.linetypes.get("A4S_CHAIN")
    lengths = [tag.value for tag in chain.pattern_tags.tags if tag.code == 49]
    centre = document.modelspace().query(f'LINE[layer=="{Layer.CENTRE_LINES}"]')

    assert lengths == pytest.approx([0.5, -0.1, 0.06, -0.1])
    assert "A4S_CHAIN" in {line.dxf.linetype for line in centre}
    assert document.header["$LTSCALE"] == 1


@pytest.mark.hypothesis
@pytest.mark.parametrize(
    ("number", "view"),
    [*(("AXE510127", view) for view in View), *(("AXE5E1026", v) for v in thinned(View, 4))],
)
def test_the_audit_finds_nothing(request_for: RequestFor, number: str, view: View) -> None:
    document = drawn(request_for(number, view=view))
    auditor = document.audit()

    assert not auditor.errors
    assert not auditor.fixes
    assert len(document.modelspace()) > 2  # the inspection type has no tape to draw


def test_the_file_says_what_it_is(request_for: RequestFor) -> None:
    said = dict(drawn(request_for("AXE510127")).header.custom_vars)

    assert said["Socket"] == "AXE510127"
    assert said["Header"] == "AXE610124"
    assert said["Model"] == "1:1 in millimetres of the part"
    assert "not of the manufacturer's drawing" in said["Land pattern"]


def test_the_registry_knows_dxf(request_for: RequestFor) -> None:
    request = request_for("AXE510127")

    assert format_for("a.dxf").write(request) == dxf_bytes(ModelLayout(request))
    assert ezdxf.options.write_fixed_meta_data_for_testing is False


def test_the_measured_length_is_left_to_the_dimension(request_for: RequestFor) -> None:
    model = drawn(request_for("AXE510127", view=View.TAPE))
    found = {
        (entity.dxf.text, entity.override().get("dimdec", DECIMALS))
        for entity in model.modelspace().query("DIMENSION")
        if isinstance(entity, DimensionEntity)
    }

    assert found == {("tape A <>", 1), ("tape C <>", 1), ("<>", 1), ("reel D <>", 1)}


def test_a_text_is_not_taken_for_control_codes() -> None:
    assert escape_text("70 %") == "70 %"
    assert escape_text("100%%d ^I") == "100%%%%%%d ^ I"
    assert escape_text("“Boards”") == '"Boards"'


def test_a_pattern_with_control_characters_in_its_title_damages_no_file(
    request_for: RequestFor,
) -> None:
    request = request_for("AXE510127")
    odd = replace(request.spec.pattern, title="odd \x0b\n\ufffftitle")
    document = drawn(replace(request, spec=replace(request.spec, pattern=odd)))
    assert "odd    title" in dict(document.header.custom_vars)["Land pattern"]
    assert any("odd  title" in text.dxf.text for text in document.modelspace().query("TEXT"))
