"""Print the Debian packages this machine lacks, one a line with the reason, for setup.sh.

Each library is looked for by loading it, whatever the distribution calls itself.
"""

import ctypes
import importlib.util
import sys
from pathlib import Path


def loads(library: str) -> bool:
    """Whether the dynamic loader finds the library and all that it needs itself."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def venv_package() -> str:
    """Return the package that completes this Python's venv module, which Debian splits off."""
    if Path(sys.executable).resolve() == Path("/usr/bin/python3").resolve():
        return "python3-venv"
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


if sys.platform == "linux":
    table = Path(__file__).parent.parent / "resources" / "qt-libraries.txt"
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            library, package = line.split()
            if not loads(library):
                print(package, library)

if importlib.util.find_spec("ensurepip") is None:
    print(venv_package(), "ensurepip")
