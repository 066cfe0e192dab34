"""Land patterns by name: the shipped ones and the user's own."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import (
    ALIASES,
    current_name,
    read_pattern,
    shipped_pattern,
    shipped_pattern_names,
)
from a4s_gui.small_file import files_in

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


class PatternNameError(A4sError):
    """A name that no land pattern has, or that none of one's own can get."""


@frozen
class PatternLibrary:
    """The patterns that can be used by name.

    ``folder`` is that of the user's own patterns, a file ``NAME.toml`` each; it need not exist.
    """

    folder: Path

    def own_names(self) -> tuple[str, ...]:
        """Return the names of the user's own patterns; a shipped name is never among them."""
        shipped = (*shipped_pattern_names(), *ALIASES)
        names = (path.stem for path in files_in(self.folder))
        return tuple(sorted(name for name in names if name not in shipped))

    def names(self) -> tuple[str, ...]:
        """Return every name: the default, the other shipped patterns, the user's own."""
        return (*shipped_pattern_names(), *self.own_names())

    def load(self, name: str) -> LandPattern:
        """Read a pattern by its name: a :class:`PatternNameError` if there is none.

        A damaged file raises as :func:`~a4s_gui.geometry.land_pattern.reading.read_pattern`.
        """
        if current_name(name) in shipped_pattern_names():
            return shipped_pattern(name)
        if name in self.own_names():
            return read_pattern(self.path_of(name))
        known = ", ".join(self.names())
        raise PatternNameError(f"land pattern “{name}”: there is none of that name; known: {known}")

    def find(self, name_or_file: str) -> LandPattern:
        """Read a pattern by its name, or a land-pattern file by its path; raises as :meth:`load`.

        What ends in ``.toml`` or holds a path's separator is a file.
        """
        path = Path(name_or_file)
        with suppress(RuntimeError):  # there is no such user's home: then it is a folder's name
            path = path.expanduser()
        if path.suffix.lower() == ".toml" or len(path.parts) > 1:
            return read_pattern(path)
        return self.load(name_or_file)

    def find_or_read(self, name_or_file: str) -> LandPattern:
        """Read a pattern as :meth:`find` does, or any file that is there under another name."""
        if name_or_file not in self.names() and os.access(name_or_file, os.F_OK):
            return read_pattern(Path(name_or_file))
        return self.find(name_or_file)

    def path_of(self, name: str) -> Path:
        """Return the file of a pattern of one's own."""
        return self.folder / f"{name}.toml"

    def check_new_name(self, name: str) -> None:
        """Refuse a name that a pattern of one's own cannot have, by a :class:`PatternNameError`.

        It is empty, has characters that a file name should not have, would be taken for a file, or
        is a shipped one's.
        """
        if not _NAME.fullmatch(name):
            raise PatternNameError(
                f"land pattern “{name}”: a name has 1 to 60 letters, digits, dots, hyphens or "
                "underscores and begins with a letter or digit"
            )
        if name.lower().endswith(".toml"):
            raise PatternNameError(f"land pattern “{name}”: .toml is for files; leave it out")
        if current_name(name.lower()) in shipped_pattern_names():
            raise PatternNameError(f"land pattern “{name}”: is shipped; choose another name")
