"""The drawing font in several threads: files of many pairs may be made beside the window."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from a4s_gui.render.qt import font

pytestmark = pytest.mark.usefixtures("qapp")


def test_each_thread_opens_the_font_and_its_letters_are_the_same() -> None:
    """One that a thread had opened and left behind ended the program at the next new letter."""
    mine = font._raw_font()
    assert font._raw_font() is mine
    with ThreadPoolExecutor(1) as other:
        assert not other.submit(lambda: font._raw_font() is mine).result()
        font._glyph.cache_clear()
        assert other.submit(font._glyph, "7").result() == font._glyph.__wrapped__("7")
