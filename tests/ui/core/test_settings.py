"""Settings: kept, checked, and a damaged file costs only what is damaged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from a4s_gui.session import settings_table as table
from a4s_gui.session.settings_table import SETTINGS, Setting
from a4s_gui.ui.core.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")

EXAMPLES: dict[str, Any] = {
    "window/theme": "dark",
    "window/geometry": b"\x00\xff=;,\n",
    "window/layout": b"",
    "window/table": b"abc",
    "selection/pair": "AXE540127/AXE640124",
    "export/folder": "/home/a b, c; d=e %20 \\ ü",
    "export/scale": 12.5,
    "export/dpi": 600,
}


def _example(setting: Setting[Any]) -> Any:
    if setting.key in EXAMPLES:
        return EXAMPLES[setting.key]
    if setting.kind is tuple:
        return setting.allowed[:1]
    return setting.allowed[-1] if setting.allowed else setting.default


def test_keys_are_unique() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


def test_without_a_file_defaults_hold(own_settings: Path) -> None:
    settings = Settings()
    assert settings.path == own_settings
    assert settings.message == ""
    assert all(settings.get(setting) == setting.default for setting in SETTINGS)
    assert not own_settings.exists()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_comes_back_from_the_file(setting: Setting[Any], tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.ini"
    settings = Settings(path)
    settings.set(setting, _example(setting))
    assert settings.save()
    again = Settings(path)
    assert again.message == ""
    assert again.get(setting) == _example(setting)


def test_what_older_programs_kept_here_is_dropped_and_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[drawing]\nview=mated\n[selection]\npair=A/B\n", encoding="utf-8")
    settings = Settings(path)
    assert settings.message == ""
    settings.save()
    assert "mated" not in path.read_text(encoding="utf-8")


def test_what_the_table_does_not_allow_is_not_set(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    with pytest.raises(ValueError, match="not of system, light, dark"):
        settings.set(table.THEME, "pink")
    with pytest.raises(ValueError, match="not within 10 and 10000"):
        settings.set(table.EXPORT_DPI, 5)
    assert settings.get(table.THEME) == "system"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"garbage\n[[[", "is not an INI file, see line 1"),
        (b"[window]\ntheme=dark\nhalf a li", "is not an INI file, see line 3"),
        (b"[window\ntheme", "is not an INI file"),
        (b"\xff\xfe\x00", "is not UTF-8 text at byte 0"),
        (b"[window]\ntheme=da\0rk\n", "is not a text file"),
    ],
)
def test_an_unreadable_file_is_kept_beside(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(content)
    settings = Settings(path)
    assert reason in settings.message
    assert str(path) in settings.message
    assert "settings.damaged-1.ini" in settings.message
    assert "\n" not in settings.message
    assert (tmp_path / "settings.damaged-1.ini").read_bytes() == content
    assert all(settings.get(setting) == setting.default for setting in SETTINGS)
    settings.set(table.THEME, "dark")
    assert settings.save()
    assert Settings(path).message == ""


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[window]\ntheme=pink", "window/theme is “pink”, not of system, light, dark"),
        ("[window]\ngeometry=???", "window/geometry is “???”, not base64"),
        ("[export]\ndpi=many", "export/dpi is “many”, not a number"),
        ("[export]\ndpi=100000", "export/dpi is 100000, not within 10 and 10000"),
        ("[export]\nscale=nan", "export/scale is nan, not within"),
        ("[export]\nscale=1,2", "export/scale is ['1', '2'], not one value"),
        ("[export]\ncolour=red", "export/colour is no setting"),
    ],
)
def test_one_damaged_value_costs_only_itself(line: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(f"{line}\n[window]\nexplained=false\n", encoding="utf-8")
    settings = Settings(path)
    assert complaint in settings.message
    assert "settings.damaged-1.ini" in settings.message
    assert settings.get(table.EXPLAINED) is False
    damaged = complaint.split(maxsplit=1)[0]
    for setting in SETTINGS:
        if setting.key == damaged:
            assert settings.get(setting) == setting.default
    settings.save()
    assert Settings(path).message == ""


def test_each_damaged_file_is_kept_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    for number in (1, 2, 3):
        path.write_text(f"damage {number}", encoding="utf-8")
        Settings(path)
        kept = tmp_path / f"settings.damaged-{number}.ini"
        assert kept.read_text(encoding="utf-8") == f"damage {number}"


def test_a_folder_that_cannot_be_written_is_told_once_and_choices_hold(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "settings.ini")
    assert "cannot be written" in settings.message
    settings.set(table.THEME, "dark")
    assert settings.get(table.THEME) == "dark"
    assert not settings.save()


def test_the_file_is_where_the_users_other_settings_are(
    own_settings: Path, qapp: QApplication
) -> None:
    settings = Settings()
    settings.set(table.THEME, "light")
    assert settings.save()
    assert "theme=light" in own_settings.read_text(encoding="utf-8")


def test_settings_that_may_not_be_seen_are_told_of_and_defaults_hold(tmp_path: Path) -> None:
    """As those of another user are; nobody can see into a folder of a name that is too long."""
    settings = Settings(tmp_path / ("x" * 300) / "settings.ini")
    assert "settings.ini: cannot be read" in settings.message
    assert settings.get(table.THEME) == table.THEME.default
