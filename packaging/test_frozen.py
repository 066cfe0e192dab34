"""``make test-frozen``: runs the project's tests on what is left of the libraries once frozen.

The modules are taken out of the frozen program into a folder, and a Python that has the tools of
the tests, but none of the packages that the program runs on, is pointed there.
"""

from __future__ import annotations

import importlib.util
import io
import marshal
import re
import shutil
import subprocess
import sys
from pathlib import Path

from freeze import BUILD, FROZEN, PYTHON, ROOT, SCRIPTS, environment, run, site_packages

_SITE = BUILD / "frozen-site"
_VENV = BUILD / "frozen-venv"
_FOR_THE_TESTS = ("PySide6/QtTest.abi3.so", "PySide6/Qt/lib/libQt6Test.so.6")
"""What pytest-qt clicks and types with. hypothesis asks for numpy's random numbers too."""
_TAKE_OUT = """
import marshal, sys
from PyInstaller.archive.readers import CArchiveReader
archive = CArchiveReader(sys.argv[1]).open_embedded_archive("PYZ.pyz")
for name, (kind, *_) in archive.toc.items():
    if name.partition(".")[0] not in sys.stdlib_module_names | {"a4s_gui", "stand_ins"}:
        sys.stdout.buffer.write(marshal.dumps((name, kind == 1, archive.extract(name))))
"""


def main() -> int:
    """Run the tests; return the status of pytest."""
    lay_out_modules()
    make_environment()
    done = subprocess.run(
        [_VENV / SCRIPTS / "python", "-m", "pytest", *sys.argv[1:]],
        cwd=ROOT,
        env=environment(),
        check=False,
    )
    return done.returncode


def lay_out_modules() -> None:
    """Write the frozen modules where Python finds them, beside the libraries they load."""
    shutil.rmtree(_SITE, ignore_errors=True)
    keep_out = shutil.ignore_patterns("a4s_gui", "base_library.zip", "python3*", "libpython*")
    shutil.copytree(FROZEN / "_internal", _SITE, ignore=keep_out)
    packages = site_packages(PYTHON)
    for name in _FOR_THE_TESTS:
        shutil.copy(packages / name, _SITE / name)
    shutil.copytree(packages / "numpy" / "random", _SITE / "numpy" / "random")
    done = subprocess.run(
        [PYTHON, "-c", _TAKE_OUT, FROZEN / "a4s-gui"], capture_output=True, check=True
    )
    stream = io.BytesIO(done.stdout)
    while stream.tell() < len(done.stdout):
        name, package, code = marshal.load(stream)  # noqa: S302 - made by ourselves, above
        place = _SITE.joinpath(*name.split("."))
        path = place / "__init__.pyc" if package else place.with_name(f"{place.name}.pyc")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code))


def make_environment() -> None:
    """Make a Python with the tools of the tests, and the frozen modules on its path."""
    run(sys.executable, "-m", "venv", "--clear", _VENV)
    folder = ROOT / "packaging"
    shipped = _entries(folder / "requirements.lock")
    entries = _entries(folder / "requirements-dev.lock")
    lock = BUILD / "frozen-tools.lock"
    lock.write_text("".join(entries[n] for n in entries if n not in shipped), encoding="utf-8")
    python = _VENV / SCRIPTS / "python"
    pip = (python, "-m", "pip", "-qq", "--disable-pip-version-check")
    run(*pip, "install", "--no-deps", "--require-hashes", "-r", lock)
    lines = (str(_SITE), str(folder), "import stand_ins; stand_ins.install()")
    (site_packages(python) / "frozen.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _entries(lock: Path) -> dict[str, str]:
    text = lock.read_text(encoding="utf-8")
    found = re.findall(r"^((\S+?)==.*(?:\n    .*)*\n)", text, re.MULTILINE)
    entries: dict[str, str] = {}
    for entry, name in found:
        entries[name] = entries.get(name, "") + entry
    return entries


if __name__ == "__main__":
    sys.exit(main())
