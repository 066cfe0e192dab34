"""Classes of frozen values that cost the start little.

``dataclass(frozen=True, slots=True)`` compiles six methods for each class: 0.7 ms for each of the
hundred classes that the window waits for, in Python 3.13 as in 3.11. Here only the constructor is
compiled, which has to be fast; the other methods are the same for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T], /) -> type[T]: ...


@overload
def frozen(*, slots: bool = True, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Any] | None = None, /, *, slots: bool = True, kw_only: bool = False) -> Any:
    """Make a class one of frozen values: equal, hashed and printed by its fields.

    It stays a data class: ``field``, ``fields``, ``replace`` and ``asdict`` work with it.

    Parameters
    ----------
    cls
        The class, its fields annotated.
    slots
        Whether its values hold their fields and nothing else; ``False`` for one that is generic
        or has a ``cached_property``.
    kw_only
        Whether the fields are given by their names.
    """
    if cls is None:
        return lambda named: _freeze(named, slots=slots, kw_only=kw_only)
    return _freeze(cls, slots=slots, kw_only=kw_only)


def _freeze(cls: type[Any], *, slots: bool, kw_only: bool) -> type[Any]:
    made = dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
    compared = [f for f in fields(made) if f.compare]
    made._compared = _values_of(compared)
    made._hashed = _values_of(f for f in compared if f.hash is not False)
    made.__init__ = _constructor(made, slots=slots)
    for name, method in _SHARED.items():
        setattr(made, name, method)
    return made


def _values_of(chosen: Iterable[Field[Any]]) -> Callable[[Any], Any]:
    # A static method, which takes the value that it is called on but once.
    return staticmethod(attrgetter(*[f.name for f in chosen]))


def _constructor(cls: type[Any], *, slots: bool) -> Callable[..., None]:
    """Compile ``__init__``; its global names are the defaults and what sets a field."""
    names: dict[str, Any] = {"missing": MISSING, "set_field": object.__setattr__}
    arguments: dict[bool, list[str]] = {False: ["self"], True: ["*"]}
    body = []
    for f in fields(cls):
        argument = value = f.name
        if f.default_factory is not MISSING:
            names[f"new_{f.name}"] = f.default_factory
            argument += "=missing"
            value = f"new_{f.name}() if {value} is missing else {value}"
        elif f.default is not MISSING:
            names[f"default_{f.name}"] = f.default
            argument += f"=default_{f.name}"
        arguments[bool(f.kw_only)].append(argument)
        if slots:  # half as long as by the name
            names[f"set_{f.name}"] = vars(cls)[f.name].__set__
            body.append(f"set_{f.name}(self, {value})")
        else:
            body.append(f"set_field(self, {f.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    listed = arguments[False] + (arguments[True] if len(arguments[True]) > 1 else [])
    source = f"def __init__({', '.join(listed)}):\n " + "\n ".join(body)
    exec(source, names)  # noqa: S102 - as dataclasses does; all names are those of fields
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:
    return hash(self._hashed(self))


def _print(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(self: Any, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"{type(self).__qualname__} is frozen: cannot set {name}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"{type(self).__qualname__} is frozen: cannot delete {name}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in fields(self)]


def _take_state(self: Any, state: list[Any]) -> None:
    for f, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)


_SHARED: Mapping[str, Callable[..., Any]] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _print,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _take_state,
}
