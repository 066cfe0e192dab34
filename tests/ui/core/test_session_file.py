"""The file of a session: two windows, crashes, damage, and folders that cannot be written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from a4s_gui import user_files
from a4s_gui.ui.core.session_file import SessionFile

pytestmark = pytest.mark.usefixtures("qapp")


def _age(path: Path, seconds: float) -> None:
    os.utime(path, (1e9 - seconds, 1e9 - seconds))


def test_the_next_window_takes_what_was_closed_last(tmp_path: Path) -> None:
    one, two = SessionFile(tmp_path / "new" / "s"), SessionFile(tmp_path / "new" / "s")
    assert (one.read(), two.read()) == ("", "")
    one.save("one")
    two.save("two")
    assert SessionFile(tmp_path / "new" / "s").read() == "", "both are still open"
    two.close("two")
    one.close("one, later")
    assert SessionFile(tmp_path / "new" / "s").read() == "one, later"
    assert [path.name for path in (tmp_path / "new" / "s").glob("*.json")] == ["last.json"]


def test_a_window_keeps_its_own_session_while_another_is_closed(tmp_path: Path) -> None:
    one, two = SessionFile(tmp_path), SessionFile(tmp_path)
    one.save("one")
    two.close("two")
    assert SessionFile(tmp_path).read() == "two"
    one.close("one")
    assert SessionFile(tmp_path).read() == "one"


def test_what_a_crash_left_is_taken_where_it_is_newer(tmp_path: Path) -> None:
    crashed = SessionFile(tmp_path)
    crashed.save("crashed")
    SessionFile(tmp_path).close("closed")
    _age(tmp_path / "last.json", 60)
    del crashed  # its process would be gone, and its lock stale
    again = SessionFile(tmp_path)
    assert again.read() == "crashed"
    assert SessionFile(tmp_path).read() == "closed", "the other one has it"
    again.close("crashed, then closed")
    assert [path.name for path in tmp_path.iterdir()] == ["last.json"]


def test_each_of_two_windows_that_crashed_is_found(tmp_path: Path) -> None:
    SessionFile(tmp_path).close("closed")
    _age(tmp_path / "last.json", 60)
    one, two = SessionFile(tmp_path), SessionFile(tmp_path)
    one.save("one")
    two.save("two")
    del one, two  # as by a power cut
    first, second, third = (SessionFile(tmp_path) for _ in range(3))
    assert {first.read(), second.read()} == {"one", "two"}
    assert third.read() == "closed"
    for session in (first, second, third):
        session.close("closed again")
    assert [path.name for path in tmp_path.iterdir()] == ["last.json"]


def test_no_window_takes_a_session_while_another_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(user_files, "_LONGEST_WAIT_S", 0.05)
    SessionFile(tmp_path).close("closed")
    late = SessionFile(tmp_path)
    with user_files.alone_in(tmp_path):
        assert late.read() == ""
    assert late.message == (
        f"{tmp_path}: another program is changing files there; the window starts anew"
    )
    assert late.read() == "closed"


def test_an_older_crash_is_forgotten(tmp_path: Path) -> None:
    crashed = SessionFile(tmp_path)
    crashed.save("crashed")
    _age(next(tmp_path.glob("open-*.json")), 60)
    del crashed
    SessionFile(tmp_path).close("closed")
    assert SessionFile(tmp_path).read() == "closed"
    assert len(list(tmp_path.glob("*.json"))) == 1


def test_what_cannot_be_understood_is_put_aside_and_told(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / "last.json").write_text(f"damage {number}", encoding="utf-8")
        session = SessionFile(tmp_path)
        session.read()
        session.put_aside("is damaged")
        kept = tmp_path / f"unread-{number}.json"
        assert kept.read_text(encoding="utf-8") == f"damage {number}"
        assert kept.name in session.message
        assert "\n" not in session.message
        assert not (tmp_path / "last.json").exists()


def test_what_cannot_be_written_is_told_and_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    session = SessionFile(tmp_path / "file" / "sessions")
    assert session.read() == ""
    assert not session.save("text")
    assert "is not kept" in session.message
    session.close("text")


def test_bytes_that_are_no_text_are_read_as_damage(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "last.json").write_bytes(b"\xff\xfe{")
    assert SessionFile(tmp_path).read().endswith("{")


def test_a_folder_that_may_not_be_seen_holds_no_session(tmp_path: Path) -> None:
    """As that of another user; nobody can see into a folder of a name that is too long."""
    session = SessionFile(tmp_path / ("x" * 300))
    assert session.read() == ""
    assert "cannot be read" in session.message
