"""``a4s-gui decode``: lists on standard input, numbers not yet complete, all about a part."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Cli, Ended

BOM = "Part\tQty\nAXE540127\t5\nAXE534124\t1\nAXE5**127D\t2\n"


class Given(io.StringIO):
    """Standard input that holds some bytes."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.buffer = io.BytesIO(content)  # type: ignore[misc]


def decode(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, content: str | bytes, *arguments: str
) -> Ended:
    given = content.encode() if isinstance(content, str) else content
    monkeypatch.setattr(sys, "stdin", Given(given))
    return cli("decode", "-", *arguments)


def test_a_list_line_by_line(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = decode(cli, monkeypatch, BOM, "--json")

    assert (ended.status, ended.messages) == (0, [])
    lines = ended.json
    assert [(line["line"], line["state"]) for line in lines] == [
        (1, "ignored"),
        (2, "resolved"),
        (3, "resolved"),
        (4, "resolved"),
    ]
    assert lines[1]["part_numbers"] == ["AXE540127"]
    assert lines[1]["pairs"] == ["AXE540127/AXE640124", "AXE540127/AXE640224"]
    assert "2013" in lines[2]["note"]
    assert len(lines[3]["part_numbers"]) == 13


def test_doubtful_lines_are_told_and_end_with_status_2(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = decode(cli, monkeypatch, BOM + "AXE538127\nAXE540128\n", "--json")

    assert ended.status == 2
    assert ended.messages == ["a4s-gui: lines 5, 6 are doubtful; the list says why"]
    doubtful = ended.json[-1]
    assert doubtful["state"] == "doubtful"
    assert "surface" in doubtful["reason"]
    assert doubtful["suggestions"][0] == "AXE540127"
    one = decode(cli, monkeypatch, "AXE538127\n")
    assert one.messages == ["a4s-gui: line 1 is doubtful; the list says why"]


def test_a_list_for_people(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    page = decode(cli, monkeypatch, BOM + "AXE538127\n").out

    head, *rows = page.splitlines()
    assert head.split() == ["LINE", "STATE", "TEXT", "PART", "NUMBERS", "QUANTITY", "NOTE"]
    assert "resolved" in rows[1]
    assert "and 9 more" in rows[3]
    assert "38 pins are not made" in rows[4]
    assert rows[-1].startswith("3 resolved, 1 doubtful, 1 ignored; pairs meant: ")


@pytest.mark.parametrize("content", ["", "\n \n", b"\xef\xbb\xbf"])
def test_an_empty_list_is_refused(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, content: str | bytes
) -> None:
    ended = decode(cli, monkeypatch, content)

    assert (ended.status, ended.out) == (2, "")
    assert "nothing came on standard input" in ended.messages[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_list_is_read_as_shells_and_spreadsheets_write_it(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    ended = decode(cli, monkeypatch, "Größe\nAXE540127\n".encode(encoding), "--json")

    assert [line["state"] for line in ended.json] == ["ignored", "resolved"]
    assert ended.json[0]["text"] == "Größe"


def test_what_is_no_text_is_refused(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = decode(cli, monkeypatch, b"%PDF-1.4\n\x00AXE540127\n")

    assert (ended.status, ended.out, len(ended.messages)) == (2, "", 1)
    assert "decode -: is not text" in ended.messages[0]


def test_no_standard_input_at_all(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    ended = cli("decode", "-")

    assert (ended.status, len(ended.messages)) == (2, 1)


def test_a_standard_input_that_cannot_be_read(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    only_written = os.open(tmp_path / "list.txt", os.O_CREAT | os.O_WRONLY)
    with io.TextIOWrapper(os.fdopen(only_written, "rb")) as given:
        monkeypatch.setattr(sys, "stdin", given)
        ended = cli("decode", "-")

    assert (ended.status, ended.out) == (2, "")
    assert ended.messages[0].startswith("a4s-gui: decode -: standard input cannot be read (")


def test_a_list_that_is_too_long(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = decode(cli, monkeypatch, "AXE540127\n" * 5_001)

    assert (ended.status, ended.out) == (2, "")
    assert "5,001 lines" in ended.messages[0]


def test_the_beginning_of_a_number(cli: Cli) -> None:
    ended = cli("decode", "--complete", "axe54", "--json")

    assert (ended.status, ended.messages) == (0, [])
    found = ended.json
    assert (found["typed"], found["is_whole"], found["mates"]) == ("AXE54", False, [])
    assert [field["characters"] for field in found["fields"]] == ["AXE", "5"]
    assert found["next"]["name"] == "pins"
    assert [(c["characters"], c["typed"]) for c in found["next"]["choices"]] == [
        ("40", "AXE540"),
        ("44", "AXE544"),
    ]
    assert {c["part_number"] for c in found["candidates"]} == {
        *("AXE540127", "AXE544127", "AXE540127D", "AXE544127D"),
    }


def test_a_whole_number_and_an_empty_one_are_beginnings_too(cli: Cli) -> None:
    whole = cli("decode", "--complete", "AXE540127D", "--json").json
    assert (whole["is_whole"], whole["next"], whole["mates"]) == (True, None, ["AXE640124D"])
    assert len(cli("decode", "--complete", "", "--json").json["candidates"]) == 129


def test_a_beginning_for_people(cli: Cli) -> None:
    page = cli("decode", "--complete", "AXE640").out

    for words in ("next: mated height", "AXE6402", "1.0 mm", "may become", "AXE640124D"):
        assert words in page


def test_a_beginning_that_leads_nowhere(cli: Cli) -> None:
    ended = cli("decode", "--complete", "AXE538")

    assert (ended.status, ended.out) == (2, "")
    (message,) = ended.messages
    for words in ("AXE538", "pins", "30, 32, 34, 36", "nearest: AXE536127"):
        assert words in message


def test_json_of_a_part_carries_what_is_known_of_it(cli: Cli) -> None:
    decoded = cli("decode", "AXE540127", "--json").json

    low, high = decoded["pairs"]
    assert (low["header"], high["header"]) == ("AXE640124", "AXE640224")
    assert low["current"]["figures"][0]["value"] == 5.0
    assert high["alternatives"]["found"][0]["header"] == "AXE640124"
    assert low["ordering"]["smallest_order"]["value"] == 5000
    assert {part["id"] for part in decoded["materials"]} == {
        *("body", "contact-portion", "terminal-portion-socket", "soldering-terminals-socket"),
    }
    notes = {note["id"] for note in decoded["design_notes"]}
    assert "socket-mask" in notes
    assert "header-mask" not in notes
    assert len(decoded["environmental_tests"]) == 4
    header = cli("decode", "AXE640224", "--json").json
    assert "header-mask" in {note["id"] for note in header["design_notes"]}


def test_a_pattern_means_the_numbers_that_it_fits(cli: Cli) -> None:
    ended = cli("decode", "AXE5**127", "--json")
    assert (ended.status, ended.messages) == (0, [])
    assert len(ended.json["candidates"]) == 22
    assert cli("decode", "AXE5**127").out == cli("decode", "AXE5**127", "--complete").out
    wrong = cli("decode", "AXE5**128")
    assert wrong.status == 2
    assert "AXE5**128" in wrong.messages[0]


def test_quantities_are_in_the_json(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = decode(cli, monkeypatch, "Qty;MPN\n12;AXE540127\n;AXE640124\n", "--json")

    assert [line["quantity"] for line in ended.json] == [None, 12, None]


@pytest.mark.parametrize("arguments", [["decode"], ["show"], ["export", "-o", "a.png"]])
def test_what_may_be_two_numbers_is_asked_by_every_command(cli: Cli, arguments: list[str]) -> None:
    ended = cli(*arguments, "AXE540127 D")

    assert (ended.status, ended.out) == (2, "")
    assert "write AXE540127 or AXE540127D" in ended.messages[0]


@pytest.mark.parametrize(
    "text",
    ["Panasonic AXE540127", "AXE540127.", "Panasonic_A4S_AXE540127_2x20-1MP_P0.40mm_Vertical"],
)
def test_what_stands_around_a_number_does_no_harm(cli: Cli, text: str) -> None:
    assert cli("decode", text, "--json").json["part_number"] == "AXE540127"
