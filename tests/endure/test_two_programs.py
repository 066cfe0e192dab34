"""Two programs at once on one folder of settings: nothing that one of them keeps is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.layer_presets import decode_presets
from a4s_gui.export.reading_writer import take_own_readings
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.session.session_store import first_state
from a4s_gui.session.settings_table import EXPORT_FOLDER, LAYER_PRESETS, THEME
from a4s_gui.ui.core.session_file import SessionFile
from a4s_gui.ui.core.settings import Settings
from tests.endure.program import TIMES

_ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.usefixtures("qapp")


class Program:
    """A program in a process of its own, on one user's folder."""

    def __init__(self, config: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.endure.program"],
            cwd=_ROOT,
            env={**os.environ, "XDG_CONFIG_HOME": str(config)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def hear(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def tell(self, word: str) -> None:
        assert self._process.stdin is not None
        print(word, file=self._process.stdin, flush=True)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait(60)
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()


def kept(own: Path) -> list[list[str]]:
    """Return the names of what is kept in the user's folder, for each half and number."""
    presets: tuple[str, ...] = Settings(own / "settings.ini").get(LAYER_PRESETS)
    readings, problems = take_own_readings(own / "readings")
    assert problems == ()
    return [
        sorted(decode_presets(presets)),
        sorted(f"{reading.half} {reading.name.removeprefix('Board ')}" for reading in readings),
        sorted(n.replace("-", " ") for n in PatternLibrary(own / "land_patterns").own_names()),
    ]


def searched(session: str) -> str:
    state, _ = first_state(session, load_catalog())
    return state.filter.text


def test_nothing_is_lost_that_two_programs_keep_at_once(tmp_path: Path) -> None:
    programs = Program(tmp_path), Program(tmp_path)
    assert [program.hear() for program in programs] == ["open", "open"]
    for program, half in zip(programs, Half, strict=True):
        program.tell(str(half))
    assert [program.hear() for program in programs] == ["done", "done"]
    for program in programs:
        program.kill()

    own = tmp_path / "a4s-gui"
    settings = Settings(own / "settings.ini")
    assert (settings.get(THEME), settings.get(EXPORT_FOLDER)) == ("dark", "/boards")
    every = sorted(f"{half} {number}" for half in Half for number in range(TIMES))
    assert kept(own) == [every, every, every]

    again = [SessionFile(own / "sessions") for _ in programs]
    sessions = [file.read() for file in again]
    assert {searched(session) for session in sessions} == set(Half)
    for file, session in zip(again, sessions, strict=True):
        file.close(session)
    assert SessionFile(own / "sessions").read() == sessions[1]  # closed last
