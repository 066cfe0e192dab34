"""Where the user's own files are: settings and land patterns of their own."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from platformdirs import user_config_path


def user_folder() -> Path:
    """Return the folder of this program's settings, ``a4s-gui`` among the user's; it may not exist.

    ``~/.config/a4s-gui`` on Linux (or under ``XDG_CONFIG_HOME``), ``Application Support`` on macOS,
    ``AppData/Local`` on Windows.
    """
    return user_config_path("a4s-gui", appauthor=False)


def user_session_folder(settings: Path) -> Path:
    """Return the folder of what windows held, beside a settings file; it may not exist."""
    return settings.with_name("sessions")


def free_name(path: Path) -> Path:
    """Return a path with a number behind its name, the lowest that no file has."""
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(1))
    return next(path for path in numbered if not path.exists())


def user_pattern_folder() -> Path:
    """Return the folder of the user's own land patterns; it may not exist."""
    return user_folder() / "land_patterns"


def user_reading_folder() -> Path:
    """Return the folder of the user's own readings of land patterns; it may not exist."""
    return user_folder() / "readings"
