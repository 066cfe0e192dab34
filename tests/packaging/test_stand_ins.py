"""The stand-ins for Qt's OpenGL modules: there when asked for, and no sign of Qt before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"

_WITHOUT_OPENGL = """
import sys
import stand_ins

class Missing:  # what a frozen program has not is found nowhere
    def find_spec(self, name, path, target=None):
        if name.startswith("PySide6.QtOpenGL"):
            for finder in sys.meta_path[sys.meta_path.index(self) + 1:]:
                if type(finder).__module__ == "stand_ins":
                    return finder.find_spec(name, path, target)
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Missing())
stand_ins.install()
print([name for name in sys.modules if name.startswith("PySide6")])
import PySide6, pyqtgraph
print(sys.modules["PySide6.QtOpenGLWidgets"].QOpenGLWidget.__module__)
"""


def test_pyqtgraph_starts_without_opengl_and_qt_is_not_loaded_before() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_OPENGL],
        env={**os.environ, "PYTHONPATH": str(PACKAGING), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.splitlines() == ["[]", "stand_ins"], done.stderr
