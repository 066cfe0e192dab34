"""Where the frozen program starts: the command, in an environment fit to pass on.

PyInstaller's launcher points the loader and Qt at the program's own folder. What the program starts
itself, a file manager or a viewer, must not look there for its libraries.
"""

import gc
import os
import sys

import stand_ins

stand_ins.install()
# What is imported stays: looking for garbage among it takes 2 % of the start, and finds none.
gc.set_threshold(20_000)
for _name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    os.environ.pop(_name, None)  # Qt finds its plugins beside itself
for _name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    _before = os.environ.pop(f"{_name}_ORIG", None)
    os.environ.pop(_name, None)
    if _before:
        os.environ[_name] = _before

from a4s_gui.cli import main  # noqa: E402 - the environment first

if __name__ == "__main__":
    sys.exit(main())
