"""Taking the text of a parts list from a file, as several programs write it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from a4s_gui.bills.bill_file import LARGEST_BYTES, check_text, list_text
from a4s_gui.catalog.part_list.part_list import PartListError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_as_spreadsheets_write_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "bom.csv"
    path.write_text("Größe;AXE540127\r\n", encoding=encoding, newline="")
    assert list_text(path) == "Größe;AXE540127\r\n"


@pytest.mark.parametrize("content", [b"%PDF-1.4\n\x00", b"AXE\x01", b"\x7fELF\x02"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bom.pdf"
    path.write_bytes(content)
    with pytest.raises(PartListError, match=r"^bom\.pdf: is not text; save .* as text or CSV"):
        list_text(path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bom.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    with pytest.raises(PartListError, match="larger than the 5 MB"):
        list_text(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bom.csv"
    path.write_text("\n \n", encoding="utf-8")
    with pytest.raises(PartListError, match=r"bom\.csv: is empty"):
        list_text(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe, tmp_path / "missing.csv"):
        with pytest.raises(PartListError, match="is not a file that can be read"):
            list_text(path)


@pytest.mark.parametrize("text", ["", " \n\t", "x" * (LARGEST_BYTES + 1)])
def test_a_pasted_text_has_bounds(text: str) -> None:
    with pytest.raises(PartListError, match=r"^list: .*(no text to read|5 MB)"):
        check_text(text)
    check_text("AXE540127")
