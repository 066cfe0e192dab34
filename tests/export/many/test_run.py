"""A run beside whatever else goes on: whole files or none, whenever it ends, whatever fails."""

from __future__ import annotations

import random
import time
from functools import partial
from operator import mul
from pathlib import Path

import pytest

from a4s_gui.export.many.run import Phase, Run
from a4s_gui.export.many.task import Task
from tests.export.many import makes

SIZE = 100_000


def tasks_in(folder: Path, count: int = 12) -> list[Task]:
    return [
        Task(folder / f"{place:02}.bin", partial(mul, bytes([place]), SIZE))
        for place in range(count)
    ]


def wait_for(run: Run, phase: Phase) -> None:
    until = time.monotonic() + 30
    while run.phase is not phase:
        assert time.monotonic() < until, run.phase
        time.sleep(0.002)


def assert_whole(folder: Path) -> int:
    """Hold every file to what it should be, and nothing else to be there; return how many."""
    found = list(folder.iterdir())
    for path in found:
        assert path.read_bytes() == bytes([int(path.stem)] * SIZE), path
    return len(found)


def test_every_file_is_written(tmp_path: Path) -> None:
    run = Run(tasks_in(tmp_path), tmp_path, 0)
    run.wait()

    assert run.phase is Phase.ENDED
    assert run.report == f"12 of 12 files written into {tmp_path}"
    assert assert_whole(tmp_path) == 12


def test_what_would_be_replaced_is_asked_once_and_the_same_is_left_alone(tmp_path: Path) -> None:
    tasks = tasks_in(tmp_path)
    for place, data in ((1, b"mine"), (2, bytes([2] * SIZE)), (5, b"")):
        tasks[place].path.write_bytes(data)
    same = tasks[2].path.stat().st_mtime_ns

    run = Run(tasks, tmp_path, 0)
    wait_for(run, Phase.ASKING)
    assert run.differing == (tasks[1].path, tasks[5].path)
    assert len(list(tmp_path.iterdir())) == 3, "nothing is written before the answer"
    run.answer(replace=False)
    run.wait()

    assert tasks[1].path.read_bytes() == b"mine"
    assert tasks[2].path.stat().st_mtime_ns == same
    assert "9 of 12 files written" in run.report
    assert "1 with that content there already; 2 kept as they were" in run.report

    again = Run(tasks, tmp_path, 0)
    wait_for(again, Phase.ASKING)
    again.answer(replace=True)
    again.wait()
    assert (again.written, again.same) == (2, 10)
    assert assert_whole(tmp_path) == 12


def test_what_cannot_be_made_or_written_is_reported_and_the_rest_is_there(tmp_path: Path) -> None:
    tasks = tasks_in(tmp_path, 6)
    tasks[2].path.mkdir()
    tasks[3] = Task(tasks[3].path, partial(makes.refused, "it does not fit; choose a larger paper"))
    (tmp_path / "file").write_bytes(b"")
    tasks[4] = Task(tmp_path / "long" / f"{'x' * 300}.bin", tasks[4].make)

    run = Run(tasks, tmp_path, 0)
    run.wait()

    summary, *failed = run.report.splitlines()
    assert summary == f"3 of 6 files written into {tmp_path}; 3 failed"
    assert failed == [
        "02.bin: is a folder; name a file in it",
        "03.bin: it does not fit; choose a larger paper",
        f"long/{'x' * 300}.bin: the name is too long; choose a shorter one",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "00.bin", "01.bin", "02.bin", "05.bin", "file",
    ]  # fmt: skip


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"")
    run = Run([Task(tmp_path / "in" / "a", partial(bytes, 1))], tmp_path, 0)
    run.wait()

    assert "in: is a file, not a folder" in run.report
    assert (tmp_path / "in").is_file()


def test_stopped_at_random_files_are_whole_or_not_there(tmp_path: Path) -> None:
    chance = random.Random(12)
    for number in range(12):
        folder = tmp_path / str(number)
        folder.mkdir()
        after, wait_s = chance.randrange(12), chance.uniform(0, 0.003)
        run = Run(tasks_in(folder, 200), folder, 0)
        while run.written < after:
            time.sleep(0)
        time.sleep(wait_s)
        run.stop()
        run.wait()
        assert after <= assert_whole(folder) == run.written
        assert f"{run.written} of 200 files written into {folder}; stopped" in run.report


def test_stopped_while_workers_are_at_it(tmp_path: Path) -> None:
    tasks = [*tasks_in(tmp_path, 4), Task(tmp_path / "slow", makes.slow)]
    run = Run(tasks, tmp_path, 2)
    until = time.monotonic() + 30
    while run.written < 4 and time.monotonic() < until:
        time.sleep(0.01)
    run.stop()
    run.wait()

    assert assert_whole(tmp_path) == 4


def test_a_question_that_is_stopped_replaces_nothing(tmp_path: Path) -> None:
    tasks = tasks_in(tmp_path, 3)
    tasks[0].path.write_bytes(b"mine")
    run = Run(tasks, tmp_path, 0)
    wait_for(run, Phase.ASKING)
    run.stop()
    run.wait()

    assert [path.name for path in tmp_path.iterdir()] == ["00.bin"]
    assert tasks[0].path.read_bytes() == b"mine"


def test_a_fault_of_the_program_is_not_kept_quiet(tmp_path: Path) -> None:
    run = Run([Task(tmp_path / "a", partial(int, "a"))], tmp_path, 0)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="invalid literal"):
        run.wait()
    assert run.phase is Phase.ENDED
    assert not list(tmp_path.iterdir())
