"""The environmental tests: profile or conditions, duration, and the limits that held afterwards."""

from __future__ import annotations

from collections.abc import Mapping

from a4s_gui.catalog.data.notes import read_id
from a4s_gui.catalog.data.quantity import Quantity, read_quantities, whole_quantity
from a4s_gui.catalog.model import Source
from a4s_gui.catalog.records import Record, source_of
from a4s_gui.frozen import frozen


@frozen
class ProfileStep:
    """One step of a temperature profile: where to, and how long, in °C and minutes."""

    name: str
    temperature: Quantity
    """Not stated where the step only leads to the next one."""
    duration: Quantity

    @property
    def text(self) -> str:
        """The step in one line."""
        place = f" at {self.temperature.text}" if self.temperature.is_stated else ""
        return f"{self.name}{place}, {self.duration.text}"


@frozen
class EnvironmentalTest:
    """One test; ``standard`` is empty where the datasheet names none."""

    id: str
    name: str
    state: str
    duration: Quantity
    conditions: tuple[Quantity, ...]
    steps: tuple[ProfileStep, ...]
    limits: tuple[Quantity, ...]
    source: Source
    standard: str = ""
    remark: str = ""


def read_tests(root: Record, sources: Mapping[str, Source]) -> tuple[EnvironmentalTest, ...]:
    """Read the file ``environment.toml``; two tests with one id are a :class:`DataError` too."""
    taken: set[str] = set()
    tests = tuple(_read_test(entry, sources, taken) for entry in root.records("tests", "test"))
    root.done()
    return tests


def _read_test(entry: Record, sources: Mapping[str, Source], taken: set[str]) -> EnvironmentalTest:
    test = entry.build(
        EnvironmentalTest,
        id=read_id(entry, taken),
        duration=whole_quantity(entry.record("duration"), named=False),
        conditions=read_quantities(entry, "conditions"),
        steps=tuple(map(_read_step, entry.records_or_empty("steps", "step"))),
        limits=read_quantities(entry, "limits"),
        source=source_of(entry, sources),
    )
    if not test.conditions and not test.steps:
        entry.fail("conditions", "conditions, or the steps of a profile")
    if not test.limits:
        entry.fail("limits", "what has to hold after the test")
    entry.done()
    return test


def _read_step(record: Record) -> ProfileStep:
    temperature = Quantity("")
    if record.offers("temperature"):
        temperature = whole_quantity(record.record("temperature"), named=False)
    duration = whole_quantity(record.record("duration"), named=False)
    return record.whole(ProfileStep, temperature=temperature, duration=duration)
