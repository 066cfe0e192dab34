"""Own land patterns: edited, compared, written, found again by name or file."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Source
from a4s_gui.export.atomic import ExportError
from a4s_gui.export.pattern_writer import delete_pattern, save_pattern
from a4s_gui.geometry.land_pattern.editing import (
    FIGURES,
    OWN_FIGURE,
    differences,
    edited,
    figure_value,
)
from a4s_gui.geometry.land_pattern.library import PatternLibrary, PatternNameError
from a4s_gui.geometry.land_pattern.pattern import CommonFigures, HalfPattern, LandPatternError
from a4s_gui.geometry.land_pattern.reading import (
    read_pattern,
    shipped_pattern,
    shipped_pattern_names,
)
from a4s_gui.geometry.land_pattern.writing import pattern_text

DEFAULT = shipped_pattern()
PAIR = load_catalog().pairs[0]


@pytest.fixture
def library(tmp_path: Path) -> PatternLibrary:
    return PatternLibrary(tmp_path / "land_patterns")


def test_every_figure_has_a_label() -> None:
    names = {f"{half}.{f.name}" for half in Half for f in fields(HalfPattern)}
    names |= {f"common.{f.name}" for f in fields(CommonFigures)}
    assert {figure.name for figure in FIGURES} == names
    assert len({(figure.part, figure.label) for figure in FIGURES}) == len(FIGURES)


def test_an_edit_changes_one_figure_and_its_source_alone() -> None:
    pattern = edited(DEFAULT, {"socket.contact_height_mm": 0.7})
    assert pattern.socket == replace(DEFAULT.socket, contact_height_mm=0.7)
    assert (pattern.header, pattern.common) == (DEFAULT.header, DEFAULT.common)
    assert pattern.sources["socket.contact_height_mm"] is OWN_FIGURE
    changed = {n for n in pattern.sources if pattern.sources[n] != DEFAULT.sources[n]}
    assert changed == {"socket.contact_height_mm"}


def test_differences_name_what_was_and_what_is() -> None:
    edits = {"header.terminal_height_mm": 0.9, "common.stiffener_margin_mm": 1.0}
    found = differences(edited(DEFAULT, edits), DEFAULT)
    assert [(d.figure.name, d.base, d.value) for d in found] == [
        ("header.terminal_height_mm", 0.53, 0.9),
        ("common.stiffener_margin_mm", 0.75, 1.0),
    ]
    assert differences(DEFAULT, DEFAULT) == ()


def test_an_edit_back_to_the_shipped_figure_is_no_edit() -> None:
    assert edited(DEFAULT, {"socket.contact_width_mm": 0.23}) == DEFAULT


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("socket.contact_width_mm", 0.4),
        ("socket.contact_width_mm", 0),
        ("socket.contact_height_mm", -0.1),
        ("socket.contact_height_mm", 2.25),
        ("header.terminal_height_mm", 1.5),
        ("header.contact_paste_ratio", 1.01),
        ("header.contact_paste_ratio", 0.0),
        ("socket.terminal_reference", "D"),
        ("socket.terminal_offset_mm", -2.5),
        ("common.mask_margin_mm", -0.01),
        ("socket.contact_width_mm", float("nan")),
        ("socket.contact_width_mm", float("inf")),
        ("header.contact_rows_mm", float("nan")),
    ],
)
def test_impossible_figures_are_refused_by_name(name: str, value: float | str) -> None:
    with pytest.raises(LandPatternError) as refusal:
        edited(DEFAULT, {name: value}, PAIR.connectors)
    assert refusal.value.field == name
    assert "\n" not in str(refusal.value)


def test_an_unknown_figure_is_refused() -> None:
    with pytest.raises(LandPatternError) as refusal:
        edited(DEFAULT, {"socket.colour": 1.0})
    assert str(refusal.value) == "land pattern: socket.colour: there is no such figure"


@pytest.mark.parametrize("name", shipped_pattern_names())
def test_the_text_of_a_pattern_reads_back_as_the_same(name: str, tmp_path: Path) -> None:
    pattern = shipped_pattern(name)
    path = tmp_path / "pattern.toml"
    path.write_text(pattern_text(pattern), encoding="utf-8")
    back = read_pattern(path)
    assert back == replace(pattern, sources=back.sources)
    for figure in FIGURES:
        assert back.sources[figure.name] == pattern.sources[figure.name]


texts = st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip)


@given(texts, texts)
@example("\0\t\n\x1f\x7f\x80", 'a"b\\c\x7f')
def test_any_title_and_source_survive_the_file(title: str, document: str) -> None:
    sources = dict.fromkeys(DEFAULT.sources, Source(document, "table"))
    pattern = replace(DEFAULT, title=title, sources=sources)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pattern.toml"
        path.write_bytes(pattern_text(pattern).encode())
        back = read_pattern(path)
    assert back.title == title
    assert back.sources["socket.contact_width_mm"].document == document


def test_a_saved_pattern_is_found_by_name_and_by_file(library: PatternLibrary) -> None:
    saved = save_pattern(library, edited(DEFAULT, {"socket.contact_height_mm": 0.7}), "my-fab")
    assert library.names() == (*shipped_pattern_names(), "my-fab")
    assert library.load("my-fab") == saved
    assert library.find(str(library.path_of("my-fab"))) == saved
    assert figure_value(library.find("my-fab"), "socket.contact_height_mm") == 0.7
    assert library.load("my-fab").sources["socket.contact_height_mm"] == OWN_FIGURE


def test_saving_again_replaces_and_deleting_removes(library: PatternLibrary) -> None:
    save_pattern(library, DEFAULT, "mine")
    save_pattern(library, edited(DEFAULT, {"header.contact_height_mm": 0.7}), "mine")
    assert library.load("mine").header.contact_height_mm == 0.7
    assert library.load("mine").revision is None
    assert library.load("dash-connector") == DEFAULT
    delete_pattern(library, "mine")
    assert library.own_names() == ()
    assert list(library.folder.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["", "default", "dash-connector", "Inkplate-5", "a/b", "../x", ".hidden", "x" * 61, "a.toml"],
)
def test_impossible_names_are_refused_and_nothing_is_written(
    library: PatternLibrary, name: str
) -> None:
    with pytest.raises(PatternNameError):
        save_pattern(library, DEFAULT, name)
    assert not library.folder.exists()


def test_an_unknown_name_is_answered_with_the_known_ones(library: PatternLibrary) -> None:
    with pytest.raises(
        PatternNameError, match="known: default, gpd-pocket, inkplate-5, transcribed"
    ):
        library.find("nobody")


def test_a_folder_that_cannot_be_made_is_one_clear_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    library = PatternLibrary(tmp_path / "file" / "land_patterns")
    with pytest.raises(ExportError, match="land_patterns"):
        save_pattern(library, DEFAULT, "mine")
