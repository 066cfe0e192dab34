"""A bare Debian 12 in a folder, to install things on and to throw away."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from system_packages import ended

SUITE = "bookworm"
"""Debian 12."""
_X11 = Path("/tmp/.X11-unix")  # noqa: S108 - where every X server puts its socket
# Settings of apt and what it downloads, logs and remembers are no trace of a package.
_APTS_OWN = (
    "/etc/apt/",
    "/var/cache/apt/",
    "/var/cache/debconf/",
    "/var/cache/ldconfig/",
    "/var/lib/apt/",
    "/var/lib/dpkg/",
    "/var/log/",
    "/root/",
    "/tmp/",  # noqa: S108
)
USER = 1000
"""The number of the ordinary user."""


class Machine:
    """A Debian in a folder; commands run in it as on a machine without a display of its own.

    Each command has its own mounts, which end with it: nothing is left mounted, whatever happens.
    The folders ``shared`` of this machine the other one sees too, by the same paths.
    """

    def __init__(self, root: Path, shared: Iterable[Path] = ()) -> None:
        self.root = root
        self._shared = tuple(shared)

    def command(self, *words: str, user: int = 0, **environment: str) -> list[str]:
        """Return the command that runs another one in the machine."""
        settings = {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/home/tester" if user else "/root",
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            **environment,
        }
        root = str(self.root)
        mounts = f'mount -t proc proc "{root}/proc"'
        for folder in (*self._shared, *([_X11] if _X11.is_dir() else [])):
            place = f'"{root}{folder}"'
            mounts += f' && mkdir -p {place} && mount --bind "{folder}" {place}'
        pairs = [f"{name}={value}" for name, value in settings.items()]
        return [
            *("unshare", "--mount", "sh", "-c", f'{mounts} && exec "$@"', "sh"),
            *("env", "-i", *pairs, "chroot", f"--userspec={user}:{user}", root, *words),
        ]

    def run(
        self, *words: str, user: int = 0, check: bool = True, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in the machine to its end.

        Where it ends badly, and ``check`` is set, what it said is printed and this program ends.
        """
        done = ended(*self.command(*words, user=user, **environment))
        if check and done.returncode:
            print(done.stdout + done.stderr)
            raise SystemExit(f"in the bare Debian: {' '.join(words)}: status {done.returncode}")
        return done

    def make(self) -> None:
        """Make a minimal Debian 12 in the folder, which must not be there.

        What debootstrap says ends this program where that fails.
        """
        done = ended("debootstrap", "--variant=minbase", SUITE, self.root, *mirror())
        if done.returncode:
            raise SystemExit(f"debootstrap failed:\n{done.stdout[-2000:]}{done.stderr}")
        shutil.copy("/etc/resolv.conf", self.root / "etc" / "resolv.conf")
        settings = ended("apt-config", "dump", "Acquire", check=True)
        (self.root / "etc/apt/apt.conf.d/90host").write_text(settings.stdout, encoding="utf-8")

    def make_user(self) -> None:
        """Give the machine an ordinary user, who owns /home/tester."""
        home = self.root / "home" / "tester"
        home.mkdir()
        os.chown(home, USER, USER)

    def files(self) -> set[str]:
        """Return every file, folder and link, but for what apt and dpkg keep of their own."""
        found = set()
        for folder, folders, files in os.walk(self.root):
            inside = "/" + str(Path(folder).relative_to(self.root)).removeprefix(".")
            if inside in ("/dev", "/proc", "/sys", "/run"):
                folders.clear()
                continue
            found |= {f"{inside.rstrip('/')}/{name}" for name in (*folders, *files)}
        return {path for path in found if not f"{path}/".startswith(_APTS_OWN)}


@contextmanager
def bare_debian() -> Iterator[Machine]:
    """Make a minimal Debian 12 with the sources of packages and the network of this machine."""
    place = Path(tempfile.mkdtemp(prefix="a4s-gui-debian-", dir="/var/tmp"))
    try:
        place.chmod(0o755)
        machine = Machine(place / "root")
        machine.make()
        machine.make_user()
        yield machine
    finally:
        shutil.rmtree(place)


def mirror() -> list[str]:
    """Return where this machine gets Debian 12 from; nothing where it is not set to."""
    form = ("--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages")
    done = ended("apt-get", "indextargets", *form)
    places = [line.split()[1] for line in done.stdout.splitlines() if line.split()[0] == SUITE]
    return places[:1]
