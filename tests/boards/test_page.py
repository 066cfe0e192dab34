"""docs/guide/boards.md names every rule."""

from __future__ import annotations

from pathlib import Path

from a4s_gui.boards.audit.finding import Rule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "boards.md"


def test_the_page_lists_every_rule() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert [rule for rule in Rule if f"`{rule}`" not in page] == []
