"""From what is wanted to files: which ones, each once, no two by one name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.errors import A4sError
from a4s_gui.export.many.file_names import USUAL, NamePattern
from a4s_gui.export.many.making import Maker
from a4s_gui.export.many.plan import Wanted, tasks_for
from a4s_gui.export.many.task import Made, Task
from a4s_gui.export.registry import FORMATS, format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from tests.every import EXPLORES
from tests.export.many import makes

FOLDER = Path("/out")
DrawingsOf = Callable[..., list[ExportRequest]]


@pytest.fixture
def drawings_of(catalog: Catalog, pattern: LandPattern) -> DrawingsOf:
    def drawings(views: Sequence[View], pins: Sequence[int] = (40,)) -> list[ExportRequest]:
        return [
            ExportRequest(DrawingSpec(pair, pattern, view), 10, 100, related=catalog.related(pair))
            for pair in catalog.pairs
            if not pins or pair.pins in pins
            for view in views
        ]

    return drawings


def names(wanted: Wanted) -> list[str]:
    return [str(task.path.relative_to(FOLDER)) for task in tasks_for(wanted, FOLDER)]


def test_drawings_in_each_view_and_halves_once(drawings_of: DrawingsOf) -> None:
    formats = [format_for(suffix) for suffix in ("svg", "kicad_mod", "pads.csv")]
    found = names(Wanted(drawings_of([View.PAIR, View.TAPE]), formats, NamePattern(USUAL)))

    assert len(found) == len(set(found)) == 4 * 2 + 7 + 4
    assert "AXE540127-AXE640124-tape.svg" in found
    assert "Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical.kicad_mod" in found


def test_halves_follow_the_views_that_show_them(drawings_of: DrawingsOf) -> None:
    kicad, step = [format_for("kicad_mod")], [format_for("step")]
    usual = NamePattern(USUAL)

    assert len(names(Wanted(drawings_of([View.HEADER]), kicad, usual))) == 4
    assert len(names(Wanted(drawings_of([View.TAPE]), kicad, usual))) == 7, "both, where none does"
    # The pair for inspection has no mated height, so it is both halves.
    assert len(names(Wanted(drawings_of([View.MATED]), step, usual))) == 3 + 2
    assert len(names(Wanted(drawings_of([View.MATED, View.PAIR]), step, usual))) == 3 + 7


def test_a_library_and_its_package(drawings_of: DrawingsOf) -> None:
    usual = NamePattern(USUAL)
    found = names(Wanted(drawings_of([View.TAPE]), [], usual, library=True, package=True))

    assert len(found) == 2 * 7 + 1 + 1
    assert found[-1].endswith(".zip")


def test_two_files_by_one_name_are_refused_before_any_is_made(drawings_of: DrawingsOf) -> None:
    drawings = drawings_of([View.PAIR, View.MATED])
    svg = [format_for("svg")]

    for pattern, missing in (
        ("{socket}-{view}", "add {header} or {height} or {name}"),
        ("{socket}-{header}", "add {view} or {name}"),
        ("same", "add {view} or {name}"),
    ):
        with pytest.raises(A4sError, match="two files would be called") as caught:
            tasks_for(Wanted(drawings, svg, NamePattern(pattern)), FOLDER)
        assert missing in str(caught.value)
    assert len(names(Wanted(drawings, svg, NamePattern("{socket}-{header}-{view}")))) == 8


def test_a_half_that_two_pairs_share_is_no_collision(drawings_of: DrawingsOf) -> None:
    pins = [format_for("pins.csv")]
    found = names(Wanted(drawings_of([View.SOCKET]), pins, NamePattern("{socket} pins")))
    assert found == [
        "AXE540127 pins.pins.csv",
        "AXE540127D pins.pins.csv",
        "AXE5E4026 pins.pins.csv",
    ]


def test_nothing_wanted_is_refused(drawings_of: DrawingsOf) -> None:
    with pytest.raises(A4sError, match="nothing is chosen"):
        tasks_for(Wanted(drawings_of([View.PAIR]), [], NamePattern(USUAL)), FOLDER)


def test_one_that_cannot_be_made_is_found_beforehand(drawings_of: DrawingsOf) -> None:
    huge = [ExportRequest(drawing.spec, 900, 4000) for drawing in drawings_of([View.PAIR])]
    with pytest.raises(A4sError, match="is too large"):
        tasks_for(Wanted(huge, [format_for("png")], NamePattern(USUAL), checked=True), FOLDER)


@pytest.mark.hypothesis
def test_two_runs_give_the_same_bytes_in_every_format(
    drawings_of: DrawingsOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In another process with other fonts, platform, language and order of hashes.

    Of all pairs of four numbers of pins, in every view, where there is time to explore.
    """
    sample = drawings_of((View.PAIR, View.SECTION), (10,))[2:4]
    drawings = drawings_of(tuple(View), (10, 22, 40, 80)) if EXPLORES else sample
    every_layer = [
        replace(drawing, spec=replace(drawing.spec, layers=frozenset(Layer)))
        for drawing in drawings
    ]
    wanted = Wanted(every_layer, FORMATS, NamePattern(USUAL), library=True, package=True)
    tasks = [*tasks_for(wanted, FOLDER), Task(Path("process"), makes.process_id)]
    with Maker(0) as maker:
        here = [digest(task, made) for task, made in maker.made_of(tasks)]
    no_fonts = tmp_path / "fonts.conf"
    no_fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    surroundings = {
        "PYTHONHASHSEED": "2",
        "FONTCONFIG_FILE": str(no_fonts),
        "HOME": str(tmp_path / "nowhere"),
        "LC_ALL": "de_DE.UTF-8",
        "QT_QPA_PLATFORM": "minimal",
        "QT_SCALE_FACTOR": "2",
        "TZ": "Asia/Tokyo",
    }
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    with Maker(2 if EXPLORES else 1) as maker:
        elsewhere = [digest(task, made) for task, made in maker.made_of(tasks)]

    assert len(here) == len(tasks)
    differing = [one for one, other in zip(here, elsewhere, strict=True) if one != other]
    assert [name for name, _ in differing] == ["process"]


def digest(task: Task, made: Made) -> tuple[str, str]:
    """Return a file's name and what stands for its bytes: those of all files are a gigabyte."""
    assert isinstance(made, bytes), f"{task.path}: {made}"
    return task.path.name, hashlib.sha256(made).hexdigest()
