"""Every model as OpenCASCADE reads it: valid, as large as the part, and nothing in common."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.export.halves import halves_of_all
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.body import body, height_mm, pair_heights
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from tests.interop.open_cascade import run_script

pytestmark = pytest.mark.interop

STEP = format_for("step")
PAIRS = load_catalog().pairs
UM = 1e-3
"""One micrometre, in mm."""
VALID = "This shape seems to be valid"


def request_of(pair: Pair, view: View = View.PAIR) -> ExportRequest:
    return ExportRequest(DrawingSpec(pair, shipped_pattern(), view))


def numbers(text: str) -> list[float]:
    return [float(word) for word in text.split()]


def test_every_half_is_valid_and_as_large_as_the_part(tmp_path: Path) -> None:
    halves = halves_of_all([request_of(pair) for pair in PAIRS])
    lines = []
    for i, request in enumerate(halves):
        file = tmp_path / f"{i}.step"
        file.write_bytes(STEP.write(request))
        lines += [
            f"stepread {file} s{i} *",
            f'puts "VALID [checkshape s{i}_1]"',
            f'puts "BOX [bounding s{i}_1 -optimal]"',
            f"explode s{i}_1 so",
            f'puts "SOLIDS [llength [directory s{i}_1_*]]"',
        ]
    said = run_script(lines, tmp_path)

    assert re.findall(r"^VALID (.*)$", said, re.MULTILINE) == [VALID] * len(halves)
    found = zip(
        halves,
        re.findall(r"^BOX (.*)$", said, re.MULTILINE),
        re.findall(r"^SOLIDS (.*)$", said, re.MULTILINE),
        strict=True,
    )
    assert len(halves) == 129
    for request, box, solids in found:
        pair = request.spec.pair
        connector = pair.connector(Half(str(request.spec.view)))
        bounds, height = body(connector).bounds, height_mm(connector, pair_heights(pair))
        wanted = [-bounds.width_mm / 2, -bounds.height_mm / 2, 0]
        wanted += [bounds.width_mm / 2, bounds.height_mm / 2, height]
        assert numbers(box) == pytest.approx(wanted, abs=UM), connector.part_number
        assert int(solids) == 1 + pair.pins + 4


MATED = {(pair.pins, pair.mated_height_mm): pair for pair in PAIRS if pair.mated_height_mm}
"""What differs in the packaging only is as large."""


def test_mated_halves_touch_and_have_no_volume_in_common(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as threads:
        said = list(threads.map(lambda pair: mated(pair, tmp_path / pair.id[:9]), MATED.values()))
    for pair, text in zip(MATED.values(), said, strict=True):
        height = pair.mated_height_mm or 0.0
        assert re.findall(r"^VALID (.*)$", text, re.MULTILINE) == [VALID]
        socket, header = map(numbers, re.findall(r"^BOX (.*)$", text, re.MULTILINE))
        assert (socket[2], socket[5]) == pytest.approx((0, 0.77), abs=UM)
        assert (header[2], header[5]) == pytest.approx((0.15, height), abs=UM), "on the slot floor"
        masses = [float(mass) for mass in re.findall(r"Mass :\s*(\S+)", text)]
        assert masses[0] == pytest.approx(0, abs=1e-9), pair.id
        assert masses[1] > 1


def mated(pair: Pair, folder: Path) -> str:
    work = folder.with_name(f"{folder.name}-{pair.mated_height_mm}")
    work.mkdir()
    file = work / "mated.step"
    file.write_bytes(STEP.write(request_of(pair, View.MATED)))
    half = 1 + pair.pins + 4
    return run_script(
        [
            f"stepread {file} m *",
            'puts "VALID [checkshape m_1]"',
            "explode m_1 so",
            *(
                f"eval compound {' '.join(f'm_1_{i}' for i in range(*span))} {name}"
                for name, span in (("s", (1, half + 1)), ("h", (half + 1, 2 * half + 1)))
            ),
            'puts "BOX [bounding s -optimal]"',
            'puts "BOX [bounding h -optimal]"',
            "bcommon c s h",
            'puts "COMMON [vprops c]"',
            'puts "VOLUME [vprops s]"',
        ],
        work,
    )
