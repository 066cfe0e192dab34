"""A damaged catalog file is refused, naming file, entry, field and what was expected there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.errors import ResourceError
from tests.catalog.damage import SHIPPED, complaint, damaged

FIRST = '{ pins = 10, socket = "AXE510127", header = "AXE610124" }'


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        # halves that do not mate
        (
            '{ pins = 10, socket = "AXE510127", header = "AXE610224" }',
            "header: expected a half that mates at 0.8 mm, found 'AXE610224'",
        ),
        (
            '{ pins = 10, socket = "AXE510127D", header = "AXE610124" }',
            "socket: expected a part number in 8 mm packaging, found 'AXE510127D'",
        ),
        (
            '{ pins = 10, socket = "AXE510127", header = "AXE6E1026" }',
            "header: expected a part number of the standard type, found 'AXE6E1026'",
        ),
        (
            '{ pins = 10, socket = "AXE610124", header = "AXE510127" }',
            "socket: expected the part number of a socket, found 'AXE610124'",
        ),
        # pin counts that disagree
        (
            '{ pins = 12, socket = "AXE510127", header = "AXE612124" }',
            "socket: expected a part number with 12 pins, found 'AXE510127'",
        ),
        (
            '{ pins = 10, socket = "AXE510127", header = "AXE612124" }',
            "header: expected a part number with 10 pins, found 'AXE612124'",
        ),
        (
            '{ pins = 11, socket = "AXE511127", header = "AXE611124" }',
            "pins: expected an even number: the contacts stand in two rows, found 11",
        ),
        (
            '{ pins = 38, socket = "AXE538127", header = "AXE638124" }',
            "pins: expected a row under dimensions for the socket at 0.8 mm, found 38",
        ),
        # malformed part numbers
        (
            '{ pins = 10, socket = "AXE510137", header = "AXE610124" }',
            (
                "socket: expected a part number of the ordering key (function: “3” is not possible "
                "here; allowed is 2 (without positioning bosses)), found 'AXE510137'"
            ),
        ),
        (
            '{ pins = 10, socket = "axe510127", header = "AXE610124" }',
            "socket: expected the number as it is printed, AXE510127, found 'axe510127'",
        ),
        (
            '{ pins = 10, socket = "AXE510124", header = "AXE610124" }',
            "socket: expected today's number, AXE510127, found 'AXE510124'",
        ),
        (
            '{ pins = 10, socket = "", header = "AXE610124" }',
            "socket: expected a text, found ''",
        ),
        (
            '{ pins = 10, socket = 510127, header = "AXE610124" }',
            "socket: expected a text, found 510127",
        ),
        # missing, negative, of the wrong type, unknown
        (
            '{ pins = 10, socket = "AXE510127" }',
            "header: expected a text, but it is missing",
        ),
        (
            '{ socket = "AXE510127", header = "AXE610124" }',
            "pins: expected a whole number above 0, but it is missing",
        ),
        (
            '{ pins = -10, socket = "AXE510127", header = "AXE610124" }',
            "pins: expected a whole number above 0, found -10",
        ),
        (
            '{ pins = 10.0, socket = "AXE510127", header = "AXE610124" }',
            "pins: expected a whole number above 0, found 10.0",
        ),
        (
            '{ pins = true, socket = "AXE510127", header = "AXE610124" }',
            "pins: expected a whole number above 0, found True",
        ),
        (
            '{ pins = "10", socket = "AXE510127", header = "AXE610124" }',
            "pins: expected a whole number above 0, found '10'",
        ),
        (
            '{ pins = 10, socket = "AXE510127", header = "AXE610124", colour = "red" }',
            "colour: expected no such field here (known: header, pins, socket)",
        ),
    ],
)
def test_a_pair_that_cannot_be(tmp_path: Path, new: str, expected: str) -> None:
    assert damaged(tmp_path, (FIRST, new)) == f"groups, group 1, pairs, pair 1, {expected}"


def test_a_part_number_that_stands_twice(tmp_path: Path) -> None:
    said = damaged(tmp_path, (FIRST, f"{FIRST},\n{FIRST}"))

    assert said == (
        "groups, group 1, pairs, pair 2, socket: expected no duplicate: each part number once at a "
        "mated height, found 'AXE510127'"
    )


ROW = "{ pins = 10, A = 4.50, B = 1.60, C = 3.40 }"
ROW_PLACE = "dimensions, entry 1, rows, row 1, "


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("{ pins = 10, A = 4.50, C = 3.40 }", "B: expected a number above 0, but it is missing"),
        (
            "{ pins = 10, A = -4.50, B = 1.60, C = 3.40 }",
            "A: expected a number above 0, found -4.5",
        ),
        ("{ pins = 10, A = 0, B = 1.60, C = 3.40 }", "A: expected a number above 0, found 0"),
        ("{ pins = 10, A = nan, B = 1.60, C = 3.40 }", "A: expected a number above 0, found nan"),
        ("{ pins = 10, A = inf, B = 1.60, C = 3.40 }", "A: expected a number above 0, found inf"),
        (
            '{ pins = 10, A = "4.50", B = 1.6, C = 3.4 }',
            "A: expected a number above 0, found '4.50'",
        ),
        ("{ pins = 10, A = 4.50, B = 1.60, C = [] }", "C: expected a number above 0, found []"),
        (
            "{ pins = 10, A = 4.50, B = 1.60, C = 1.50 }",
            "C: expected 3.4, B + 1.8 of the socket, found 1.5",
        ),
        (
            "{ pins = 10, A = 4.50, B = 1.66, C = 3.40 }",
            "B: expected 1.6, 0.4 x (10/2 - 1), found 1.66",
        ),
        (
            "{ pins = 10, A = 3.80, B = 1.60, C = 3.40 }",
            "A: expected 4.5, B + 2.9 of the socket, found 3.8",
        ),
        (
            "{ pins = 10, A = 4.50, B = 1.60, C = 3.40, D = 1.0 }",
            "D: expected no such field here (known: A, B, C, pins)",
        ),
        (
            "{ pins = 12, A = 4.90, B = 2.00, C = 3.80 }",
            "pins: expected one row only for the socket of 12 pins at 0.8 mm, found 12",
        ),
    ],
)
def test_a_dimension_row_that_cannot_be(tmp_path: Path, new: str, expected: str) -> None:
    said = damaged(tmp_path, (ROW, new))

    if "one row only" in expected:  # it is the second of the two that is one too many
        assert said == f"dimensions, entry 1, rows, row 2, {expected}"
    else:
        assert said == ROW_PLACE + expected


def test_a_header_row_that_is_the_sockets(tmp_path: Path) -> None:
    said = damaged(tmp_path, ("{ pins = 10, A = 3.80, B = 1.60, C = 3.20 }", ROW))

    assert said == (
        "dimensions, entry 2, rows, row 1, A: expected 3.8, B + 2.2 of the header, found 4.5"
    )


def test_dimensions_of_another_pitch(tmp_path: Path) -> None:
    def at_035(row: re.Match[str]) -> str:
        less_mm = 0.05 * (int(row[1]) / 2 - 1)
        sizes = (f"{name} = {float(row[name]) - less_mm:.2f}" for name in "ABC")
        return f"{{ pins = {row[1]}, {', '.join(sizes)} }}"

    row = re.compile(r"\{ pins = (\d+), A = (?P<A>.*?), B = (?P<B>.*?), C = (?P<C>.*?) \}")
    path = tmp_path / "damaged.toml"
    path.write_text(row.sub(at_035, SHIPPED), encoding="utf-8")

    assert complaint(path) == f"{ROW_PLACE}B: expected 1.6, 0.4 x (10/2 - 1), found 1.4"


def test_a_whole_number_that_no_float_holds(tmp_path: Path) -> None:
    said = damaged(tmp_path, ("A = 4.50", "A = 1" + 400 * "0"))

    assert said.startswith(f"{ROW_PLACE}A: expected a number above 0, found 1000")
    assert said.endswith("…")


def test_a_table_where_a_list_belongs(tmp_path: Path) -> None:
    path = tmp_path / "damaged.toml"
    path.write_text('edition = "2016"\nsources = {}\ndimensions = 3\n', encoding="utf-8")

    assert complaint(path) == "dimensions: expected a list of tables, found 3"


def test_a_list_where_a_table_belongs(tmp_path: Path) -> None:
    path = tmp_path / "damaged.toml"
    path.write_text('edition = "2016"\nsources = []\n', encoding="utf-8")

    assert complaint(path) == "sources: expected a table, found []"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "edition: expected a text, but it is missing"),
        (b"\x7fELF\x02\x01\x01\x00\xff\xfe", "is not UTF-8 text, at byte 8"),
        (b"\x00\x00\x00\x00", "is not valid TOML: "),
        (b"<html>Not found</html>", "is not valid TOML: "),
        (b'edition = "2016"\nedition = "2017"\n', "is not valid TOML: "),
        (b"a = " + b"[" * 100_000, "is not valid TOML: nested too deeply"),
        (b"a = " + b"9" * 10_000, "is not valid TOML: "),
    ],
)
def test_a_file_that_is_no_catalog(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "damaged.toml"
    path.write_bytes(content)

    assert complaint(path).startswith(expected)


@pytest.mark.parametrize("part", [0.1, 0.37, 0.5, 0.77, 0.93])
def test_a_file_cut_short(tmp_path: Path, part: float) -> None:
    path = tmp_path / "damaged.toml"
    content = SHIPPED.encode()
    path.write_bytes(content[: int(len(content) * part)])

    complaint(path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "from-an-editor.toml"
    path.write_text(SHIPPED.replace("\n", "\r\n"), encoding="utf-8-sig", newline="")

    assert load_catalog(path) == load_catalog()


def test_a_missing_file(tmp_path: Path) -> None:
    said = complaint(tmp_path / "nothing.toml")

    assert said == "cannot be read (No such file or directory)"


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert complaint(tmp_path) == "cannot be read (Is a directory)"


def test_the_shipped_file_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a4s_gui.resources.resource_root", lambda: tmp_path)

    with pytest.raises(ResourceError) as caught:
        load_catalog()

    path = tmp_path / "catalog" / "a4s.toml"
    assert str(caught.value) == (
        f"{path}: this file belongs to the program and is missing; install a4s-gui again"
    )
