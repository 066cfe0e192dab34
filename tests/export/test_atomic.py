"""Files written whole or not at all: what stood there stays, and nothing else is left."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Self

import pytest

from a4s_gui.export.atomic import ExportError, atomic_write, make_folder

OLD, NEW = b"what was there", b"what is written"
LEFT = ".a4s-gui-"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def fail_with(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    path.write_bytes(OLD)
    return path


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic_write(tmp_path / "a.png", NEW)
    finally:
        os.umask(before)

    assert (tmp_path / "a.png").read_bytes() == NEW
    assert mode(tmp_path / "a.png") == 0o640
    assert names(tmp_path) == ["a.png"]


def test_a_replaced_file_keeps_its_permissions(old: Path) -> None:
    old.chmod(0o604)

    atomic_write(old, NEW)

    assert old.read_bytes() == NEW
    assert mode(old) == 0o604


def test_a_link_is_followed_and_stays(tmp_path: Path, old: Path) -> None:
    (tmp_path / "sub").mkdir()
    link, new_link = tmp_path / "sub" / "link.png", tmp_path / "sub" / "new.png"
    link.symlink_to(old)
    new_link.symlink_to(tmp_path / "b.png")

    atomic_write(link, NEW)
    atomic_write(new_link, NEW)

    assert link.is_symlink()
    assert old.read_bytes() == (tmp_path / "b.png").read_bytes() == NEW
    assert names(tmp_path / "sub") == ["link.png", "new.png"]


@pytest.mark.parametrize("other", [False, True])
def test_where_no_file_can_be_without_a_name_it_is_written_all_the_same(
    old: Path, monkeypatch: pytest.MonkeyPatch, other: bool
) -> None:
    without_unnamed_files(monkeypatch)
    old.chmod(0o604)
    path = old.with_name("b.png") if other else old

    atomic_write(path, NEW)

    assert path.read_bytes() == NEW
    assert mode(old) == 0o604
    assert names(old.parent) == sorted({"a.png", path.name})


def test_what_a_killed_process_left_long_ago_is_removed(tmp_path: Path) -> None:
    long_ago, now, other = (tmp_path / name for name in (f"{LEFT}1.tmp", f"{LEFT}2.tmp", "a.tmp"))
    for path in (long_ago, now, other):
        path.write_bytes(OLD)
    for path in (long_ago, other):
        os.utime(path, (0, 0))

    atomic_write(other, NEW)

    assert names(tmp_path) == sorted([now.name, other.name])


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".png")

    atomic_write(path, NEW)

    assert path.read_bytes() == NEW


def without_unnamed_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a system that is not Linux, or a file system that has none."""
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)


@pytest.mark.parametrize("unnamed", [True, False])
@pytest.mark.parametrize("call", ["fsync", "write", "replace"])
@pytest.mark.parametrize("failure", [fail_with(errno.ENOSPC), KeyboardInterrupt()])
def test_a_failure_leaves_what_was_there_and_nothing_else(
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    failure: BaseException,
    unnamed: bool,
) -> None:
    if not unnamed:
        without_unnamed_files(monkeypatch)

    def fail(*_arguments: object, **_options: object) -> None:
        raise failure

    class Full:
        """A file on a full disk."""

        def __init__(self, descriptor: int, _mode: str) -> None:
            self.descriptor = descriptor

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_error: object) -> None:
            os.close(self.descriptor)

        write = fail

    if call == "write":
        monkeypatch.setattr(os, "fdopen", Full)
    elif call == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
        monkeypatch.setattr(os, "link", fail)
    expected = ExportError if isinstance(failure, OSError) else KeyboardInterrupt
    for path in (old, old.with_name("b.png")):
        with pytest.raises(expected):
            atomic_write(path, NEW)

    assert names(old.parent) == ["a.png"]
    assert old.read_bytes() == OLD


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere/a.png", "the folder {tmp}/nowhere does not exist; create it"),
        ("a.png/b.png", "{tmp}/a.png is a file, not a folder"),
        ("a.png/b/c.png", "{tmp}/a.png is a file, not a folder"),
        (".", "is a folder; name a file in it"),
        ("x" * 256, "the name is too long"),
        ("loop", "is a symbolic link that leads back to itself"),
    ],
)
def test_what_cannot_be_written_is_said_with_what_to_do(old: Path, name: str, message: str) -> None:
    (old.parent / "loop").symlink_to(old.parent / "loop")
    path = old.parent / name

    with pytest.raises(ExportError) as caught:
        atomic_write(path, NEW)

    text = str(caught.value)
    assert text.startswith(f"{path}: {message.format(tmp=old.parent)}")
    assert "\n" not in text
    assert caught.value.path == path
    assert names(old.parent) == ["a.png", "loop"]


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.EACCES, "no permission to write in"),
        (errno.EROFS, "can only be read"),
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "share of the disk is full"),
        (errno.EFBIG, "larger than is allowed"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_the_systems_refusals_are_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    def refuse(*_arguments: object) -> int:
        raise fail_with(number)

    monkeypatch.setattr(os, "open", refuse)

    with pytest.raises(ExportError, match=f"{message}.*; (choose|free)"):
        atomic_write(tmp_path / "a.png", NEW)


def test_a_protected_file_is_not_replaced(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        raise fail_with(errno.EACCES)

    monkeypatch.setattr(os, "open", refuse)  # a superuser's test is refused nothing by itself
    monkeypatch.setattr(os, "access", lambda _path, kind: kind != os.W_OK)

    with pytest.raises(ExportError, match="write-protected"):
        atomic_write(old, NEW)

    assert old.read_bytes() == OLD


def test_a_place_where_no_file_can_be_made_is_named() -> None:
    with pytest.raises(ExportError, match=r"^/proc/a4s\.png: .*/proc; choose another folder$"):
        atomic_write(Path("/proc/a4s.png"), NEW)


def test_a_device_is_written_to_and_stays_a_device() -> None:
    atomic_write(Path(os.devnull), NEW)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)

    with pytest.raises(ExportError, match=r"^/dev/full: the disk is full"):
        atomic_write(Path("/dev/full"), NEW)


def test_a_folder_is_made_in_one_that_exists(tmp_path: Path, old: Path) -> None:
    assert make_folder(tmp_path / "new")
    assert not make_folder(tmp_path / "new")
    with pytest.raises(ExportError, match="does not exist"):
        make_folder(tmp_path / "no" / "where")
    with pytest.raises(ExportError, match="is a file, not a folder"):
        make_folder(old)
