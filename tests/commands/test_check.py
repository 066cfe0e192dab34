"""``a4s-gui check``: its JSON, its page, its statuses and its refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.catalog.model import Half
from tests.boards.synthesis import (
    LOWER,
    Placed,
    board_text,
    library_pads,
    library_text,
    nets_for,
)
from tests.commands.conftest import Cli

SOCKET = Placed("J1", library_pads(Half.SOCKET), value="AXE540127", nets=nets_for(40))
HEADER = Placed("J1", library_pads(Half.HEADER, 40, LOWER), "back", nets=nets_for(40))
SWAPPED = Placed("J1", library_pads(Half.HEADER), "back", nets=nets_for(40))


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with two boards that mate and one that does not."""
    monkeypatch.chdir(tmp_path)
    for name, placed in (("a", SOCKET), ("b", HEADER), ("wrong", SWAPPED)):
        (tmp_path / f"{name}.kicad_pcb").write_text(board_text(placed), encoding="utf-8")
    return tmp_path


def test_the_object_has_the_keys_of_the_contract(cli: Cli) -> None:
    ended = cli("check", "a.kicad_pcb", "b.kicad_pcb", "--json")

    assert (ended.status, ended.messages) == (0, [])
    socket, header = ended.json["connectors"]
    findings = socket.pop("findings")
    assert socket == {
        "file": "a.kicad_pcb",
        "reference": "J1",
        "half": "socket",
        "pins": 40,
        "part": "AXE540127",
        "identified_by": "value",
        "board_side": "front",
        "rotation_deg": 0.0,
        "footprint_rotation_deg": 0.0,
        "numbering": {"rows": "odd-even", "pin_1": "upper-left"},
        "nearest_pattern": "default",
        "also_fits": socket["also_fits"],
        "deviation_um": {"contacts": 0.0, "terminals": 0.0},
        "nets": nets_for(40),
    }
    assert all(
        set(finding) == {"level", "rule", "pads", "text", "value", "expected"}
        for finding in findings
    )
    assert (header["part"], header["identified_by"]) == (None, "geometry")
    assert (header["board_side"], header["rotation_deg"]) == ("back", 180.0)
    (mating,) = ended.json["matings"]
    assert (mating["socket"], mating["header"]) == ("a.kicad_pcb:J1", "b.kicad_pcb:J1")
    assert (mating["best"], mating["would_match"]) == (True, "as-drawn")
    assert (mating["same"], mating["different"], mating["open"]) == (40, 0, 0)
    assert mating["pads"][0] == {
        "socket_pad": "1",
        "socket_net": "SIG1",
        "header_pad": "1",
        "header_net": "SIG1",
        "state": "same",
    }
    assert set(mating["turned"][0]) == {"socket_net", "header_net", "hazard"}


def test_rows_swapped_end_with_status_3_and_the_diagnosis(cli: Cli) -> None:
    ended = cli("check", "a.kicad_pcb", "wrong.kicad_pcb")

    assert ended.status == 3
    assert "0 same, 40 different, 0 open" in ended.out
    assert "rows-swapped: with the two rows of one half swapped" in ended.out
    assert "that needs a new board" in ended.out


def test_an_error_in_one_footprint_is_status_3(cli: Cli, own_place: Path) -> None:
    pads = library_pads(Half.SOCKET)[1:]
    (own_place / "x.kicad_mod").write_text(library_text(pads), encoding="utf-8")
    ended = cli("check", "x.kicad_mod")

    assert ended.status == 3
    assert "error: number-missing: no contact has these numbers (pads 1)" in ended.out


def test_a_number_given_names_what_geometry_found(cli: Cli) -> None:
    ended = cli("check", "b.kicad_pcb", "--part", "AXE640224", "--json")
    (header,) = ended.json["connectors"]
    assert (header["part"], header["identified_by"]) == ("AXE640224", "option")

    ended = cli("check", "b.kicad_pcb", "--part", "AXE540127")
    assert ended.status == 2
    assert "no 40-pin socket is in b.kicad_pcb" in ended.messages[0]


