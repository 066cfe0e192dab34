"""Stand-ins for the two modules of Qt that pyqtgraph imports and this program never uses.

pyqtgraph 0.14 imports QtOpenGL and QtOpenGLWidgets whether or not OpenGL is switched on; they would
take 10 MB, and time at every start. It asks for their classes only once OpenGL is on, but for one,
which it derives from at once.
"""

import sys
from types import ModuleType


class QOpenGLWidget:
    """What pyqtgraph derives its OpenGL view from."""


def install() -> None:
    """Let them be imported from here on."""
    widgets = ModuleType("PySide6.QtOpenGLWidgets")
    widgets.__dict__["QOpenGLWidget"] = QOpenGLWidget
    for module in (ModuleType("PySide6.QtOpenGL"), widgets):
        sys.modules[module.__name__] = module
