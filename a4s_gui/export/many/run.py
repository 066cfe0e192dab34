"""Writing many files beside whatever else goes on: one question, a stop at any time, a report.

Nothing here knows Qt: whoever started a run looks at it from time to time.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from enum import Enum
from pathlib import Path

from a4s_gui.catalog.numbers import pluralize
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import ExportError, atomic_write, holds_other, is_file
from a4s_gui.export.many.making import Maker
from a4s_gui.export.many.pace import Pace
from a4s_gui.export.many.task import Task, folders_of, folders_ready
from a4s_gui.frozen import frozen


class Phase(Enum):
    """How far a run is."""

    COMPARING = "Comparing with what is there"
    ASKING = "Waiting for your answer"
    WRITING = "Writing"
    ENDED = "Ended"


@frozen
class Failure:
    """A file that was not written, and why."""

    path: Path
    reason: str


class Run:
    """The writing of some files; it begins when it is made.

    Files that hold already what they are to hold are left alone. Where some hold other content,
    it waits for :meth:`answer`. A file that cannot be made or written does not keep the others
    from it. All are within ``folder``. So many ``workers``, processes of their own, make them;
    where these are 0, this run's own thread does.
    """

    def __init__(self, tasks: Sequence[Task], folder: Path, workers: int) -> None:
        self.phase = Phase.COMPARING
        self.pace = Pace(0)
        self.differing: tuple[Path, ...] = ()
        """Files that hold other content."""
        self.failures: list[Failure] = []
        self.written = self.same = self.kept = 0
        self.stopped = False
        self._tasks = tuple(tasks)
        self._folder = folder
        self._maker = Maker(workers)
        self._replaces = False
        self._answered = threading.Event()
        self._done: Future[None] = Future()
        # Of those that the program does not wait for at its end: nobody might answer any more.
        threading.Thread(target=self._begin, name="many-files", daemon=True).start()

    def answer(self, *, replace: bool) -> None:
        """Go on, and replace the files of ``differing``, or keep them."""
        self._replaces = replace
        self._answered.set()

    def stop(self) -> None:
        """Write nothing more; a file that is being written is written whole."""
        self.stopped = True
        self._maker.stop()
        self._answered.set()

    def wait(self) -> None:
        """Wait for the end.

        Raises
        ------
        Exception
            Of the program's own fault, which ended it.
        """
        self._done.result()

    @property
    def report(self) -> str:
        """What became of it, in lines: a summary, then each file that failed with its reason."""
        files = pluralize(len(self._tasks), "file")
        first = f"{self.written} of {files} written into {self._folder}"
        details = [
            f"{self.same} with that content there already" if self.same else "",
            f"{self.kept} kept as they were" if self.kept else "",
            f"{len(self.failures)} failed" if self.failures else "",
            "stopped" if self.stopped else "",
        ]
        summary = "; ".join([first, *filter(None, details)])
        failed = [f"{self.name_of(failure.path)}: {failure.reason}" for failure in self.failures]
        return "\n".join([summary, *failed])

    def name_of(self, path: Path) -> str:
        """Return the path of a file within the folder."""
        return str(path.relative_to(self._folder)) if path != self._folder else str(path)

    def _begin(self) -> None:
        try:
            self._work()
        except BaseException as error:  # noqa: BLE001 - raised where the end is waited for
            self._done.set_exception(error)
        else:
            self._done.set_result(None)

    def _work(self) -> None:
        try:
            with self._maker:
                self._write(self._not_the_same())
        finally:
            self.phase = Phase.ENDED

    def _not_the_same(self) -> list[Task]:
        """Return the tasks that are left when files that are there have been compared."""
        there = [task for task in self._tasks if is_file(task.path)]
        done, differing = set(), []
        for task, made in self._made(Phase.COMPARING, there):
            if not isinstance(made, bytes):
                self._fail(task, made)
            elif not self._differs(task, made):
                self.same += 1
            else:
                differing.append(task.path)
                continue
            done.add(task.path)
        if differing and not self.stopped:
            self._ask(differing)
            if not self._replaces:
                self.kept = len(differing)
                done.update(differing)
        return [task for task in self._tasks if task.path not in done]

    def _ask(self, differing: Sequence[Path]) -> None:
        self.differing = tuple(differing)
        self.phase = Phase.ASKING
        self._answered.wait()

    def _write(self, tasks: Sequence[Task]) -> None:
        if self.stopped or not tasks:
            return
        try:
            with folders_ready(folders_of(tasks, self._folder)):
                for task, made in self._made(Phase.WRITING, tasks):
                    self._write_one(task, made)
        except ExportError as error:  # of a folder; those of files are noted one by one
            self.failures.append(Failure(error.path, error.reason))

    def _write_one(self, task: Task, made: bytes | A4sError) -> None:
        if not isinstance(made, bytes):
            self._fail(task, made)
            return
        try:
            atomic_write(task.path, made)
        except ExportError as error:
            self._fail(task, error)
        else:
            self.written += 1

    def _made(self, phase: Phase, tasks: Sequence[Task]) -> Iterator[tuple[Task, bytes | A4sError]]:
        self.pace, self.phase = Pace(len(tasks)), phase
        for pair in self._maker.made_of(tasks):
            yield pair
            self.pace.step()

    def _differs(self, task: Task, made: bytes) -> bool:
        """Return whether a file holds other content; one that cannot be read may well do."""
        try:
            return holds_other(task.path, made)
        except ExportError:
            return True

    def _fail(self, task: Task, error: A4sError) -> None:
        reason = error.reason if isinstance(error, ExportError) else str(error)
        self.failures.append(Failure(task.path, reason))
