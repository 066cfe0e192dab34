"""What goes into the frozen program: what is used stays, what is not goes."""

from __future__ import annotations

import struct

import pytest
from contents import wanted
from icu_data import is_kept, read_items, write_items

QT = "PySide6/Qt/"


@pytest.mark.parametrize(
    "path",
    [
        f"{QT}lib/libQt6Core.so.6",
        f"{QT}lib/libQt6XcbQpa.so.6",
        f"{QT}lib/libicudata.so.73",
        f"{QT}plugins/platforms/libqxcb.so",
        f"{QT}plugins/platforms/libqoffscreen.so",
        f"{QT}plugins/printsupport/libcupsprintersupport.so",
        f"{QT}plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt6Widgets.dll",
        "PySide6/QtSvg.abi3.so",
        "PySide6/QtPrintSupport.abi3.so",
        "a4s_gui/_resources/catalog/a4s.toml",
        "pyqtgraph-0.14.0.dist-info/METADATA",
        "libpython3.11.so.1.0",
        "base_library.zip",
    ],
)
def test_what_the_program_uses_is_taken(path: str) -> None:
    assert wanted(path, "BINARY" if ".so" in path else "DATA", linux=True)


@pytest.mark.parametrize(
    "path",
    [
        f"{QT}lib/libQt6Qml.so.6",
        f"{QT}plugins/platformthemes/libqgtk3.so",
        f"{QT}plugins/platforms/libqvnc.so",
        f"{QT}plugins/imageformats/libqtiff.so",
        f"{QT}translations/qtbase_de.qm",
        "PySide6/opengl32sw.dll",
        "pyqtgraph/colors/maps/viridis.csv",
        "pyside6_essentials-6.11.3.dist-info/RECORD",
        "libssl.so.3",
        "libQt6Core.so.6",
    ],
)
def test_what_it_does_not_use_is_left_out(path: str) -> None:
    assert not wanted(path, "SYMLINK" if path == "libQt6Core.so.6" else "BINARY", linux=True)


def test_elsewhere_the_system_brings_no_libraries() -> None:
    assert wanted("vcruntime140.dll", "BINARY", linux=False)


def test_icu_keeps_how_text_is_sorted_and_loses_names_of_the_world() -> None:
    kept = {"coll/sv.res", "coll/ucadata.icu", "root.res", "pool.res", "nfc.nrm", "cnvalias.icu"}
    lost = {"sv.res", "zh_Hant_HK.res", "curr/sv.res", "gb18030.cnv", "brkitr/cjdict.dict"}
    lost |= {"unames.icu", "confusables.cfu"}

    assert {item for item in kept | lost if is_kept(item)} == kept


def test_an_icu_archive_is_read_and_written_as_it_was() -> None:
    header = struct.pack("=H2s", 32, b"\xda\x27") + b"\0" * 8 + b"CmnD" + b"\0" * 16
    start = header + struct.pack("=I", 0) + struct.pack("=II", 12, 0) + b"icu/x\0"
    items = {"b.res": b"two" * 9, "a.icu": b"one", "coll/c.res": b"three"}

    archive = write_items(start, items)

    assert {name: data.rstrip(b"\xaa") for name, data in read_items(archive).items()} == items
    assert list(read_items(archive)) == sorted(items)
    assert write_items(archive, read_items(archive)) == archive
