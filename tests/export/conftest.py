"""What the tests of the export share: Qt, and requests for any pair."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.selection.resolve import resolve
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.pattern import LandPattern


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Have the application of the widget tests first: a process can have one only."""


@pytest.fixture
def request_for(catalog: Catalog, pattern: LandPattern) -> Callable[..., ExportRequest]:
    """Build a request from a part number, scale, dpi and the fields of a specification."""

    def build(
        number: str = "AXE540127/AXE640124", scale: float = 20, dpi: float = 300, **spec: Any
    ) -> ExportRequest:
        pair = resolve(catalog, [number])[0].pair
        drawing = DrawingSpec(pair, pattern, **spec)
        return ExportRequest(drawing, scale, dpi, related=catalog.related(pair))

    return build
