"""Patterns by name or by file: what is taken for which."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.catalog.records import DataError
from a4s_gui.geometry.land_pattern.library import PatternLibrary, PatternNameError
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.resources import resource_path

INKPLATE = shipped_pattern("inkplate-5")
SHAPE = (
    "a name has 1 to 60 letters, digits, dots, hyphens or underscores and begins with a letter "
    "or digit"
)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PatternLibrary:
    """Return a library without own patterns; the working folder has files of the inkplate's."""
    text = resource_path("land_patterns", "inkplate-5.toml").read_bytes()
    for name in ("board.toml", "board.TOML", "board", "default", "folder/board"):
        path = tmp_path / "here" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    monkeypatch.chdir(tmp_path / "here")
    return PatternLibrary(tmp_path / "own")


@pytest.mark.parametrize("text", ["board.toml", "board.TOML", "folder/board", "./board.toml"])
def test_what_ends_in_toml_or_has_a_folder_is_a_file(library: PatternLibrary, text: str) -> None:
    assert library.find(text) == library.find_or_read(text) == INKPLATE


def test_a_file_of_another_name_is_read_only_where_files_are_meant(library: PatternLibrary) -> None:
    assert library.find_or_read("board") == INKPLATE
    with pytest.raises(PatternNameError, match="board"):
        library.find("board")


def test_a_name_goes_before_a_file_of_that_name(library: PatternLibrary) -> None:
    assert library.find_or_read("default") == library.find("default") == shipped_pattern()


def test_what_is_neither_is_answered_with_the_known_names(library: PatternLibrary) -> None:
    with pytest.raises(PatternNameError, match="“nothing”: there is none of that name; known: def"):
        library.find_or_read("nothing")


def test_a_home_is_found_and_one_that_nobody_has_is_a_folder(
    library: PatternLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "here"))
    assert library.find("~/board.toml") == INKPLATE
    with pytest.raises(DataError, match=r"~nobody-of-that-name/board\.toml: cannot be read"):
        library.find("~nobody-of-that-name/board.toml")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".hidden", SHAPE),
        ("", SHAPE),
        (61 * "x", SHAPE),
        ("Mine.TOML", ".toml is for files; leave it out"),
        ("Inkplate-5", "is shipped; choose another name"),
        ("dash-connector", "is shipped; choose another name"),
    ],
)
def test_a_name_that_none_can_have_is_refused_with_the_reason(
    library: PatternLibrary, name: str, reason: str
) -> None:
    with pytest.raises(PatternNameError) as caught:
        library.check_new_name(name)
    assert str(caught.value) == f"land pattern “{name}”: {reason}"
    library.check_new_name("Fab_2.a")
    library.check_new_name(60 * "x")
