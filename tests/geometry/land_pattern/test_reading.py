"""Land-pattern files: the shipped ones name every source, and a damaged one says what is wrong."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Source
from a4s_gui.catalog.records import DataError
from a4s_gui.errors import A4sError, ResourceError
from a4s_gui.geometry.land_pattern.pattern import (
    CommonFigures,
    HalfPattern,
    LandPattern,
    LandPatternError,
    check_half,
)
from a4s_gui.geometry.land_pattern.reading import (
    read_pattern,
    shipped_pattern,
    shipped_pattern_names,
)
from a4s_gui.resources import resource_path

SHIPPED = resource_path("land_patterns", "default.toml").read_text(encoding="utf-8")
PATTERNS = {name: shipped_pattern(name) for name in shipped_pattern_names()}
EVERY_PATTERN = pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
OWN = """
name = "mine"
title = "Mine"
base = "default"
[sources.fab]
document = "Our fabricator"
table = "Rules of 2024"
[socket]
contact_height_mm = { value = 0.75, source = "fab" }
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "pattern.toml"
    path.write_text(text, encoding="utf-8")
    return path


def complaint(path: Path) -> str:
    with pytest.raises(A4sError) as caught:
        read_pattern(path)
    message = str(caught.value)
    assert isinstance(caught.value, DataError | LandPatternError)
    assert message.startswith(f"{path}: ")
    assert message.isprintable(), "a message is one line"
    return message.removeprefix(f"{path}: ")


def test_four_patterns_ship_the_default_first() -> None:
    assert shipped_pattern_names() == (*("default", "gpd-pocket", "inkplate-5", "transcribed"),)
    assert {name: pattern.name for name, pattern in PATTERNS.items()} == {n: n for n in PATTERNS}
    assert len({pattern.title for pattern in PATTERNS.values()}) == 4
    assert all(pattern.summary for pattern in PATTERNS.values())
    assert shipped_pattern() == PATTERNS["default"]


@EVERY_PATTERN
def test_every_figure_has_a_source(pattern: LandPattern) -> None:
    figures = {f"{half}.{figure.name}" for half in Half for figure in fields(HalfPattern)}
    figures |= {f"common.{figure.name}" for figure in fields(CommonFigures)}

    assert set(pattern.sources) == figures
    assert all(s.document and s.table and str(s).isprintable() for s in pattern.sources.values())


@EVERY_PATTERN
def test_every_half_of_the_catalog_can_be_laid_out(pattern: LandPattern) -> None:
    for pair in load_catalog().pairs:
        for connector in pair.connectors:
            check_half(connector.half, pattern.half(connector.half), connector)


def test_the_figures_of_each_board_name_that_board() -> None:
    def documents(pattern: str, half: Half) -> str:
        return " ".join(PATTERNS[pattern].source_documents(half))

    assert "GPD_Pocket-mods" in documents("default", Half.SOCKET)
    assert "Inkplate 5" in documents("default", Half.SOCKET)
    assert "dash_connector" in documents("default", Half.HEADER)
    assert documents("inkplate-5", Half.SOCKET) == "Inkplate 5 V1.2.0 (Soldered Electronics)"
    assert documents("transcribed", Half.HEADER) == "epdiy-hardware adapter (vroland)"
    assert documents("gpd-pocket", Half.HEADER) == "GPD_Pocket-mods (fenrir-naru)"


@EVERY_PATTERN
def test_no_pad_figure_is_said_to_be_the_manufacturers(pattern: LandPattern) -> None:
    for half in Half:
        assert not any("datasheet" in document for document in pattern.source_documents(half))


def test_an_alternative_is_the_default_where_it_says_nothing() -> None:
    default, other = PATTERNS["default"], PATTERNS["inkplate-5"]

    assert other.header == default.header
    assert other.socket != default.socket
    assert other.common == default.common
    assert other.socket.contact_paste_ratio == default.socket.contact_paste_ratio
    for figure, source in default.sources.items():
        own = figure.startswith("socket.") and "paste_ratio" not in figure
        assert (other.sources[figure] == source) is not own


