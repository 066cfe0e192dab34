"""Takes pictures of the real window: those of the guide, and to be looked at, all on four screens.

run.py [--docs]

Needs no display. With ``--docs`` only the pictures of the guide are taken.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent.parent
_FOLDER = _ROOT / "build" / "pictures"
_GUIDE = _ROOT / "docs" / "guide" / "images"
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
    wanted = [(_SCREENS[-2], ["guide.py", str(_GUIDE)])]
    if "--docs" not in sys.argv[1:]:
        for screen in _SCREENS:
            for theme in _THEMES:
                name = f"{screen.name}-{theme}"
                wanted.append((screen, ["take.py", str(_FOLDER), name, theme]))
    for screen, words in wanted:
        try:
            _take(screen, words)
        except subprocess.CalledProcessError as error:
            print(f"{' '.join(words)}: no pictures: {error}", file=sys.stderr)
            return 1
    return 0


def _take(screen: Screen, words: Sequence[str]) -> None:
    """Run a script on one screen in a process of its own, which has one scale for good."""
    described = {"name": screen.name, "x": 0, "y": 0, "dpr": 1}
    described |= {"logicalDpi": 96, "logicalBaseDpi": 96}
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
        command = [sys.executable, str(_HERE / words[0]), *words[1:]]
        subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    sys.exit(main())
