"""What the frozen program is made of: the spec file asks here what to leave out, and why.

A wheel brings everything its makers thought of; the program uses a part. Whatever is left out here
is proven unused by ``make test-frozen``: it runs the project's tests on what is left.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

WITHOUT = (
    # Qt, as pyqtgraph asks for it: it gets on without these.
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtTest",
    "PySide6.QtUiTools",
    "PySide6.scripts",
    # pyqtgraph beyond its graphics view
    "pyqtgraph.canvas",
    "pyqtgraph.console",
    "pyqtgraph.examples",
    "pyqtgraph.flowchart",
    "pyqtgraph.jupyter",
    "pyqtgraph.opengl",
    # numpy beyond arrays
    "numpy._core._multiarray_tests",
    "numpy._core.tests",
    "numpy.ctypeslib",
    "numpy.distutils",
    "numpy.f2py",
    "numpy.fft",
    "numpy.ma",
    "numpy.polynomial",
    "numpy.random",
    "numpy.testing",
    # ezdxf beyond writing a document, fontTools beyond reading the outlines of TrueType
    "ezdxf.addons",
    "ezdxf.commands",
    "fontTools.cffLib",
    "fontTools.colorLib",
    "fontTools.cu2qu",
    "fontTools.designspaceLib",
    "fontTools.feaLib",
    "fontTools.merge",
    "fontTools.mtiLib",
    "fontTools.otlLib",
    "fontTools.qu2cu",
    "fontTools.subset",
    "fontTools.ttLib.tables.otBase",
    "fontTools.ttLib.tables.otConverters",
    "fontTools.ttLib.tables.otData",
    "fontTools.ttLib.tables.otTables",
    "fontTools.ttLib.tables.otTraverse",
    "fontTools.ttLib.woff2",
    "fontTools.ufoLib",
    "fontTools.varLib",
    "fontTools.voltLib",
    # Python beyond what the above ask for
    "_hashlib",
    "_ssl",
    "asyncio",
    "curses",
    "doctest",
    "ftplib",
    "lib2to3",
    "pdb",
    "pip",
    "pydoc_data",
    "readline",
    "setuptools",
    "sqlite3",
    "ssl",
    "test",
    "tkinter",
    "xmlrpc",
)
"""Modules that are not taken, with all beneath them."""

QT_LIBRARIES = {"Core", "DBus", "Gui", "PrintSupport", "Svg", "WaylandClient", "Widgets", "XcbQpa"}
QT_PLUGINS = {
    "iconengines": {"svgicon"},
    "imageformats": {"svg"},
    "platforminputcontexts": {"compose", "ibus"},
    "platforms": {"cocoa", "offscreen", "wayland", "windows", "xcb"},
    "printsupport": {"cupsprintersupport"},
    "styles": set[str](),  # Fusion is within QtWidgets
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
"""Plugins by folder: without OpenGL, desktop themes (they would load all of GTK)."""

_PLUGIN = re.compile(
    r"PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?q?([^/]+?)(?:plugin|platforminputcontextplugin)?\.(?:so|dll|dylib)"
)
_QT_LIBRARY = re.compile(
    r"PySide6/(?:Qt/lib/)?(?:lib)?Qt6?([A-Z]\w*)(?:\.so\.6|\.dll|\.framework/.*)"
)
_LEFT_OUT = re.compile(
    r"PySide6/(?:Qt/)?(?:translations|qml|resources)/.*"
    r"|PySide6/(?:opengl32sw|d3dcompiler_\d+)\.dll"
    r"|pyqtgraph/(?:colors|icons)/.*"
    r"|.*\.pyi"
    r"|[^/]+\.dist-info/(?!METADATA).*"
    r"|(?!PySide6|pyside6|pyqtgraph)[^/]+\.dist-info/.*"
)


def wanted(destination: str, kind: str, *, linux: bool) -> bool:
    """Return whether a file that PyInstaller found is to be taken.

    ``destination`` is its path in the frozen program, ``kind`` PyInstaller's word for what it is,
    such as BINARY, DATA or SYMLINK. On ``linux`` the system's own libraries are there to depend
    on, by the names of its packages.
    """
    path = PurePosixPath(destination.replace("\\", "/")).as_posix()
    if plugin := _PLUGIN.fullmatch(path):
        folder, name = plugin.groups()
        return name in QT_PLUGINS.get(folder, set())
    if library := _QT_LIBRARY.fullmatch(path):
        return library[1] in QT_LIBRARIES
    if linux and "/" not in path:
        # Libraries of the system, and links to Qt's, which every program that this one starts
        # would otherwise find on its LD_LIBRARY_PATH.
        return kind not in ("BINARY", "SYMLINK") or path.startswith("libpython")
    return not _LEFT_OUT.fullmatch(path)
