"""Bills of materials in the forms of other programs: every number found, every quantity read."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.bills.bill_file import decode_text, list_text
from a4s_gui.catalog.part_list.line import LineState
from a4s_gui.catalog.part_list.part_list import PartList, PartListError, read_list
from tests.bills.workbook import Cell, xlsx
from tests.catalog.pairs import CATALOG

FOREIGN = Path(__file__).parent / "foreign"
"""By hand, in the forms that the programs write; each means two sockets and a header."""
FORMS = sorted(path.name for path in FOREIGN.iterdir())


def form(name: str) -> str:
    return (FOREIGN / name).read_text(encoding="utf-8")


SHEET: list[list[Cell]] = [
    ["Project", "Board"],
    [],
    ["Item", "Qty", "Reference", "Manufacturer Part Number", "Price"],
    [1.0, 2.0, "J1\nJ2", "AXE540127", 1.02],
    [2.0, 1.0, "J3", "AXE640124", 0.98],
]


def read(content: bytes) -> PartList:
    return read_list(CATALOG, decode_text(content, "bom"))


def pieces(text: str) -> dict[str, int]:
    found = read(text.encode())
    assert not found.of_state(LineState.DOUBTFUL)
    return dict(found.pieces)


@pytest.mark.parametrize("name", FORMS)
def test_numbers_and_quantities_of_every_form(name: str) -> None:
    assert pieces(form(name)) == {"AXE540127": 2, "AXE640124": 1}


def test_tabs_part_the_cells_as_well() -> None:
    assert pieces(form("kicad.csv").replace('","', '"\t"')) == {"AXE540127": 2, "AXE640124": 1}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_usual_encoding(encoding: str, line_end: str) -> None:
    content = form("mouser-cart.csv").replace("\n", line_end).encode(encoding)

    assert read(content).pieces == {"AXE540127": 2, "AXE640124": 1}


def test_a_spreadsheet_keeps_its_row_numbers(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    path.write_bytes(xlsx(SHEET))
    found = read_list(CATALOG, list_text(path))

    assert [(ln.number, ln.parts, ln.quantity) for ln in found.lines if ln.parts] == [
        (4, ("AXE540127",), 2),
        (5, ("AXE640124",), 1),
    ]
    assert found.lines[2].text == "1\t2\tJ1 J2\tAXE540127\t1.02"


def test_every_sheet_of_a_spreadsheet_is_read() -> None:
    found = read(xlsx(SHEET, [["AXE510127", 7.0]]))

    assert found.pieces == {"AXE540127": 2, "AXE640124": 1, "AXE510127": 7}
    assert found.lines[-1].number == 6


def test_hidden_sheets_are_left_out_where_any_is_seen() -> None:
    found = read(xlsx([["AXE510127", 7.0]], SHEET, hidden=[1]))
    assert found.pieces == read(xlsx(SHEET)).pieces
    assert found.lines[-1].text == "Hidden sheets, left out: 1"
    assert read(xlsx(SHEET, hidden=[1])).pieces == read(xlsx(SHEET)).pieces


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more",
        xlsx(SHEET)[:-100],
    ],
)
def test_a_damaged_spreadsheet_is_refused(content: bytes) -> None:
    with pytest.raises(PartListError, match=r"^bom: is no spreadsheet that can be read.* as CSV"):
        read(content)


def test_a_spreadsheet_that_unpacks_to_very_much_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """More than 100 MB; a hundredth of that here."""
    monkeypatch.setattr("a4s_gui.bills.spreadsheet._LARGEST_UNPACKED", 1_000_000)
    content = xlsx([["x" * 30_000] * 20] * 2)

    assert len(content) < 10_000
    with pytest.raises(PartListError, match=r"^bom: unpacks to 1 MB"):
        read(content)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [("kicad.xml", "is damaged XML"), ("kicad.net", "line 5: expected the closing bracket")],
)
def test_a_damaged_netlist_is_refused(name: str, complaint: str) -> None:
    with pytest.raises(PartListError, match=complaint):
        read(form(name)[:200].encode())


def test_entities_are_not_expanded() -> None:
    text = form("kicad.xml").replace(
        "<export", "<export><!-- <!ENTITY a 'b'> --></export><export", 1
    )
    with pytest.raises(PartListError, match="declares entities"):
        read(text.encode())
