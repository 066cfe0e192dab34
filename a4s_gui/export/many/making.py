"""Making the bytes of many files on several cores, in order, few of them in memory at once."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Self

from a4s_gui.export.many.task import Made, Make, Task, made
from a4s_gui.export.many.worker import Worker, WorkerLostError

_AHEAD = 3
"""So many files a worker are made before they are taken: no worker waits for a slow one."""
_LEAST_FILES = 6
"""A worker takes as long to start as such a number of files takes to be made."""


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def workers_for(files: int, jobs: int) -> int:
    """Return how many workers are worth starting; 0 where this process is as fast alone."""
    worth = min(jobs, files // _LEAST_FILES)
    return worth if worth > 1 else 0


class Maker:
    """Makes files by workers; where there are none, or they are lost, in the caller's thread.

    A context: at its end the workers are gone. So many ``workers``, processes of their own, are
    started with the first file; 0 for none.
    """

    def __init__(self, workers: int) -> None:
        self._count = workers
        self._workers: list[Worker] = []
        self._own = threading.local()
        self._ended = threading.Event()
        self._lost = workers == 0
        self._threads = ThreadPoolExecutor(max(1, workers), "making")

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End the workers, whatever they are at."""
        self.stop()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def stop(self) -> None:
        """Make nothing more, from any thread; what is under way is dropped."""
        self._ended.set()
        for worker in tuple(self._workers):
            worker.kill()

    def made_of(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Made]]:
        """Yield each task with what was made, in order; fewer where it was stopped."""
        waiting: deque[tuple[Task, Future[Made | None] | None]] = deque()
        left = iter(tasks)
        while not self._ended.is_set():
            for task in islice(left, _AHEAD * max(1, self._count) - len(waiting)):
                waiting.append((task, self._begun(task)))
            if not waiting:
                return
            task, future = waiting.popleft()
            found = future.result() if future else None
            if self._ended.is_set():
                return
            yield task, made(task.make) if found is None else found

    def _begun(self, task: Task) -> Future[Made | None] | None:
        return None if self._lost else self._threads.submit(self._made_by_worker, task.make)

    def _made_by_worker(self, make: Make) -> Made | None:
        """Return what this thread's worker makes; ``None`` where it is lost."""
        if self._lost or self._ended.is_set():
            return None
        try:
            return self._worker().make(make)
        except WorkerLostError:
            self._lost = True
            return None

    def _worker(self) -> Worker:
        worker: Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            worker = self._own.worker = Worker()
            self._workers.append(worker)
            if self._ended.is_set():  # stopped while it was started
                worker.kill()
        return worker
