"""Print the Debian packages this machine lacks, one a line with the reason, for setup.sh.

Runs before anything is installed, so it needs the standard library alone.
"""

import importlib.util
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from a4s_gui.system_libraries import missing_libraries


def venv_package() -> str:
    """Return the package that completes this Python's venv module, which Debian splits off."""
    if Path(sys.executable).resolve() == Path("/usr/bin/python3").resolve():
        return "python3-venv"
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


for library, package in missing_libraries().items():
    print(package, library)

if importlib.util.find_spec("ensurepip") is None:
    print(venv_package(), "ensurepip")
