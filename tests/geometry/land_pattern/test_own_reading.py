"""Readings of the user's own: figure by figure, kept in files, damaged ones put aside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from a4s_gui.catalog.model import Half
from a4s_gui.errors import A4sError
from a4s_gui.export.reading_writer import (
    add_reading,
    delete_figure,
    delete_reading,
    take_own_readings,
)
from a4s_gui.geometry.land_pattern.field_readings import MASK_MARGIN, ReadingKind
from a4s_gui.geometry.land_pattern.own_reading import ReadFigure, check_document, with_figure
from a4s_gui.geometry.land_pattern.pattern import LandPatternError

HEIGHT, WIDTH = "header.terminal_height_mm", "header.contact_width_mm"
READ = ReadFigure(
    "Board 7", "Caliper", ReadingKind.MEASURED, Half.HEADER, "header.terminal_height_mm", 0.6
)


def _values(folder: Path) -> dict[tuple[str, Half], dict[str, float]]:
    found, problems = take_own_readings(folder)
    assert problems == ()
    return {(one.name, one.half): dict(one.figures) for one in found}


def test_figures_of_one_board_come_together_and_what_follows_is_worked_out(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    path = add_reading(folder, READ)
    assert path == folder / "board-7.toml"
    add_reading(folder, replace(READ, figure="header.terminal_inner_mm"))
    assert _values(folder) == {
        ("Board 7", Half.HEADER): {
            "terminal_height_mm": 0.6,
            "terminal_rows_mm": 1.2,
            "terminal_inner_mm": 0.6,
            "terminal_outer_mm": 1.8,
        }
    }
    add_reading(
        folder, replace(READ, half=Half.SOCKET, figure="socket.contact_width_mm", value_mm=0.25)
    )
    assert {half for _, half in _values(folder)} == set(Half)
    assert len(list(folder.iterdir())) == 1


def test_a_figure_that_is_read_anew_replaces_the_old_one(tmp_path: Path) -> None:
    for figure, value_mm in (("height", 0.6), ("rows", 1.2), ("height", 0.5), ("inner", 0.6)):
        add_reading(
            tmp_path, replace(READ, figure=f"header.terminal_{figure}_mm", value_mm=value_mm)
        )
    (values,) = _values(tmp_path).values()
    # The height keeps the rows, the inner edge then the outer one: 1.2 + 0.5.
    assert values == {
        "terminal_height_mm": 0.55,
        "terminal_rows_mm": 1.15,
        "terminal_inner_mm": 0.6,
        "terminal_outer_mm": 1.7,
    }


def test_offsets_have_their_dimension_and_margins_may_be_none(tmp_path: Path) -> None:
    offset = replace(READ, figure="header.terminal_offset_mm", value_mm=-0.1, reference="C")
    add_reading(tmp_path, offset)
    add_reading(tmp_path, replace(READ, figure=MASK_MARGIN, value_mm=0.0))
    ((reading,), _) = take_own_readings(tmp_path)
    assert (reading.terminal_reference, reading.figures) == ("C", {"terminal_offset_mm": -0.1})
    assert reading.mask_margin_mm == 0.0
    assert reading.own


@pytest.mark.parametrize(
    ("figure", "value_mm", "field", "reason"),
    [
        (HEIGHT, 0.0, HEIGHT, "0 mm is not a length above 0"),
        (WIDTH, -0.2, WIDTH, "-0.2 mm is not a length above 0"),
        ("header.terminal_inner_mm", 2.0, HEIGHT, "-0.2 mm is not a length above 0"),
        (MASK_MARGIN, -0.05, MASK_MARGIN, "-0.05 mm is not a length from 0 up"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name_and_not_kept(
    tmp_path: Path, figure: str, value_mm: float, field: str, reason: str
) -> None:
    add_reading(tmp_path, replace(READ, figure="header.terminal_outer_mm", value_mm=1.6))
    before = _values(tmp_path)
    with pytest.raises(LandPatternError) as caught:
        add_reading(tmp_path, replace(READ, figure=figure, value_mm=value_mm))
    assert (caught.value.field, caught.value.reason) == (field, reason)
    assert _values(tmp_path) == before


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": "…"}, "reading “…”: give it a name with a letter or digit"),
        ({"name": "GPD pocket mods"}, "reading “GPD pocket mods”: is shipped; choose another name"),
        ({"document": " "}, "a source is missing; say which board, drawing or caliper"),
        ({"document": "a; b"}, "a source is one document, without a semicolon"),
    ],
)
def test_names_and_sources_that_cannot_be_are_refused(change: dict[str, str], reason: str) -> None:
    with pytest.raises(A4sError) as caught:
        with_figure((), replace(READ, **change))  # type: ignore[arg-type]
    assert str(caught.value) == reason
    check_document("My board")


def test_a_figure_read_is_what_its_file_says(tmp_path: Path) -> None:
    add_reading(tmp_path, READ)
    assert take_own_readings(tmp_path) == (with_figure((), READ), ())


def test_name_source_and_kind_are_those_said_last(tmp_path: Path) -> None:
    first = with_figure((), READ)
    again = replace(READ, name=" board 7 ", document=" Microscope ", kind=ReadingKind.KNOWN_TO_WORK)
    both = with_figure(first, replace(again, half=Half.SOCKET, figure="socket.contact_width_mm"))

    assert [one.half for one in both] == list(Half)
    for one in both:
        assert (one.name, one.kind, one.source.document, one.own) == (
            *("board 7", ReadingKind.KNOWN_TO_WORK, "Microscope", True),
        )


def test_a_file_of_another_name_is_found_by_the_name_in_it(tmp_path: Path) -> None:
    add_reading(tmp_path, READ).rename(tmp_path / "hand-made.toml")
    add_reading(tmp_path, replace(READ, figure="header.contact_width_mm", value_mm=0.2))
    assert [path.name for path in tmp_path.iterdir()] == ["hand-made.toml"]
    ((reading,), _) = take_own_readings(tmp_path)
    delete_reading(tmp_path, reading)
    assert list(tmp_path.iterdir()) == []


def test_one_half_is_deleted_alone(tmp_path: Path) -> None:
    add_reading(tmp_path, READ)
    add_reading(tmp_path, replace(READ, half=Half.SOCKET, figure="socket.contact_width_mm"))
    found, _ = take_own_readings(tmp_path)
    delete_reading(tmp_path, next(one for one in found if one.half is Half.HEADER))
    assert list(_values(tmp_path)) == [("Board 7", Half.SOCKET)]


def test_one_figure_is_deleted_with_what_followed_from_it(tmp_path: Path) -> None:
    for figure, value_mm in (("terminal_height", 0.6), ("terminal_rows", 1.2)):
        add_reading(tmp_path, replace(READ, figure=f"header.{figure}_mm", value_mm=value_mm))
    add_reading(tmp_path, replace(READ, figure="header.contact_width_mm", value_mm=0.25))
    offset = replace(READ, figure="header.terminal_offset_mm", value_mm=0.1, reference="C")
    add_reading(tmp_path, offset)
    add_reading(tmp_path, replace(READ, figure=MASK_MARGIN, value_mm=0.05))
    left = []
    for figure in (
        "header.terminal_height_mm",
        "header.contact_width_mm",
        "header.terminal_offset_mm",
        "header.terminal_rows_mm",
    ):
        ((reading,), _) = take_own_readings(tmp_path)
        delete_figure(tmp_path, reading, figure)
        left.append(next(iter(_values(tmp_path).values())))
    assert left[0] == {
        "contact_width_mm": 0.25,
        "terminal_rows_mm": 1.2,
        "terminal_offset_mm": 0.1,
    }, "of height, rows and edges the rows are left"
    assert left[1:] == [
        {"terminal_rows_mm": 1.2, "terminal_offset_mm": 0.1},
        {"terminal_rows_mm": 1.2},
        {},
    ]
    ((reading,), problems) = take_own_readings(tmp_path)
    assert (reading.mask_margin_mm, reading.terminal_reference, problems) == (0.05, "", ())
    delete_figure(tmp_path, reading, MASK_MARGIN)
    assert list(tmp_path.iterdir()) == [], "no reading of nothing is kept"


def test_an_edge_that_goes_leaves_the_other_one(tmp_path: Path) -> None:
    for figure, value_mm in (("inner", 0.6), ("outer", 1.8)):
        add_reading(
            tmp_path, replace(READ, figure=f"header.terminal_{figure}_mm", value_mm=value_mm)
        )
    ((reading,), _) = take_own_readings(tmp_path)
    assert len(reading.figures) == 4
    delete_figure(tmp_path, reading, "header.terminal_inner_mm")
    assert _values(tmp_path) == {("Board 7", Half.HEADER): {"terminal_outer_mm": 1.8}}


def test_a_width_goes_alone(tmp_path: Path) -> None:
    for figure in ("terminal_height", "terminal_inner", "terminal_width"):
        add_reading(tmp_path, replace(READ, figure=f"header.{figure}_mm"))
    ((reading,), _) = take_own_readings(tmp_path)
    delete_figure(tmp_path, reading, "header.terminal_width_mm")
    (values,) = _values(tmp_path).values()
    assert values == {n: v for n, v in reading.figures.items() if n != "terminal_width_mm"}
    assert len(values) == 4


@pytest.mark.parametrize(
    ("typed", "part", "pins"),
    [
        *(("axe640124", "AXE640124", 40), ("22", "", 22), ("22 pins", "", 22), ("", "", None)),
        *(("2", "", 2), ("200", "", 200)),
    ],
)
def test_a_reading_says_what_it_was_read_on(
    tmp_path: Path, typed: str, part: str, pins: int | None
) -> None:
    add_reading(tmp_path, replace(READ, read_on=typed))
    add_reading(tmp_path, replace(READ, figure="header.contact_width_mm"))
    ((reading,), _) = take_own_readings(tmp_path)
    assert (reading.part, reading.pins) == (part, pins), "it stays with the next figure"
    assert str(reading.source) == f"Caliper: {f'Header {part}'.strip()}, read by the user"
    add_reading(tmp_path, replace(READ, read_on=""))
    ((reading,), _) = take_own_readings(tmp_path)
    assert (reading.part, reading.pins) == ("", None)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("AXE540127", "AXE540127 is a socket; this is read on a header"),
        ("21", "“21”: two rows have an even number of pins; type one"),
        ("0", "“0”: two rows have"),
        ("202", "“202”: two rows have"),
        ("2000000", "type one"),
        ("Board 7", "Board 7"),
    ],
)
def test_what_a_reading_cannot_be_read_on_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(A4sError, match=reason):
        with_figure((), replace(READ, read_on=typed))


def test_a_damaged_file_is_put_aside_and_the_others_are_there(tmp_path: Path) -> None:
    add_reading(tmp_path, READ)
    damaged = tmp_path / "old.toml"
    damaged.write_text("name = 7", encoding="utf-8")
    found, (problem,) = take_own_readings(tmp_path)
    assert [one.name for one in found] == ["Board 7"]
    assert problem.startswith(f"{damaged}: ")
    assert problem.endswith("the file is kept as old-1.damaged")
    assert (tmp_path / "old-1.damaged").read_text(encoding="utf-8") == "name = 7"
    assert take_own_readings(tmp_path) == (found, ())
