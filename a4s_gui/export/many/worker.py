"""Another process of this program that makes bytes, and never writes a file.

It is asked through its standard input and answers on its standard output. When whoever started it
is gone, however that ended, it reads the end of its input and ends as well.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

from a4s_gui.errors import A4sError
from a4s_gui.export.many import WORKER
from a4s_gui.export.many.task import Made, Make, made


class WorkerLostError(Exception):
    """There is no worker to ask: it could not be started, or it ended without an answer."""


class Worker:
    """A worker process; made, it begins to start up, which takes some tenths of a second.

    Raises
    ------
    WorkerLostError
        It cannot be started here.
    """

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                # Ctrl+C is for whoever started it; on Windows by a group, and without a console.
                start_new_session=sys.platform != "win32",
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
                | getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise WorkerLostError(str(error)) from error

    def make(self, make: Make) -> Made:
        """Return what the other process makes.

        Raises
        ------
        WorkerLostError
            It ended without an answer.
        """
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None  # noqa: S101 - both are pipes
        assert answered is not None  # noqa: S101
        try:
            pickle.dump(make, asked)
            asked.flush()
            answer: Made = pickle.load(answered)  # noqa: S301 - of a process of our own
        except (OSError, ValueError, EOFError, pickle.UnpicklingError) as error:
            raise WorkerLostError(str(error)) from error
        return answer

    def kill(self) -> None:
        """End it at once; it holds nothing that could be left half done."""
        self._process.kill()

    def close(self) -> None:
        """Wait for its end and give its pipes back, after :meth:`kill`."""
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:  # what was asked last never arrived
                continue


def serve() -> None:
    """Answer whoever started this process, until that ends."""
    asked = sys.stdin.buffer
    # What anything below prints must not get among the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        _answer_all(asked, answers)
    except (EOFError, OSError, KeyboardInterrupt):
        return


def _answer_all(asked: BinaryIO, answers: BinaryIO) -> None:
    while True:
        make: Make = pickle.load(asked)  # noqa: S301 - of the process that started this one
        answer = made(make)
        # Whatever else their class keeps, errors are one line.
        pickle.dump(A4sError(str(answer)) if isinstance(answer, A4sError) else answer, answers)
        answers.flush()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        # On Windows the program of the menu has no standard input; its twin beside it has.
        twin = Path(sys.executable).with_name("a4s-gui.exe")
        return [str(twin) if twin.exists() else sys.executable, WORKER]
    return [sys.executable, "-P", "-m", "a4s_gui", WORKER]


def _environment() -> dict[str, str]:
    """Return this environment, in which the very same program is found."""
    here = str(Path(__file__).resolve().parents[3])
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (here, known)))}