def test_pin_lists_mate_with_each_other_and_with_boards(cli: Cli, own_place: Path) -> None:
    socket = "part,AXE540127\npin,net\n" + "".join(f"{n},SIG{n}\n" for n in range(1, 41))
    header = "".join(f"{n},SIG{n}\n" for n in range(1, 41))
    (own_place / "s.csv").write_text(socket, encoding="utf-8")
    (own_place / "h.csv").write_text(header, encoding="utf-8")

    ended = cli("check", "s.csv", "h.csv", "--part", "AXE640124", "--json")
    assert ended.status == 0
    found = ended.json["connectors"][1]
    assert (found["board_side"], found["rotation_deg"], found["deviation_um"]) == (None,) * 3
    assert found["footprint_rotation_deg"] is None
    assert found["numbering"] == {"rows": "odd-even", "pin_1": "lower-left"}
    assert ended.json["matings"][0]["same"] == 40

    alike = cli(
        *("check", "s.csv", "h.csv", "--part", "AXE640124", "--numbering", "alike", "--json")
    )
    assert alike.status == 3
    assert alike.json["matings"][0]["would_match"] == "rows-swapped"
    assert cli("check", "s.csv", "b.kicad_pcb").status == 0

    without = cli("check", "s.csv", "h.csv")
    assert without.status == 2
    assert "h.csv, line 1: expected part,NUMBER" in without.messages[0]


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_two_files_that_cannot_be_mated_are_not_passed_over(
    cli: Cli, own_place: Path, options: list[str]
) -> None:
    smaller = Placed("J2", library_pads(Half.HEADER, 36, LOWER), nets=nets_for(36))
    (own_place / "small.kicad_pcb").write_text(board_text(smaller), encoding="utf-8")

    for other in ("a.kicad_pcb", "small.kicad_pcb"):
        ended = cli("check", "a.kicad_pcb", other, *options)
        assert ended.status == 0
        (message,) = ended.messages
        assert message.startswith(f"a4s-gui: a.kicad_pcb and {other}: no socket and header here")
    assert cli("check", "a.kicad_pcb", *options).messages == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_pin_lists_are_read_in_the_usual_encodings(
    cli: Cli, own_place: Path, encoding: str
) -> None:
    for name, part, coded in (("s", "AXE510127", "utf-8"), ("h", "AXE610124", encoding)):
        text = f"part,{part}\n" + "".join(f"{n},V±{n}µ\n" for n in range(1, 11))
        (own_place / f"{name}.csv").write_text(text, encoding=coded)

    (mating,) = cli("check", "s.csv", "h.csv", "--json").json["matings"]
    assert mating["same"] == 10


def test_the_programs_own_exports_are_read_back(cli: Cli) -> None:
    assert cli("export", "AXE540127/AXE640124", "-o", "pads.csv").status == 0
    ended = cli("check", "pads.csv", "--json")

    assert ended.status == 0
    assert [c["part"] for c in ended.json["connectors"]] == ["AXE540127", "AXE640124"]
    assert all(
        (pad["socket_pad"], pad["state"]) == (pad["header_pad"], "open")
        for pad in ended.json["matings"][0]["pads"]
    )
    for view, numbering in (("socket", "upper-left"), ("header", "lower-left")):
        cli("export", "AXE540127/AXE640124", "--view", view, "-o", f"{view}.kicad_mod")
        found = cli("check", f"{view}.kicad_mod", "--json").json["connectors"][0]
        assert found["half"] == view
        assert found["numbering"]["pin_1"] == numbering
        assert found["deviation_um"] == {"contacts": 0.0, "terminals": 0.0}


def test_names_of_one_net_are_taken_from_a_file(cli: Cli, own_place: Path) -> None:
    (own_place / "same.csv").write_text("SIG1,X\n", encoding="utf-8")
    other = Placed("J9", HEADER.pads, "back", nets={**nets_for(40), "1": "X"})
    (own_place / "c.kicad_pcb").write_text(board_text(other), encoding="utf-8")

    assert cli("check", "a.kicad_pcb", "c.kicad_pcb").status == 3
    assert cli("check", "a.kicad_pcb", "c.kicad_pcb", "--same", "same.csv").status == 0
    mated = cli("check", "a.kicad_pcb", "c.kicad_pcb", "--mate", "J1=J9", "--same", "same.csv")
    assert mated.status == 0
    assert cli("check", "a.kicad_pcb", "c.kicad_pcb", "--mate", "J1=J2").status == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.kicad_pcb"], "none.kicad_pcb: there is no such file"),
        (["a.kicad_pcb"] * 3, "3 files are named"),
        (["a.kicad_pcb", "--part", "AXE999"], "AXE999"),
        (["a.kicad_pcb", "--mate", "J1"], "write J1=J2"),
        (["a.kicad_pcb", "--land-pattern", "nobody"], "nobody"),
        (["a.kicad_pcb", "--same", "a.kicad_pcb"], "expected two names"),
    ],
)
def test_what_cannot_be_done_is_one_line(cli: Cli, arguments: list[str], message: str) -> None:
    ended = cli("check", *arguments)

    assert ended.status == 2
    assert ended.out == ""
    assert len(ended.messages) == 1
    assert message in ended.messages[0]


def test_files_are_not_written_to(cli: Cli, own_place: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in own_place.iterdir()}
    cli("check", "a.kicad_pcb", "b.kicad_pcb", "--json")
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in own_place.iterdir()}

    assert after == before


def test_a_net_s_name_moves_no_cursor(cli: Cli, own_place: Path) -> None:
    for half, part in (("socket", "AXE540127"), ("header", "AXE640124")):
        text = f"part,{part}\npin,net\n1,{half}\x1b[2J\x07\n"
        (own_place / f"{half}.csv").write_text(text, encoding="utf-8")

    page = cli("check", "socket.csv", "header.csv").out
    assert "socket\\x1b[2J\\x07" in page
    assert page.replace("\n", "").isprintable()
