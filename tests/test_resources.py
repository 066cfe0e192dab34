"""The program's own files: found, or named where they are missing or cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.errors import ResourceError
from a4s_gui.resources import read_resource, resource_path, resource_root


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("a4s_gui.resources.resource_root", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize("folder", ["catalog", "fonts", "icons", "land_patterns"])
def test_the_shipped_folders_are_there(folder: str) -> None:
    assert resource_path(folder).parent == resource_root()
    assert any(resource_path(folder).iterdir())


def test_a_file_is_read_whole(elsewhere: Path) -> None:
    (elsewhere / "data").mkdir()
    (elsewhere / "data" / "file").write_bytes(b"\x00\xff\r\n")

    assert read_resource("data", "file") == b"\x00\xff\r\n"


def test_a_missing_file_is_named_with_what_to_do(elsewhere: Path) -> None:
    with pytest.raises(ResourceError) as caught:
        read_resource("fonts", "none.ttf")

    assert str(caught.value) == (
        f"{elsewhere / 'fonts' / 'none.ttf'}: this file belongs to the program and is missing; "
        "install a4s-gui again"
    )


def test_a_file_that_cannot_be_read_is_named_with_the_reason(elsewhere: Path) -> None:
    (elsewhere / "a-folder").mkdir()

    with pytest.raises(ResourceError) as caught:
        read_resource("a-folder")

    assert str(caught.value) == (
        f"{elsewhere / 'a-folder'}: cannot be read (Is a directory); check its permissions or "
        "install again"
    )
