"""The Debian with the programs of ``make interop``: when it counts as made, and who may make it."""

from __future__ import annotations

import os
from pathlib import Path

import other_programs
import pytest


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(other_programs, "PLACE", tmp_path / "made")
    monkeypatch.setattr(other_programs, "_STAMP", tmp_path / "made" / "made-of")
    (tmp_path / "made").mkdir()
    return tmp_path / "made"


def test_it_is_made_when_it_says_so_and_of_what_is_wanted_now(place: Path) -> None:
    assert not other_programs.is_made(), "a folder alone is one that was cut off"
    (place / "made-of").write_text("another list")
    assert not other_programs.is_made()
    (place / "made-of").write_text(other_programs._RECIPE)
    assert other_programs.is_made()


def test_who_is_not_root_is_told_what_will_not_be_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(other_programs, "make", lambda: pytest.fail("it needs root"))
    other_programs.main()
    said = capsys.readouterr().out
    assert "not run" in said
    assert all(program in said for program in other_programs.PROGRAMS)


def test_a_package_that_is_not_there_has_no_version(place: Path) -> None:
    assert other_programs.installed_versions(["kicad", "no-such-package"], place) == {}
