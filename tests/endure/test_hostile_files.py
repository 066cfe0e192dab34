"""Files that are meant to do harm, or that are something else: refused in a line, at once."""

from __future__ import annotations

import csv
import io
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from a4s_gui.bills.bill_file import list_text
from a4s_gui.boards.reading.files import read_board_file
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.delimited import comma_separated
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern.field_readings import read_readings
from a4s_gui.geometry.land_pattern.reading import read_pattern
from a4s_gui.ui.core.session_file import SessionFile
from a4s_gui.ui.core.settings import Settings

_HUGE = 500_000_000
_READERS: dict[str, Callable[[Path], object]] = {
    "board.kicad_pcb": lambda path: read_board_file(str(path)),
    "bill.csv": list_text,
    "catalog.toml": load_catalog,
    "pattern.toml": read_pattern,
    "reading.toml": read_readings,
}


def huge(path: Path) -> Path:
    """Make a file of half a gigabyte that takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(_HUGE)
    return path


@pytest.mark.parametrize("name", list(_READERS))
def test_a_file_of_half_a_gigabyte_is_refused(name: str, tmp_path: Path) -> None:
    path = huge(tmp_path / name)
    tracemalloc.start()
    with pytest.raises(A4sError, match=rf"{name}.* MB"):
        _READERS[name](path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10_000_000  # of bills the first 5 MB are read


def test_huge_settings_are_put_aside(tmp_path: Path) -> None:
    settings = Settings(huge(tmp_path / "settings.ini"))
    assert "larger than 4 MB" in settings.message
    assert (tmp_path / "settings.damaged-1.ini").stat().st_size == _HUGE


def test_a_huge_session_is_told(tmp_path: Path) -> None:
    session = SessionFile(tmp_path)
    huge(tmp_path / "last.json")
    assert session.read() == ""
    assert "larger than 64 MB" in session.message
    session.close("")


@pytest.mark.parametrize(
    "cell",
    [
        "=cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "+1+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        '=HYPERLINK("https://shop.invalid","GND")',
        "\t=1+1",
    ],
)
def test_no_cell_of_a_csv_is_a_formula(cell: str) -> None:
    written = comma_separated([["7", cell]])
    ((number, read),) = csv.reader(io.StringIO(written))
    assert (number, read) == ("7", f"'{cell}")


@pytest.mark.parametrize("name", ["+3V3", "-12V", "+5V_USB", "A=B", "GND", "~{RESET}", "-1.125"])
def test_usual_names_of_nets_and_numbers_stay_as_they_are(name: str) -> None:
    assert comma_separated([[name]]) == f"{name}\n"
