"""Scenes drawn by Qt: the one painter, the drawing font and text as outlines."""

import builtins

import PySide6.QtCore  # noqa: F401 - puts the function in place that is taken out below

# With every import PySide6 looks whether the module asks for names in another style, by reading
# its source, and keeps what it has read: 70 of 450 ms until the window is there, and 16 MB. No
# module here asks for that.
builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
