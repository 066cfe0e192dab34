"""Damaging the shipped catalog file in one place, to see what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.records import DataError
from a4s_gui.errors import A4sError
from a4s_gui.resources import resource_path

SHIPPED = resource_path("catalog", "a4s.toml").read_text(encoding="utf-8")


def complaint(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        load_catalog(path)
    message = str(caught.value)
    assert isinstance(caught.value, A4sError)
    assert message.startswith(f"{path}: ")
    assert message.isprintable(), "a message is one line"
    assert len(message) < len(str(path)) + 350
    return message.removeprefix(f"{path}: ")


def damaged(tmp_path: Path, *changes: tuple[str, str]) -> str:
    """Return what is said about the shipped file after some replacements, each of one place."""
    text = SHIPPED
    for old, new in changes:
        assert text.count(old) >= 1, f"{old!r} is not in the file"
        text = text.replace(old, new, 1)
    path = tmp_path / "damaged.toml"
    path.write_text(text, encoding="utf-8")
    return complaint(path)
