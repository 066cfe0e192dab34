"""Files checked as the command does, from their text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from a4s_gui.boards.check import CheckOptions, CheckResult, check
from a4s_gui.boards.reading.files import read_board_file
from a4s_gui.catalog.catalog import Catalog

Checked = Callable[..., CheckResult]


@pytest.fixture
def checked(tmp_path: Path, catalog: Catalog) -> Checked:
    def run(*texts: str, options: CheckOptions | None = None) -> CheckResult:
        files = []
        for index, text in enumerate(texts):
            path = tmp_path / f"{'ab'[index]}.txt"
            path.write_text(text, encoding="utf-8")
            files.append(read_board_file(str(path)))
        return check(files, catalog, options or CheckOptions())

    return run
