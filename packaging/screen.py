"""A display of its own, whose every pixel can be read: Xvfb with its screen in a file."""

from __future__ import annotations

import mmap
import os
import signal
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from system_packages import ended

SIZE_PX = (1400, 900)
_PATIENCE_S = 60.0
_STILL_S = 1.5
_BLACK = b"\0\0\0"
_COLOURS = 20
"""More than these are a drawing; while there is none its place has one."""


class Screen:
    """What a virtual display shows. The file is an X window dump: numbers, colours, then pixels."""

    def __init__(self, number: int, picture: mmap.mmap) -> None:
        self.display = f":{number}"
        self._picture = picture
        header = struct.unpack_from(">25I", picture)
        self._width, self._height, self._line = header[4], header[5], header[12]
        self._start = header[0] + 12 * header[19]

    def pixel(self, x_px: int, y_px: int) -> bytes:
        """Return blue, green and red of a pixel."""
        place = self._start + y_px * self._line + 4 * x_px
        return self._picture[place : place + 3]

    def is_blank(self) -> bool:
        """Return whether the middle of the screen shows nothing; without windows it is black."""
        return self.pixel(self._width // 3, self._height // 3) == _BLACK

    def colours(self) -> set[bytes]:
        """Return the colours of what is left of the middle and above it: there the drawing is."""
        across = range(self._width // 4, self._width // 2, 3)
        down = range(self._height // 8, self._height // 2, 3)
        return {self.pixel(x, y) for y in down for x in across}

    def is_still(self) -> bool:
        """Return whether nothing changes for a while."""
        before = self._picture[:]
        time.sleep(_STILL_S)
        return before == self._picture[:]

    def titles(self) -> list[str]:
        """Return the titles of all windows that can be seen."""
        command = ("xdotool", "search", "--onlyvisible", "--name", ".", "getwindowname", "%@")
        done = ended(*command, env={**os.environ, "DISPLAY": self.display})
        return done.stdout.splitlines()

    def save(self, path: Path) -> None:
        """Write what is shown as a picture in the PPM format."""
        lines = bytearray(f"P6 {self._width} {self._height} 255\n".encode())
        for y in range(self._height):
            begin = self._start + y * self._line
            row = self._picture[begin : begin + 4 * self._width]
            pixels = bytearray(3 * self._width)
            pixels[0::3], pixels[1::3], pixels[2::3] = row[2::4], row[1::4], row[0::4]
            lines += pixels
        path.write_bytes(lines)


@contextmanager
def screen() -> Iterator[Screen]:
    """Start a virtual display, and stop it at the end."""
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        size = "x".join(map(str, SIZE_PX))
        server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24"),
                *("-fbdir", folder, "-nolisten", "tcp", "-noreset"),
            ],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = int(told.readline())
            with (
                Path(folder, "Xvfb_screen0").open("rb") as file,
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as picture,
            ):
                yield Screen(number, picture)
        finally:
            server.terminate()
            server.wait()


def open_window(
    command: Sequence[str],
    on: Screen,
    environment: Mapping[str, str] | None = None,
    picture: Path | None = None,
) -> float:
    """Start a program, wait for its window and the drawing in it, end it as Ctrl-C does.

    Return the seconds from the start until something was painted. Where no window with its title
    and its drawing appears, or the program ends by itself, this one ends too. The ``environment``
    is all of the program's but ``DISPLAY``, this program's own without; into ``picture`` is saved,
    as PPM, what was shown.
    """
    begun = time.perf_counter()
    program = subprocess.Popen(
        command,
        env={**(os.environ if environment is None else environment), "DISPLAY": on.display},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _wait(program, lambda: not on.is_blank(), step_s=0.001)
        took = time.perf_counter() - begun
        _wait(program, lambda: any("A4S" in title for title in on.titles()), step_s=0.1)
        _wait(program, lambda: len(on.colours()) > _COLOURS and on.is_still(), step_s=0.2)
        if picture is not None:
            on.save(picture)
    finally:
        program.send_signal(signal.SIGINT)
        try:
            _, said = program.communicate(timeout=_PATIENCE_S)
        except subprocess.TimeoutExpired:
            program.kill()
            raise
    if said:
        raise SystemExit(f"{command[-1]}: the window opens, but the program says: {said}")
    return took


def _wait(program: subprocess.Popen[str], true: Callable[[], bool], *, step_s: float) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not true():
        if program.poll() is not None:
            said = program.stderr.read() if program.stderr else ""
            raise SystemExit(f"the program ended by itself, status {program.returncode}: {said}")
        if time.monotonic() > end:
            raise SystemExit("no painted window of this program has appeared")
        time.sleep(step_s)
