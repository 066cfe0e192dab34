"""How far the writing of many files is, as one line of a terminal that is drawn over again."""

from __future__ import annotations

import contextlib
import shutil
import sys
from types import TracebackType
from typing import Self

from a4s_gui.export.many.pace import Pace

_BAR_CHARACTERS = 24


class Progress:
    """A bar on standard error, while it is a terminal; to files and programs nothing is said.

    A context: at its end the line is empty again. ``what`` is done with the files, as ``writing``.
    """

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._pace = Pace(total)
        self._shown = total > 1 and sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Self:
        self._show()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._show(ended=True)

    def step(self) -> None:
        """One more file is done."""
        self._pace.step()
        self._show()

    def _line(self) -> str:
        full = _BAR_CHARACTERS * self._pace.done // self._pace.total
        bar = f"[{'#' * full}{'.' * (_BAR_CHARACTERS - full)}]"
        return f"a4s-gui: {self._what} {bar} {self._pace.words}"

    def _show(self, *, ended: bool = False) -> None:
        if not self._shown:
            return
        line = "" if ended else self._line()
        width = shutil.get_terminal_size().columns - 1
        with contextlib.suppress(OSError):  # a terminal that has gone away is no reason to stop
            print(f"\r{line[:width]:{width}}\r", end="", file=sys.stderr, flush=True)