def test_a_file_may_build_on_a_former_name(tmp_path: Path) -> None:
    own = read_pattern(
        written(tmp_path, OWN.replace('base = "default"', 'base = "dash-connector"'))
    )

    assert own.header == PATTERNS["default"].header


def test_a_pattern_of_ones_own_gives_only_what_differs(tmp_path: Path) -> None:
    own, default = read_pattern(written(tmp_path, OWN)), PATTERNS["default"]

    assert (own.name, own.title, own.summary) == ("mine", "Mine", "")
    assert own.socket.contact_height_mm == 0.75
    assert own.socket.contact_rows_mm == default.socket.contact_rows_mm
    assert (own.header, own.common) == (default.header, default.common)
    assert own.source_of(Half.SOCKET, "contact_height_mm").document == "Our fabricator"
    assert own.source_of(Half.SOCKET, "contact_rows_mm") == default.source_of(
        Half.SOCKET, "contact_rows_mm"
    )


def test_a_file_may_be_called_as_its_base(tmp_path: Path) -> None:
    path = tmp_path / "default.toml"
    path.write_text(OWN, encoding="utf-8")

    assert read_pattern(path).socket.contact_height_mm == 0.75


SOURCE = 'document = "Our fabricator"'
FIGURE = '{ value = 0.75, source = "fab" }'


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('name = "mine"\n', "", "name: expected a text, but it is missing"),
        ('title = "Mine"', "title = 1", "title: expected a text, found 1"),
        (
            'base = "default"',
            'base = "../default"',
            "base: expected default or gpd-pocket or inkplate-5 or transcribed, found '../default'",
        ),
        (
            'base = "default"',
            'base = "default"\nunits = "mil"',
            "units: expected no such field here (known: ",
        ),
        (SOURCE, "", "sources, fab, document: expected a text, but it is missing"),
        (
            FIGURE,
            '{ value = 0.75, source = "hearsay" }',
            "socket, contact_height_mm, source: expected the name of a table under sources, found",
        ),
        (
            FIGURE,
            "{ value = 0.75 }",
            "socket, contact_height_mm, source: expected the name of a table under sources, but it",
        ),
        (FIGURE, "0.75", "socket, contact_height_mm: expected a table, found 0.75"),
        (
            FIGURE,
            '{ source = "fab" }',
            "socket, contact_height_mm, value: expected a number, but it is missing",
        ),
        (
            FIGURE,
            '{ value = "0.75", source = "fab" }',
            "socket, contact_height_mm, value: expected a number, found '0.75'",
        ),
        (
            FIGURE,
            '{ value = nan, source = "fab" }',
            "socket, contact_height_mm, value: expected a number, found nan",
        ),
        (
            FIGURE,
            '{ value = inf, source = "fab" }',
            "socket, contact_height_mm, value: expected a number, found inf",
        ),
        (
            "contact_height_mm",
            "contact_hight_mm",
            "socket, contact_hight_mm: expected no such field here (known: contact_height_mm, ",
        ),
        (
            f"contact_height_mm = {FIGURE}",
            'terminal_reference = { value = "D", source = "fab" }',
            "socket, terminal_reference, value: expected A or B or C, found 'D'",
        ),
        # figures that no board can have
        (
            FIGURE,
            '{ value = -0.75, source = "fab" }',
            "socket.contact_height_mm: -0.75 mm is not a length above 0",
        ),
        (
            FIGURE,
            '{ value = 2.25, source = "fab" }',
            "socket.contact_height_mm: the two rows of contacts would overlap or touch; ",
        ),
        (
            "[socket]",
            '[common]\nmask_margin_mm = { value = -0.1, source = "fab" }\n[socket]',
            "common.mask_margin_mm: -0.1 is not a number from 0 up",
        ),
    ],
)
def test_a_damaged_file_names_the_figure(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert OWN.count(old) >= 1

    assert complaint(written(tmp_path, OWN.replace(old, new, 1))).startswith(expected)


KNOWN = "a list of GPD_Pocket-mods or Inkplate 5 or picowalker-hardware"


@pytest.mark.parametrize(
    ("readings", "expected", "found"),
    [
        # 0.65 and 0.80 mm
        (
            '["GPD_Pocket-mods", "Inkplate 5"]',
            "readings of contact_height_mm that agree",
            "['GPD_Pocket-mods', 'Inkplate 5']",
        ),
        ('["hearsay"]', KNOWN, "['hearsay']"),
        ('["epdiy-hardware"]', KNOWN, "['epdiy-hardware']"),  # a header was read there
        ("[]", KNOWN, "[]"),
    ],
)
def test_a_figure_of_readings_needs_some_that_agree(
    tmp_path: Path, readings: str, expected: str, found: str
) -> None:
    said = complaint(written(tmp_path, OWN.replace(FIGURE, f"{{ readings = {readings} }}")))

    assert said == f"socket, contact_height_mm, readings: expected {expected}, found {found}"


def test_readings_that_agree_are_all_named(tmp_path: Path) -> None:
    figure = '{ readings = ["GPD_Pocket-mods", "Inkplate 5"] }'
    text = OWN.replace("contact_height_mm", "terminal_reference").replace(FIGURE, figure)
    pattern = read_pattern(written(tmp_path, text))

    assert pattern.socket.terminal_reference == "A"
    assert pattern.source_of(Half.SOCKET, "terminal_reference") == Source(
        "GPD_Pocket-mods (fenrir-naru); Inkplate 5 V1.2.0 (Soldered Electronics)",
        "Gerber paste layers: two AXE510127 sockets; Bill-of-materials viewer: an AXE540127 socket",
        "In agreement",
    )


def test_without_a_base_every_figure_must_be_there(tmp_path: Path) -> None:
    figure = "terminal_rows_mm = "
    line = next(line for line in SHIPPED.splitlines() if line.startswith(figure))

    said = complaint(written(tmp_path, SHIPPED.replace(line, "", 1)))

    assert said == "socket, terminal_rows_mm: expected a table, but it is missing"


def test_without_a_base_every_part_must_be_there(tmp_path: Path) -> None:
    text = SHIPPED[: SHIPPED.index("[common]")]

    assert complaint(written(tmp_path, text)) == "common: expected a table, but it is missing"


@pytest.mark.parametrize("part", [0.05, 0.3, 0.6, 0.9])
def test_a_file_cut_short(tmp_path: Path, part: float) -> None:
    complaint(written(tmp_path, SHIPPED[: int(len(SHIPPED) * part)]))


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe\x00", b"\x89PNG\r\n\x1a\n", b"[[[["])
def test_a_file_that_is_no_pattern(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pattern.toml"
    path.write_bytes(content)

    complaint(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert complaint(tmp_path) == "cannot be read (Is a directory)"
    assert complaint(tmp_path / "none.toml") == "cannot be read (No such file or directory)"


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(A4sError) as caught:
        shipped_pattern("kicad")

    assert str(caught.value) == (
        "land pattern “kicad” is unknown; choose from default, gpd-pocket, inkplate-5, transcribed"
    )


def test_shipped_patterns_that_build_on_each_other_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "land_patterns"
    folder.mkdir()
    (folder / "default.toml").write_text(OWN.replace("default", "other"), encoding="utf-8")
    (folder / "other.toml").write_text(OWN, encoding="utf-8")
    monkeypatch.setattr("a4s_gui.resources.resource_root", lambda: tmp_path)

    with pytest.raises(DataError, match="base: expected a pattern that does not build on this"):
        shipped_pattern("default")


def test_missing_shipped_patterns_are_the_installations_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a4s_gui.resources.resource_root", lambda: tmp_path)

    with pytest.raises(ResourceError, match="install a4s-gui again"):
        shipped_pattern_names()
    (tmp_path / "land_patterns").mkdir()
    with pytest.raises(ResourceError, match=r"default\.toml.*install a4s-gui again"):
        shipped_pattern()
