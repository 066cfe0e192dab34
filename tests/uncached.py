"""What ``make mutate`` needs of functions that keep their results.

mutmut leaves decorated functions as they are, and these are the heart of reading a part number; so
in the copy of the tree that it changes (``python tests/uncached.py FILES``) they are decorated at
the end of their module. As a plugin of pytest this forgets what is kept before each test: a result
from before the change would hide it, and the test would not be known as one of the function's.
"""

from __future__ import annotations

import re
import sys
from functools import _lru_cache_wrapper
from itertools import chain
from pathlib import Path

import pytest

_DECORATED = re.compile(r"^@((?:lru_)?cache\b.*)\ndef (\w+)", re.MULTILINE)
_CHANGED = ("a4s_gui.boards", "a4s_gui.catalog.part_numbers", "a4s_gui.geometry")


def pytest_runtest_setup() -> None:
    """Forget what the functions under test have kept."""
    changed = [vars(sys.modules[name]) for name in sys.modules if name.startswith(_CHANGED)]
    for kept in chain.from_iterable(module.values() for module in changed):
        if isinstance(kept, _lru_cache_wrapper):
            kept.cache_clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put last what tries many examples: most changes are noticed by one."""
    items.sort(key=lambda item: hasattr(getattr(item, "obj", None), "hypothesis"))


def decorated_last(source: str) -> str:
    """Return a module whose functions are decorated behind all of them."""
    last = [f"{name} = {how}({name})\n" for how, name in _DECORATED.findall(source)]
    return _DECORATED.sub(r"def \2", source) + "".join(last)


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        path.write_text(decorated_last(path.read_text("utf-8")), "utf-8")
