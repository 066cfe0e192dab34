"""``a4s-gui export`` to sheets of paper, and to tables, which need no picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from a4s_gui.drawing.sheet.paper import Paper
from tests.commands.conftest import Cli
from tests.export.pdf_reader import Pdf

PAIR = "AXE580127/AXE680124"


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Have the application of the widget tests first: a process can have one only."""


def pdf(path: Path) -> Pdf:
    return Pdf(path.read_bytes())


@pytest.mark.parametrize(("name", "size_mm"), [("A4", (297, 210)), ("a3", (420, 297))])
def test_a_sheet_is_filled_where_no_scale_is_named(
    cli: Cli, tmp_path: Path, name: str, size_mm: tuple[float, float]
) -> None:
    path = tmp_path / "a.pdf"

    ended = cli("export", PAIR, "--paper", name, "-o", path)

    assert ended.messages == [f"a4s-gui: wrote {path}"]
    assert pdf(path).size_mm == pytest.approx(size_mm, abs=1e-3)
    title = pdf(path).text(pdf(path).information, "Title")
    scale = re.search(r", (\d+):1$", title)
    assert scale
    assert 10 <= int(scale[1]) < 20


def test_without_a_paper_the_sheet_is_as_large_as_the_drawing(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"

    cli("export", PAIR, "-o", path)

    assert pdf(path).size_mm[0] > 18.5 * 20


def test_a_scale_that_is_named_is_kept_or_refused(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"

    ended = cli("export", PAIR, "--paper", "A4", "--scale", "20", "-o", path)

    assert ended.status == 2
    (said,) = ended.messages
    assert re.search(r"20:1 is too large for A4; choose a scale of at most \d+ or \w+ paper$", said)
    assert not path.exists()


def test_in_a_row_of_sheets_each_is_filled(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"

    ended = cli(
        "export", "--all", "--pins", "10,80", "--packaging", "8", "--height", "0.8",
        "--paper", "A4", "--format", "pdf", "-o", folder,
    )  # fmt: skip

    assert ended.status == 0
    sheets = [pdf(path) for path in sorted(folder.iterdir())]
    assert len(sheets) == 2
    assert {tuple(sorted(map(round, sheet.size_mm))) for sheet in sheets} == {(210, 297)}
    assert len({sheet.text(sheet.information, "Title")[-5:] for sheet in sheets}) == 2


def test_only_a_sheet_has_paper(cli: Cli, tmp_path: Path) -> None:
    for suffix in ("png", "svg", "pads.csv"):
        path = tmp_path / f"a.{suffix}"

        ended = cli("export", PAIR, "--paper", "A4", "-o", path)

        assert ended.status == 2
        assert len(ended.messages) == 1
        assert "--paper" in ended.messages[0]
        assert not path.exists()


def test_a_paper_that_is_not_known_is_refused(cli: Cli, tmp_path: Path) -> None:
    ended = cli("export", PAIR, "--paper", "A5", "-o", tmp_path / "a.pdf")

    assert ended.status == 2
    assert all(paper in ended.messages[0] for paper in Paper)


def test_a_date_that_is_none_is_refused(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")

    ended = cli("export", PAIR, "-o", tmp_path / "a.pdf")

    assert ended.status == 2
    assert "SOURCE_DATE_EPOCH: “yesterday”" in ended.messages[0]


@pytest.mark.parametrize(("suffix", "rows"), [("pads.csv", 2 * 84), ("padmap.csv", 84)])
def test_tables_have_a_row_for_each_pad(cli: Cli, tmp_path: Path, suffix: str, rows: int) -> None:
    path = tmp_path / f"a.{suffix}"

    assert cli("export", PAIR, "-o", path).status == 0
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1 + rows
