"""The package's documents say what the program does, and name all that is packed with it."""

from __future__ import annotations

import configparser
import datetime as dt
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from licences import differences, read_table
from man_page import man_page

from a4s_gui import __version__
from a4s_gui.cli import parsers

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"


def locked(lock: str = "requirements.lock") -> set[str]:
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))


def test_the_manual_lists_every_command_and_option() -> None:
    page = man_page(dt.date(2026, 1, 2)).replace("\\-", "-")

    assert f'"a4s-gui {__version__}"' in page
    for name, parser in parsers().items():
        part = page if not name else page.split(f".SS {name}\n")[1].split(".SS ")[0]
        for action in parser._actions:
            for option in action.option_strings:
                assert f"\\fB{option}\\fR" in part, (name, option)


def test_the_manual_lists_every_exit_status() -> None:
    listed = man_page(dt.date(2026, 1, 2)).split(".SH EXIT STATUS\n")[1].split(".SH ")[0]

    assert re.findall(r"^\.B (\d+)$", listed, re.MULTILINE) == ["0", "1", "2", "3", "130"]


def test_no_line_of_text_in_the_manual_is_taken_for_a_command() -> None:
    commands = {
        line.split()[0] for line in man_page(dt.date(2026, 1, 2)).splitlines() if line[:1] == "."
    }

    assert commands <= {".B", ".EE", ".EX", ".PP", ".SH", ".SS", ".TH", ".TP", ".br"}


def test_desktop_file_and_metainfo_agree_with_the_command() -> None:
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.read(LINUX / "a4s-gui.desktop", encoding="utf-8")
    entry = desktop["Desktop Entry"]
    component = ET.parse(LINUX / "org.a4s_gui.selector.metainfo.xml").getroot()  # noqa: S314

    assert entry["Exec"] == entry["Icon"] == "a4s-gui"
    assert component.findtext("provides/binary") == "a4s-gui"
    assert component.findtext("launchable") == "a4s-gui.desktop"
    assert component.findtext("name") == entry["Name"]
    assert component.findtext("id") == "org.a4s_gui.selector"
    release = component.find("releases/release")
    assert release is not None
    assert release.get("version") == "@VERSION@"  # filled in: the version stands in one place


@pytest.mark.parametrize("package", sorted(locked()))
def test_each_package_that_is_packed_has_its_reason_and_its_licence(package: str) -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    components = {entry.get("distribution"): entry for entry in read_table()["component"]}

    assert f"| {package} |" in page
    assert components[package]["licences"]
    assert components[package]["copyright"]


def test_every_licence_that_is_named_has_a_text() -> None:
    table = read_table()
    named = {name for entry in table["component"] for name in entry["licences"]}

    assert named == set(table["licence"])
    for licence in table["licence"].values():
        if "text" in licence:
            assert (ROOT / "packaging" / "licences" / licence["text"]).stat().st_size > 300


def test_a_frozen_file_without_a_licence_is_found_and_a_licence_without_a_file(
    tmp_path: Path,
) -> None:
    named = [p for entry in read_table()["component"] for p in entry.get("files", ()) if p != "*"]
    for name in ("a4s-gui", "_internal/a4s_gui/x.toml", *(p.replace("*", "x") for p in named)):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert differences(tmp_path) == []

    (tmp_path / "_internal" / "libssl.so.3").touch()
    (tmp_path / "_internal" / "numpy.libs" / "libquadmathx").unlink()

    assert differences(tmp_path) == [
        "_internal/libssl.so.3",
        "_internal/numpy.libs/libquadmath*",
    ]


def test_the_package_is_frozen_from_the_releases_that_are_tested() -> None:
    def releases(lock: str) -> dict[str, set[str]]:
        text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
        found: dict[str, set[str]] = {}
        for name, release in re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE):
            found.setdefault(name, set()).add(release)
        return found

    frozen = releases("requirements-package.lock")
    assert {name: frozen[name] for name in locked()} == releases("requirements.lock")
