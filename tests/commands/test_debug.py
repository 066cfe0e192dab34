"""``--debug``: what happens inside, on standard error, and nothing of it without."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.commands.conftest import Cli

ROOT = Path(__file__).resolve().parents[2]
PAIR = "AXE540127/AXE640124"


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "a4s_gui", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_files_are_told_and_the_result_stays_the_same() -> None:
    command = ["list", "--pins", "40", "--json"]
    quiet = _run(*command)
    assert (quiet.returncode, quiet.stderr) == (0, "")
    for told in (_run("--debug", *command), _run(*command, "--debug")):
        assert (told.returncode, told.stdout) == (0, quiet.stdout)
        assert "a4s_gui.start: a4s-gui " in told.stderr
        assert "a4s.toml" in told.stderr


def test_an_export_is_told_with_its_time_and_size(tmp_path: Path) -> None:
    path = tmp_path / "a.pads.csv"
    told = _run("--debug", "export", PAIR, "-o", str(path)).stderr

    assert "a4s_gui.export: pads.csv took " in told
    assert f"a4s_gui.file: wrote {path}, {path.stat().st_size} bytes" in told
    assert told.splitlines()[-1] == f"a4s-gui: wrote {path}"


def test_after_two_dashes_it_is_a_part_number(cli: Cli) -> None:
    ended = cli("show", "--", "--debug")

    assert ended.status == 2
    assert len(ended.messages) == 1
