"""Pixels counted before they are painted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from a4s_gui.drawing.spec import View
from a4s_gui.export.layout import Layout
from a4s_gui.export.pictures import picture_size as picture_size_module
from a4s_gui.export.pictures.picture_size import PictureTooLargeError, picture_size
from a4s_gui.export.request import ExportRequest
from tests.every import thinned

RequestFor = Callable[..., ExportRequest]


def test_pixels_follow_scale_and_dpi(request_for: RequestFor) -> None:
    small, large = (picture_size(Layout(request_for(dpi=dpi))) for dpi in (150, 300))

    assert large.width_px == pytest.approx(2 * small.width_px, abs=1)
    # The outline alone takes 10.50 mm x 20, at 300 dpi.
    assert large.width_px > 2480


def test_the_largest_pair_can_be_printed_at_1200_dpi(request_for: RequestFor) -> None:
    assert picture_size(Layout(request_for("AXE580127/AXE680124", dpi=1200))).width_px > 17_000


@pytest.mark.hypothesis
@pytest.mark.parametrize(
    ("view", "scale_and_dpi"), thinned(product(View, ((400, 600), (20, 6000), (50, 2000))), 2)
)
def test_what_is_too_large_is_refused_with_what_is_possible(
    request_for: RequestFor, view: View, scale_and_dpi: tuple[float, float]
) -> None:
    request = request_for("AXE510127", *scale_and_dpi, view=view)

    with pytest.raises(PictureTooLargeError, match=r"^a picture of \d+ x \d+ px") as caught:
        picture_size(Layout(request))

    message = str(caught.value)
    lower_dpi = [replace(request, dpi=float(n)) for n in re.findall(r"most (\d+) dpi", message)]
    smaller = [replace(request, scale=float(n)) for n in re.findall(r"of at most (\d+)", message)]
    assert lower_dpi + smaller
    for possible in lower_dpi + smaller:
        picture_size(Layout(possible))
    for largest in lower_dpi:
        with pytest.raises(PictureTooLargeError):
            picture_size(Layout(replace(largest, dpi=largest.dpi + 1)))
    for largest in smaller:
        with pytest.raises(PictureTooLargeError):
            picture_size(Layout(replace(largest, scale=largest.scale + 1)))


def test_where_neither_helps_alone_both_are_named(
    request_for: RequestFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_size_module, "LARGEST_SIDE_PX", 1000)
    request = request_for("AXE580127/AXE680124", 1000, 10_000)

    with pytest.raises(PictureTooLargeError, match=r"less than 10000 dpi and a scale below 1000$"):
        picture_size(Layout(request))
