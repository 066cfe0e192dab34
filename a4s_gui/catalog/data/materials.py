"""What the parts are made of and plated with."""

from __future__ import annotations

from a4s_gui.catalog.data.notes import read_halves, read_id
from a4s_gui.catalog.model import Half, Source
from a4s_gui.catalog.records import Record, read_sources, source_of
from a4s_gui.frozen import frozen


@frozen
class Material:
    """One part of the connector; ``base`` and ``surface`` are empty where it is not plated."""

    id: str
    name: str
    halves: tuple[Half, ...]
    material: str
    source: Source
    base: str = ""
    surface: str = ""
    remark: str = ""

    @property
    def plating(self) -> str:
        """The plating in words; empty where there is none."""
        return f"{self.surface} over {self.base}" if self.base else ""


def read_materials(root: Record) -> tuple[Material, ...]:
    """Read the file ``materials.toml``.

    A :class:`DataError` refuses two parts with one id too, and a base without a surface or the
    other way round.
    """
    sources = read_sources(root.record("sources"))
    taken: set[str] = set()
    found = []
    for entry in root.records("parts", "part"):
        material = entry.build(
            Material,
            id=read_id(entry, taken),
            halves=read_halves(entry),
            source=source_of(entry, sources),
        )
        if bool(material.base) != bool(material.surface):
            entry.fail("base" if material.surface else "surface", "both platings, or none")
        entry.done()
        found.append(material)
    root.done()
    return tuple(found)
