"""Bytes made by workers: the same as here, in order, few at once; and what if a worker is lost."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from a4s_gui.errors import A4sError
from a4s_gui.export.many.making import Maker, workers_for
from a4s_gui.export.many.task import Made, Make, Task
from tests.export.many import makes


def made(makes_: Sequence[Make], workers: int) -> list[Made]:
    tasks = [Task(Path(f"{place}"), make) for place, make in enumerate(makes_)]
    with Maker(workers) as maker:
        found = list(maker.made_of(tasks))
    assert [task for task, _ in found] == tasks
    return [data for _, data in found]


def test_two_other_processes_make_what_one_makes() -> None:
    numbers = [partial(bytes, [place]) for place in range(20)]
    *found, first, last = made([*numbers, *[makes.process_id] * 2], 2)

    assert found == made(numbers, 0) == [bytes([place]) for place in range(20)]
    assert makes.process_id() not in (first, last)


def test_what_is_refused_is_said_and_the_rest_is_made() -> None:
    for workers in (0, 1):
        first, error, last = made(
            [partial(bytes, 1), partial(makes.refused, "it cannot be: do this"), partial(bytes, 2)],
            workers,
        )

        assert (first, last) == (b"\0", b"\0\0")
        assert isinstance(error, A4sError)
        assert str(error) == "it cannot be: do this"


def test_what_is_printed_below_does_not_get_among_the_answers() -> None:
    assert made([makes.loud] * 2, 1) == [b"quiet"] * 2


def test_where_a_worker_is_lost_it_is_made_here() -> None:
    assert made([partial(makes.only_here, os.getpid())] * 8, 2) == [b"here"] * 8


def test_where_no_process_can_be_started_it_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(subprocess, "Popen", refuse)

    assert made([makes.process_id] * 4, 2) == [makes.process_id()] * 4


def test_few_are_in_memory_at_once() -> None:
    """Made ahead of whoever takes them are as many as keep the workers busy."""
    asked = 0

    def tasks() -> object:
        nonlocal asked
        for place in range(100):
            asked += 1
            yield Task(Path(str(place)), partial(makes.large, 1000))

    with Maker(2) as maker:
        for taken, _ in enumerate(maker.made_of(tasks()), 1):  # type: ignore[arg-type]
            assert asked - taken < 8


def test_stopped_it_ends_at_once_and_leaves_no_process() -> None:
    began = time.monotonic()
    with Maker(2) as maker:
        threading.Timer(0.5, maker.stop).start()
        assert list(maker.made_of([Task(Path("a"), makes.slow)] * 4)) == []

    assert time.monotonic() - began < 30
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize(
    ("files", "jobs", "workers"), [(1, 8, 0), (11, 8, 0), (12, 8, 2), (99, 2, 2), (99, 1, 0)]
)
def test_no_more_processes_than_are_worth_it(files: int, jobs: int, workers: int) -> None:
    assert workers_for(files, jobs) == workers
