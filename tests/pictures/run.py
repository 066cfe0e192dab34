"""Takes pictures of the real window, to be looked at: every panel and view on four screens.

run.py [--docs]

Needs no display. With ``--docs`` only the picture of the documentation is taken.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent.parent
_FOLDER = _ROOT / "build" / "pictures"
_OF_THE_DOCUMENTATION = _ROOT / "docs" / "images" / "window.png"
_THEMES = ("light", "dark")


@dataclass(frozen=True)
class Screen:
    """A screen in its own pixels, and how many of them make a logical one."""

    name: str
    width_px: int
    height_px: int
    scale: int = 1


_SCREENS = (
    Screen("760", 776, 740),
    Screen("1024", 1024, 700),
    Screen("1480", 1496, 960),
    Screen("2560", 2560, 1440, 2),
)


def main() -> int:
    """Take all pictures and say where they are; 1 where one cannot be taken."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    only_docs = "--docs" in sys.argv[1:]
    for screen in _SCREENS[2:3] if only_docs else _SCREENS:
        for theme in _THEMES[:1] if only_docs else _THEMES:
            name = f"{screen.name}-{theme}"
            try:
                _take(screen, name, theme)
            except subprocess.CalledProcessError as error:
                print(f"{name}: no pictures: {error}", file=sys.stderr)
                return 1
            print(f"{_FOLDER.relative_to(_ROOT)}/{name}-*.png", flush=True)
    if only_docs:
        copyfile(_FOLDER / "1480-light-window.png", _OF_THE_DOCUMENTATION)
        print(_OF_THE_DOCUMENTATION.relative_to(_ROOT))
    return 0


def _take(screen: Screen, name: str, theme: str) -> None:
    """Open the window on one screen in a process of its own, which has one scale for good."""
    described = {"name": name, "x": 0, "y": 0, "dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
    described |= {"width": screen.width_px, "height": screen.height_px}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "screen.json"
        file.write_text(json.dumps({"screens": [described]}), encoding="utf-8")
        environment = {
            **os.environ,
            "PYTHONPATH": str(_ROOT),
            "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
            "QT_SCALE_FACTOR": str(screen.scale),
            "QT_LOGGING_RULES": "*.warning=false",  # what this platform cannot do with windows
        }
        command = [sys.executable, str(_HERE / "take.py"), str(_FOLDER), name, theme]
        subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    sys.exit(main())
