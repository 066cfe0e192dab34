"""Stand-ins for the two modules of Qt that pyqtgraph imports and this program never uses.

pyqtgraph 0.14 imports QtOpenGL and QtOpenGLWidgets whether or not OpenGL is switched on; they would
take 10 MB, and time at every start. It asks for their classes only once OpenGL is on, but for one,
which it derives from at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType


class QOpenGLWidget:
    """What pyqtgraph derives its OpenGL view from."""


_MEMBERS: dict[str, dict[str, object]] = {
    "PySide6.QtOpenGL": {},
    "PySide6.QtOpenGLWidgets": {"QOpenGLWidget": QOpenGLWidget},
}


class _StandIns:
    """Finds and loads them, where nothing else is found by their names."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return ModuleSpec(name, self) if name in _MEMBERS else None  # type: ignore[arg-type]

    def create_module(self, _spec: ModuleSpec) -> None:
        """Let Python make it."""

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__.update(_MEMBERS[module.__name__])


def install() -> None:
    """Let them be imported from here on."""
    sys.meta_path.append(_StandIns())
