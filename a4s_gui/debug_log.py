"""What happens inside, on standard error, for bug reports: ``a4s-gui --debug``; quiet otherwise.

``logging`` takes as long to load as the catalog does: it is imported where it is asked for only.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging

_FORMAT = "%(relativeCreated)7.0f ms  %(name)s: %(message)s"
_logger: logging.Logger | None = None


def start() -> None:
    """Write to standard error from now on."""
    global _logger  # noqa: PLW0603 - whether it is asked for holds for the process
    import logging  # noqa: PLC0415 - see above

    logging.basicConfig(format=_FORMAT)
    _logger = logging.getLogger("a4s_gui")
    _logger.setLevel(logging.DEBUG)


def log(topic: str, message: str, *values: object) -> None:
    """Write one line; ``%s`` in the message stand for the values, as in ``logging``."""
    if _logger is not None:
        _logger.getChild(topic).debug(message, *values)


@contextmanager
def timed(topic: str, what: str) -> Iterator[None]:
    """Write how long something took, in ms."""
    began = time.perf_counter()
    yield
    log(topic, "%s took %.1f ms", what, 1e3 * (time.perf_counter() - began))
