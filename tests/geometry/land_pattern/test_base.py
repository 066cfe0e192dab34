"""The shipped pattern that another one is held against, and figures taken back from it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern import reading as pattern_file
from a4s_gui.geometry.land_pattern.base import base_of, with_sources_of
from a4s_gui.geometry.land_pattern.editing import OWN_FIGURE, edited
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.resources import resource_path

HEIGHT = "socket.contact_height_mm"


@pytest.mark.parametrize("name", shipped_pattern_names())
def test_a_shipped_pattern_is_its_own_base(name: str) -> None:
    assert base_of(shipped_pattern(name)) == shipped_pattern(name)


@pytest.mark.parametrize("name", shipped_pattern_names())
def test_a_pattern_made_from_one_is_held_against_it(name: str) -> None:
    own = replace(edited(shipped_pattern(name), {"header.contact_width_mm": 0.2}), name="mine")
    assert base_of(own).name == name


def test_a_name_alone_makes_no_base() -> None:
    """A file that calls itself default and has the figures of another one."""
    disguised = replace(shipped_pattern("inkplate-5"), name="default")
    assert base_of(disguised).name == "inkplate-5"


def test_figures_that_are_the_base_s_take_its_source() -> None:
    base = shipped_pattern()
    own = edited(base, {HEIGHT: 0.7, "socket.contact_width_mm": 0.25})
    back = edited(own, {HEIGHT: 0.65})
    assert back.sources[HEIGHT] == OWN_FIGURE
    restored = with_sources_of(back, base, [HEIGHT, "socket.contact_width_mm"])
    assert restored.sources[HEIGHT] == base.sources[HEIGHT]
    assert restored.sources["socket.contact_width_mm"] == OWN_FIGURE


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the shipped patterns to be damaged."""
    folder = tmp_path / "land_patterns"
    shutil.copytree(resource_path("land_patterns"), folder)

    def moved(*parts: str) -> Path:
        return tmp_path.joinpath(*parts)

    monkeypatch.setattr(pattern_file, "resource_path", moved)
    return folder


def test_a_damaged_one_is_passed_over(shipped: Path, pattern: LandPattern) -> None:
    own = replace(edited(pattern, {HEIGHT: 0.7}), name="mine")
    (shipped / "inkplate-5.toml").write_text("name = ", encoding="utf-8")
    assert base_of(own).name == "default"


def test_a_damaged_default_is_named(shipped: Path, pattern: LandPattern) -> None:
    own = replace(edited(pattern, {HEIGHT: 0.7}), name="mine")
    (shipped / "default.toml").write_text("name = ", encoding="utf-8")
    with pytest.raises(A4sError, match=r"default\.toml"):
        base_of(own)


def test_of_two_shipped_ones_with_the_same_figures_each_is_its_own_base(shipped: Path) -> None:
    text = (shipped / "inkplate-5.toml").read_text(encoding="utf-8")
    twin = text.replace('name = "inkplate-5"', 'name = "a-twin"')
    assert twin != text
    (shipped / "a-twin.toml").write_text(twin, encoding="utf-8")
    assert shipped_pattern_names()[:2] == ("default", "a-twin")
    for name in ("a-twin", "inkplate-5"):
        assert base_of(shipped_pattern(name)).name == name
