"""Print the Debian packages this machine lacks, one a line with the reason, for setup.sh.

With the argument ``interop`` also those with the programs that ``make interop`` reads files with.
Runs before anything is installed, so it needs the standard library alone.
"""

import importlib.util
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from a4s_gui.system_libraries import missing_libraries


def venv_package() -> str:
    """Return the package that completes this Python's venv module, which Debian splits off."""
    if Path(sys.executable).resolve() == Path("/usr/bin/python3").resolve():
        return "python3-venv"
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def missing_programs() -> dict[str, str]:
    """Return what the interoperability tests run and cannot find, with its package."""
    found = {
        "pcbnew": (Path("/usr/lib/python3/dist-packages/pcbnew.py").exists(), "kicad"),
        "rsvg-convert": (shutil.which("rsvg-convert"), "librsvg2-bin"),
        "pdftoppm": (shutil.which("pdftoppm"), "poppler-utils"),
        "occt-draw": (shutil.which("occt-draw"), "occt-draw"),
    }
    return {program: package for program, (there, package) in found.items() if not there}


for library, package in missing_libraries().items():
    print(package, library)

if importlib.util.find_spec("ensurepip") is None:
    print(venv_package(), "ensurepip")

if "interop" in sys.argv[1:]:
    for program, package in missing_programs().items():
        print(package, program)
