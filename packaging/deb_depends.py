"""The Debian packages that the frozen program needs: whatever its libraries ask for and lack."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from freeze import ROOT, environment
from system_packages import ended

_TABLE = ROOT / "resources" / "qt-libraries.txt"
_NAME = re.compile(r"[a-z0-9][a-z0-9+.-]+")


def dependencies(folder: Path) -> list[str]:
    """Return the ``Depends`` of what is in a folder, each with the version it needs, sorted.

    ``dpkg-shlibdeps`` finds them by the symbols that are used. The program itself also asks for all
    libraries of resources/qt-libraries.txt before it opens a window. A library that belongs to no
    package ends this program.
    """
    binaries = [path for path in sorted(folder.rglob("*")) if _is_elf(path)]
    found = _shlibdeps(binaries)
    known = {_NAME.match(entry)[0] for entry in found}  # type: ignore[index] # each has a name
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    asked = {line.split()[1] for line in lines if line and not line.startswith("#")}
    return sorted(found + sorted(asked - known))


def _shlibdeps(binaries: list[Path]) -> list[str]:
    own = {path.name for path in binaries}
    with tempfile.TemporaryDirectory() as place:
        control = Path(place, "debian", "control")
        control.parent.mkdir()
        control.write_text("Source: a4s-gui\n\nPackage: a4s-gui\nArchitecture: any\n", "utf-8")
        done = ended(
            *("dpkg-shlibdeps", "-O"),
            "--ignore-missing-info",  # for the program's own libraries; checked below
            *(f"-l{folder}" for folder in sorted({path.parent for path in binaries})),
            *(f"-e{path}" for path in binaries),
            cwd=place,
            env=environment(),
        )
    unknown = set(re.findall(r"no dependency information found for (\S+)", done.stderr))
    foreign = {path for path in unknown if Path(path).name not in own}
    if done.returncode or foreign:
        print(done.stderr, file=sys.stderr)
        raise SystemExit(f"no package is known for: {', '.join(sorted(foreign)) or 'see above'}")
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("shlibs:Depends="))
    return line.removeprefix("shlibs:Depends=").split(", ")


def _is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
