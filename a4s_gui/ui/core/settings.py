"""The settings of one user, kept in an INI file of the user's configuration folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings

from a4s_gui.catalog.wording import printable
from a4s_gui.debug_log import log
from a4s_gui.session.settings_table import FORMER_GROUPS, SETTINGS, Setting, decode, encode
from a4s_gui.small_file import read_small_file
from a4s_gui.user_files import alone_in, free_name, user_folder

T = TypeVar("T")

_LONGEST = 300
"""Characters that are said of damaged settings."""


def default_path() -> Path:
    """Return the settings file: ``settings.ini`` in the user's folder of this program."""
    return user_folder() / "settings.ini"


class Settings:
    """The settings of one user.

    Opening never fails. What is damaged in the file counts as never set; the damaged file is kept
    beside, and ``message`` says so in one line (empty where all is well).

    ``path`` is the INI file, which need not exist; the user's own where none is given.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        self.message = ""
        unreadable = self._unreadable()
        if unreadable:
            kept = self._keep_aside(move=True)
            self._report(f"{unreadable}; all settings are back to their defaults", kept)
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)
        if not unreadable:
            self._drop_damaged()
        if not self._file.isWritable():
            self._say(f"{self.path}: cannot be written; what you set lasts until the window closes")

    def get(self, setting: Setting[T]) -> T:
        """Return the value of a setting, its default where it was never set."""
        if not self._file.contains(setting.key):
            return setting.default
        value: T = decode(setting, self._file.value(setting.key))
        return value

    def set(self, setting: Setting[T], value: T) -> None:
        """Set a value; it is in the file by :meth:`save` at the latest.

        What the table does not allow is a ``ValueError``.
        """
        encoded = encode(value)
        decode(setting, encoded)
        self._file.setValue(setting.key, encoded)

    def change(self, setting: Setting[T], changed: Callable[[T], T]) -> bool:
        """Set what becomes of the value in the file, and write it; return whether that went well.

        What other windows have written since is in that value, and none of them writes meanwhile.
        An :class:`A4sError` says that another program does not finish writing there.
        """
        with alone_in(self.path.parent):
            self._file.sync()
            self.set(setting, changed(self.get(setting)))
            return self.save()

    def save(self) -> bool:
        """Write what was set here, read what was set elsewhere; return whether that went well."""
        self._file.sync()
        log("file", "wrote %s", self.path)
        return self._file.status() is QSettings.Status.NoError

    def _unreadable(self) -> str:
        """Return what keeps the whole file from being read, empty where nothing does."""
        try:
            log("file", "reading %s", self.path)
            text = read_small_file(self.path).decode("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return ""
        except OSError as error:
            return f"cannot be read ({error.strerror})"
        except UnicodeDecodeError as error:
            return f"is not UTF-8 text at byte {error.start}"
        found = _why_not_ini(text)
        file = QSettings(str(self.path), QSettings.Format.IniFormat)
        if not found and file.status() is not QSettings.Status.NoError:
            found = "is not an INI file"
        return found

    def _drop_damaged(self) -> None:
        known = {setting.key: setting for setting in SETTINGS}
        damaged: list[tuple[str, str]] = []
        for key in self._file.allKeys():
            if key.startswith(FORMER_GROUPS):
                self._file.remove(key)
                continue
            if key not in known:
                damaged.append((key, "is no setting"))
                continue
            try:
                decode(known[key], self._file.value(key))
            except ValueError as error:
                damaged.append((key, str(error)))
        if not damaged:
            return
        kept = self._keep_aside(move=False)
        for key, _ in damaged:
            self._file.remove(key)
        # A damaged file may hold anything, line ends too.
        said = printable("; ".join(f"{key} {why}" for key, why in damaged), _LONGEST)
        self._report(f"{said}; ignored, so that defaults hold", kept)

    def _keep_aside(self, *, move: bool) -> Path | None:
        """Keep the file beside itself under a name that is free."""
        kept = free_name(self.path.with_stem(f"{self.path.stem}.damaged"))
        try:
            if move:
                self.path.rename(kept)
            else:
                kept.write_bytes(self.path.read_bytes())
        except OSError:
            return None
        return kept

    def _report(self, what: str, kept: Path | None) -> None:
        where = f"; the damaged file is kept as {kept.name}" if kept else ""
        self._say(f"{self.path}: {what}{where}")

    def _say(self, line: str) -> None:
        self.message = self.message or line


def _why_not_ini(text: str) -> str:
    """Say what QSettings would let pass and drop when it writes, empty for a good text."""
    if "\0" in text:
        return "is not a text file"
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if line and line[0] not in "[;#" and "=" not in line:
            return f"is not an INI file, see line {number}"
    return ""
