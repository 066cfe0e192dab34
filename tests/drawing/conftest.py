"""What the tests of the drawing share: the catalog, the default pattern and any pair's scene."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.selection.resolve import resolve
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern

CATALOG = load_catalog()
PATTERN = shipped_pattern()

SceneOf = Callable[..., Scene]


def spec_of(number: str, **options: Any) -> DrawingSpec:
    return DrawingSpec(resolve(CATALOG, [number])[0].pair, PATTERN, **options)


@pytest.fixture
def scene_of() -> SceneOf:
    """Build a scene from a part number, a scale and the fields of a drawing's specification."""

    def build(number: str, scale: float = 20, **options: Any) -> Scene:
        return build_scene(spec_of(number, **options), scale)

    return build
