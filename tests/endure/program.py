"""One of two programs at once: waits for its turn, then keeps all that a user can keep."""

from __future__ import annotations

import sys
from dataclasses import replace

from a4s_gui.catalog.model import Half
from a4s_gui.export.pattern_writer import save_pattern
from a4s_gui.export.reading_writer import add_reading
from a4s_gui.geometry.land_pattern.field_readings import ReadingKind
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.own_reading import ReadFigure
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import EXPORT_FOLDER, THEME
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.shell.app import make_application, make_window
from a4s_gui.ui.shell.layers.own_presets import OwnPresets
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.user_files import user_pattern_folder, user_reading_folder

TIMES = 8


def keep(window: MainWindow, settings: Settings, half: Half) -> None:
    """Keep readings of one half, presets and patterns of its name, and one setting."""
    presets = OwnPresets(window.controller, settings, window)
    patterns = PatternLibrary(user_pattern_folder())
    settings.set(*((THEME, "dark") if half is Half.SOCKET else (EXPORT_FOLDER, "/boards")))
    figure = "contact" if half is Half.SOCKET else "terminal"
    read = ReadFigure("", "Caliper", ReadingKind.MEASURED, half, f"{half}.{figure}_width_mm", 0.21)
    for number in range(TIMES):
        assert presets.keep(f"{half} {number}")
        add_reading(user_reading_folder(), replace(read, name=f"Board {number}"))
        save_pattern(patterns, shipped_pattern(), f"{half}-{number}")
    window.controller.apply(reducers.set_text, str(half))


def tell_and_wait(word: str) -> str:
    """Say how far it is; return what is to be done now."""
    print(word, flush=True)
    return sys.stdin.readline().strip()


if __name__ == "__main__":
    app, own = make_application(), Settings()
    opened = make_window(app, settings=own)
    keep(opened, own, Half(tell_and_wait("open")))
    opened._keeper.save()
    tell_and_wait("done")
