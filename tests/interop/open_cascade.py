"""Runs scripts in OpenCASCADE's test program, ``occt-draw``, without a display."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

PROGRAM = "occt-draw"
_LIBRARIES = ("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu")


def run_script(lines: Iterable[str], work: Path) -> str:
    """Run lines of Tcl with modelling and STEP loaded; return what they print.

    The program loads its plug-ins by names without a version, which Debian keeps for its
    development packages: a folder of links in ``work`` stands in for those.
    """
    links = work / "plugins"
    links.mkdir(exist_ok=True)
    for folder in _LIBRARIES:
        for library in Path(folder).glob("libTK*.so.?"):
            link = links / library.name.rpartition(".")[0]
            if not link.is_symlink():
                link.symlink_to(library)
    script = work / "script.tcl"
    script.write_text("\n".join(["pload MODELING XSDRAW", *lines, "exit"]), encoding="utf-8")
    done = subprocess.run(
        [PROGRAM, "-b", "-f", str(script)],
        env={**os.environ, "LD_LIBRARY_PATH": str(links), "HOME": str(work)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"is the package occt-draw there? {done.stdout}{done.stderr}"
    assert "Error" not in done.stdout + done.stderr, done.stdout + done.stderr
    return done.stdout
