"""What a drawing looks like, to the pixel nearly: pictures that were looked at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer, Text
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.export.layout import Layout
from a4s_gui.export.pictures.picture_size import picture_size
from a4s_gui.export.pictures.png import picture, render_image
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.numbering import HeaderScheme, Numbering
from tests.golden import pictures

DPI = 150
SCALES = dict.fromkeys(View, 12.0) | {View.TAPE: 3.0}
# What the notes say is held to the data elsewhere.
LAYERS = DEFAULT_LAYERS - {Layer.NOTES}

pytestmark = pytest.mark.usefixtures("qapp")


def layout(
    catalog: Catalog, pattern: LandPattern, view: View, numbering: Numbering | None = None
) -> Layout:
    (pair,) = (pair for pair in catalog.pairs if pair.id == "AXE540127/AXE640124")
    spec = DrawingSpec(pair, pattern, view, LAYERS, numbering or Numbering())
    return Layout(ExportRequest(spec, SCALES[view], DPI))


def drawn(
    catalog: Catalog, pattern: LandPattern, view: View, numbering: Numbering | None = None
) -> QImage:
    return picture(layout(catalog, pattern, view, numbering))


ALIKE = Numbering(header=HeaderScheme.SAME)
LOOKED_AT = [
    ("AXE540127/AXE640124", "pair", {}),
    ("AXE540127/AXE640124", "mated", {}),
    ("AXE540127/AXE640124", "tape", {}),
    ("AXE540127/AXE640124", "section", {}),
    ("AXE540127/AXE640224", "section", {}),
    ("AXE5E2226/AXE6E2226", "section", {}),
    (
        "AXE510127/AXE610124",
        "mated-from-header-alike",
        {"seen_from": Half.HEADER, "numbering": ALIKE},
    ),
    ("AXE510127/AXE610124", "header-from-below", {"from_below": True}),
    ("AXE522127/AXE622124", "pair-side-by-side", {"side_by_side": True}),
    ("AXE580127/AXE680124", "socket-all-layers", {"layers": frozenset(Layer) - {Layer.NOTES}}),
]


@pytest.mark.parametrize(("pair_id", "name", "options"), LOOKED_AT)
def test_the_drawing_looks_as_it_was_accepted(
    catalog: Catalog, pattern: LandPattern, pair_id: str, name: str, options: dict[str, Any]
) -> None:
    (pair,) = (pair for pair in catalog.pairs if pair.id == pair_id)
    view = View(name.split("-", maxsplit=1)[0])
    spec = replace(DrawingSpec(pair, pattern, view, LAYERS), **options)
    image = picture(Layout(ExportRequest(spec, SCALES[view], DPI)))
    pictures.check(f"{pair_id.replace('/', '-')}-{name}", image)


def test_a_header_numbered_the_other_way_is_seen(catalog: Catalog, pattern: LandPattern) -> None:
    one = pictures.colours(drawn(catalog, pattern, View.PAIR))
    same = Numbering(header=HeaderScheme.SAME)
    other = pictures.colours(drawn(catalog, pattern, View.PAIR, same))
    assert not pictures.difference(other, one).tolerable


def test_two_numbers_that_change_places_are_seen(catalog: Catalog, pattern: LandPattern) -> None:
    size = picture_size(layout(catalog, pattern, View.PAIR))
    exchanged = {"25": "26", "26": "25"}
    items = list(size.scene.items)
    for n, item in enumerate(items):
        if isinstance(item, Text) and item.ink is ColorRole.SOCKET_COPPER:
            items[n] = replace(item, text=exchanged.get(item.text, item.text))
    other = replace(size, scene=replace(size.scene, items=tuple(items)))
    one, two = (pictures.colours(render_image(made, DPI, {})) for made in (size, other))
    assert sum(a != b for a, b in zip(items, size.scene.items, strict=True)) == 2
    assert not pictures.difference(one, two).tolerable


def test_edges_of_another_grey_are_tolerable(catalog: Catalog, pattern: LandPattern) -> None:
    one = pictures.colours(drawn(catalog, pattern, View.PAIR))
    edges = np.abs(np.diff(one.astype(np.int16), axis=0, append=255)) > 30
    other = np.where(edges, np.clip(one.astype(np.int16) + 6, 0, 255), one).astype(np.uint8)
    assert (other != one).any()
    assert pictures.difference(other, one).tolerable


def test_what_differs_is_kept_and_what_is_accepted_is_written(
    catalog: Catalog, pattern: LandPattern, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "ACCEPTED", tmp_path / "accepted")
    monkeypatch.setattr(pictures, "BUILD", tmp_path / "build")
    monkeypatch.delenv(pictures.ACCEPT, raising=False)
    image = drawn(catalog, pattern, View.MATED).scaledToWidth(300)
    with pytest.raises(pytest.fail.Exception, match=r"there is no one\.png yet"):
        pictures.check("one", image)
    monkeypatch.setenv(pictures.ACCEPT, "1")
    with pytest.raises(pytest.skip.Exception, match="look at it"):
        pictures.check("one", image)
    monkeypatch.delenv(pictures.ACCEPT)
    pictures.check("one", image)
    with pytest.raises(pytest.fail.Exception, match="px, accepted is"):
        pictures.check("one", image.copy(0, 0, 50, 50))
    with pytest.raises(pytest.fail.Exception, match="differs in"):
        pictures.check("one", image.flipped())
    assert {file.name for file in pictures.BUILD.iterdir()} == {
        "one-actual.png",
        "one-difference.png",
    }
