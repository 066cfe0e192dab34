"""What a worker is asked in the tests; it imports this module."""

from __future__ import annotations

import os
import time

from a4s_gui.errors import A4sError


def process_id() -> bytes:
    return str(os.getpid()).encode()


def only_here(process: int) -> bytes:
    """Be made in one process alone; any other one ends without an answer."""
    if os.getpid() != process:
        os._exit(1)
    return b"here"


def slow() -> bytes:
    time.sleep(60)
    return b"slow"


def loud() -> bytes:
    print("something that a library prints")
    return b"quiet"


def refused(line: str) -> bytes:
    raise A4sError(line)


def large(size: int) -> bytes:
    return os.urandom(size)
