"""Writing pictures: one large one, and those of all pairs with one process and with two."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QImageWriter

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.selection.resolve import resolve
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.export.atomic import atomic_write
from a4s_gui.export.layout import Layout
from a4s_gui.export.many.making import cores, workers_for
from a4s_gui.export.many.run import Run
from a4s_gui.export.many.task import Task, drawing_bytes
from a4s_gui.export.pictures.png import picture
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from tests.bench.result import Result

_ROUNDS = 3
_TIMES = 7
_QUALITY = 59
"""In Qt's words: zlib's effort 4, with which drawings are packed."""


def written() -> Iterator[Result]:
    """Yield the figures of one picture, and of all."""
    yield _one_picture()
    yield _all_pictures()


def _one_picture() -> Result:
    pair = resolve(load_catalog(), ["AXE540127"])[0].pair
    request = ExportRequest(DrawingSpec(pair, shipped_pattern()), scale=20, dpi=300)
    blank = picture(Layout(request))
    blank.fill("white")
    took_ms: list[float] = []
    least_ms: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture.png"
        for _ in range(_TIMES):
            least_ms.append(_save(path, blank))
            begun = time.process_time()
            atomic_write(path, drawing_bytes("png", request))
            took_ms.append((time.process_time() - begun) * 1e3)
    what = f"PNG at 20:1 and 300 dpi, {blank.width()} x {blank.height()} px"
    return Result.of(what, took_ms, least_ms, aim=1.3)


def _save(path: Path, image: QImage) -> float:
    """Write an image packed by Qt with the effort of an export; return how long it took, in ms."""
    begun = time.process_time()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"PNG")
    writer.setQuality(_QUALITY)
    writer.write(image)
    atomic_write(path, bytes(buffer.data().data()))
    return (time.process_time() - begun) * 1e3


def _all_pictures() -> Result:
    pattern, pairs = shipped_pattern(), load_catalog().pairs
    made = {pair.id: ExportRequest(DrawingSpec(pair, pattern), scale=10, dpi=150) for pair in pairs}
    workers = workers_for(len(made), cores())
    took_ms: dict[int, list[float]] = {0: [], workers: []}
    for number in [0, workers] * _ROUNDS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            tasks = [
                Task(folder / f"{pair_id.replace('/', '-')}.png", partial(drawing_bytes, "png", r))
                for pair_id, r in made.items()
            ]
            begun = time.perf_counter()
            Run(tasks, folder, number).wait()
            took_ms[number].append((time.perf_counter() - begun) * 1e3)
            if len(list(folder.iterdir())) != len(tasks):
                raise OSError("not all pictures were written")
    what = f"all {len(made)} pairs to PNG, {workers} processes"
    return Result(what, median(took_ms[workers]), median(took_ms[0]), aim=0.6)
