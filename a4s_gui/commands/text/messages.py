"""What is written where: results for programs on standard output, messages on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from a4s_gui.export.atomic import ExportError


def one_line(text: object) -> str:
    """Return a message on one line, with whatever would move a terminal's cursor made visible."""
    said = str(text)
    if said.isprintable():
        return said
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in said)


def print_message(text: object) -> None:
    """Say one line on standard error, under the program's name.

    A reader that has gone away is no reason to stop what is under way.
    """
    if sys.stderr is None:  # closed: print would take standard output instead
        return
    try:
        print(f"a4s-gui: {one_line(text)}", file=sys.stderr, flush=True)
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO | None) -> None:
    """Keep Python's own last flush from complaining about an output that is gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        pass  # there is no such output to give up
    finally:
        os.close(nowhere)


def print_messages(texts: Iterable[object]) -> None:
    """Say several lines on standard error."""
    for text in texts:
        print_message(text)


def print_json(record: object) -> None:
    """Write a result as JSON; raises as :func:`print_result`."""
    import json  # noqa: PLC0415 - most results are for people

    print_result(json.dumps(record, indent=2))


def print_result(text: str = "") -> None:
    """Write a result to standard output at once; an empty one only sees to what is still under way.

    A :class:`BrokenPipeError` says that whoever read it has gone, an :class:`ExportError` that it
    leads to a file that cannot be written.
    """
    if text and sys.stdout is None:
        raise ExportError(Path("standard output"), "is closed; nothing can be written there")
    try:
        if text:
            # Names of nets and land patterns come from files of others.
            print("\n".join(map(one_line, text.rstrip("\n").split("\n"))))
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(
            Path("standard output"), f"cannot be written ({error.strerror or error})"
        ) from error
