"""Frozen values behave as those that ``dataclass(frozen=True)`` makes."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import pprint
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass
from functools import cached_property

import pytest

from a4s_gui.frozen import by_name, field, fields, frozen, is_frozen, replace


@frozen
class Place:
    x_mm: float
    y_mm: float = 0.0
    names: tuple[str, ...] = ()
    nets: Mapping[str, str] = field(default_factory=dict, hash=False)
    seen: int = field(default=0, compare=False, repr=False)


@frozen(slots=False, kw_only=True)
class Size:
    width_mm: float
    height_mm: float = 1.0

    def __post_init__(self) -> None:
        if self.width_mm < 0:
            raise ValueError("a width is positive")

    @cached_property
    def area_mm2(self) -> float:
        return self.width_mm * self.height_mm


@dataclass(frozen=True, slots=True)
class Other:
    """What the standard library makes of the same fields."""

    x_mm: float
    y_mm: float = 0.0
    names: tuple[str, ...] = ()
    nets: Mapping[str, str] = dataclasses.field(default_factory=dict, hash=False)
    seen: int = dataclasses.field(default=0, compare=False, repr=False)


VALUES = [
    {"x_mm": 1.0},
    {"x_mm": 1.0, "y_mm": 2.0},
    {"x_mm": 1.0, "names": ("A", "B")},
    {"x_mm": 1.0, "nets": {"1": "GND"}},
    {"x_mm": 1.0, "seen": 3},
]


@pytest.mark.parametrize("given", VALUES)
def test_a_value_is_what_a_data_class_would_be(given: dict[str, object]) -> None:
    ours, theirs = Place(**given), Other(**given)  # type: ignore[arg-type]

    assert asdict(ours) == asdict(theirs)
    assert repr(ours) == repr(theirs).replace("Other", "Place")
    assert hash(ours) == hash(theirs)
    assert ours == Place(**given)  # type: ignore[arg-type]
    assert by_name(ours) == asdict(theirs)
    assert replace(ours, y_mm=7.0) == dataclasses.replace(ours, y_mm=7.0)
    assert replace(ours, y_mm=7.0).y_mm == 7.0


@pytest.mark.parametrize("given", VALUES)
def test_a_value_is_equal_to_where_a_data_class_would_be(given: dict[str, object]) -> None:
    for other in VALUES:
        ours = Place(**given) == Place(**other)  # type: ignore[arg-type]
        theirs = Other(**given) == Other(**other)  # type: ignore[arg-type]
        assert ours is theirs


def test_the_standard_library_takes_a_value_for_one_of_a_data_class() -> None:
    ours, theirs = dataclasses.fields(Place), dataclasses.fields(Other)

    assert [(f.name, f.type, f.default) for f in ours] == [
        (f.name, f.type, f.default) for f in theirs
    ]
    assert [f.name for f in fields(Place)] == [f.name for f in fields(Place(1.0))]
    assert [f.name for f in fields(Place)] == [f.name for f in theirs]
    assert is_frozen(Place(1.0))
    assert not is_frozen(Other(1.0))
    assert dataclasses.is_dataclass(Place(1.0))
    assert "Place(" in pprint.pformat([Place(1.0, names=("A" * 80,))])


def test_a_value_cannot_be_changed() -> None:
    for value in (Place(1.0), Size(width_mm=1.0)):
        name = fields(value)[0].name
        with pytest.raises(FrozenInstanceError, match=name):
            setattr(value, name, 2.0)
        with pytest.raises(FrozenInstanceError, match=name):
            delattr(value, name)
        with pytest.raises(FrozenInstanceError, match="unknown"):
            value.unknown = 1  # type: ignore[union-attr]


def test_each_value_has_a_default_of_its_own() -> None:
    assert Place(1.0).nets is not Place(1.0).nets


@pytest.mark.parametrize("value", [Place(1.0, nets={"1": "GND"}, seen=4), Size(width_mm=2.0)])
def test_a_value_can_go_to_another_process(value: object) -> None:
    sent = pickle.loads(pickle.dumps(value))  # noqa: S301 - its own

    assert sent == value == copy.deepcopy(value) == copy.copy(value)
    assert asdict(sent) == asdict(value)  # type: ignore[call-overload]


def test_a_wrong_argument_is_refused_by_the_name_of_the_class() -> None:
    with pytest.raises(TypeError, match=r"Place.__init__\(\) missing 1 .* 'x_mm'"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"Size.__init__\(\) takes 1 positional argument"):
        Size(1.0)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="a width is positive"):
        Size(width_mm=-1.0)
    assert list(inspect.signature(Place).parameters) == [f.name for f in fields(Place)]


def test_what_would_go_wrong_unseen_is_refused_where_the_class_is_made() -> None:
    with pytest.raises(TypeError, match="Near is made of a class of frozen values"):

        @frozen
        class Near(Place):
            far_mm: float = 0.0

    with pytest.raises(ValueError, match=r"Shared\.names: all values would share this default"):

        @frozen
        class Shared:
            names: list[str] = []  # noqa: RUF012 - what is refused

    with pytest.raises(TypeError, match=r"Foreign\.names: field is to come from a4s_gui\.frozen"):

        @frozen
        class Foreign:
            names: tuple[str, ...] = dataclasses.field(default=())


def test_what_is_worked_out_once_is_kept() -> None:
    size = Size(width_mm=2.0, height_mm=3.0)

    assert size.area_mm2 == 6.0
    assert vars(size)["area_mm2"] == 6.0
    assert not hasattr(Place(1.0), "__dict__")
