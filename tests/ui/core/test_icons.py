"""Icons are drawn when they are seen, sharp, and dimmed where they cannot be used."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from a4s_gui.ui.core.icons import icon
from a4s_gui.ui.core.theme import window_palette

pytestmark = pytest.mark.usefixtures("qapp")


def _colours(drawn: QIcon, mode: QIcon.Mode) -> set[str]:
    image = drawn.pixmap(QSize(20, 20), mode).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in places)
    return {colour.name() for colour in colours if colour.alpha() == 255}


def test_an_icon_is_drawn_when_it_is_seen_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    monkeypatch.setattr(QSvgRenderer, "render", lambda _self, _painter: drawn.append(1))
    seen = icon("measure")
    assert not drawn
    for _ in range(2):
        seen.pixmap(20)
    assert len(drawn) == 1


@pytest.mark.parametrize("dark", [False, True])
def test_its_lines_have_the_colours_that_hold_when_it_is_seen(
    qapp: QApplication, *, dark: bool
) -> None:
    palette = window_palette(dark=dark)
    drawn = icon("close")
    before = qapp.palette()
    qapp.setPalette(palette)
    for mode, group in (
        (QIcon.Mode.Normal, palette.ColorGroup.Active),
        (QIcon.Mode.Disabled, palette.ColorGroup.Disabled),
    ):
        wanted = QColor(palette.color(group, palette.ColorRole.ButtonText)).name()
        assert wanted in _colours(drawn, mode)
    qapp.setPalette(before)


def test_on_a_fine_screen_it_has_as_many_pixels() -> None:
    pixmap = icon("measure").pixmap(QSize(16, 16), 2.0)
    assert pixmap.size() == QSize(32, 32)


_KEPT_IN_A_CIRCLE = """
import gc
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from a4s_gui.ui.core.icons import icon

class Owner:
    def __init__(self, kept):
        self.kept, self.itself = kept, self

app = QApplication([])
for number in range(500):
    kept = icon("close")
    kept.pixmap(QSize(16, 16))
    Owner(kept)
    del kept
    if number % 50 == 0:
        gc.collect()
left = sum(type(each).__name__ == "_Drawn" for each in gc.get_objects())
print(left < 60)
"""


def test_icons_that_are_garbage_are_freed_once() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _KEPT_IN_A_CIRCLE], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, "True\n"), ended.stderr
