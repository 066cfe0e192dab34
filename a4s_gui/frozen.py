"""Classes of frozen values that cost the start little.

``dataclass(frozen=True, slots=True)`` compiles six methods for each class: 0.7 ms for each of the
hundred classes that the window waits for, in Python 3.13 as in 3.11; and ``dataclasses`` itself
loads what reads source and bytecode, a tenth of all that a command does. Here the constructor alone
is compiled, and not before the first value is made; the other methods are the same for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, overload

__all__ = ["MISSING", "by_name", "field", "fields", "frozen", "is_frozen", "replace"]

T = TypeVar("T")

if TYPE_CHECKING:  # what runs does the same, and the type checker knows these
    from dataclasses import MISSING, field, fields, replace
else:
    MISSING = object()
    """In place of a default that a field does not have."""

    def field(**how: Any) -> Any:
        """Say more of a field, by the names and with the meaning of ``dataclasses.field``."""
        return _Field(**how)

    def fields(of: Any) -> tuple[_Field, ...]:
        """Return the fields of a class of frozen values, or of one of these."""
        return of._frozen_fields

    def replace(value: Any, /, **changes: Any) -> Any:
        """Return another value, the same but for the changes."""
        return type(value)(**(by_name(value) | changes))


class _Field:
    """One field, by the names of ``dataclasses.Field``."""

    __slots__ = ("compare", "default", "default_factory", "hash", "name", "repr")

    def __init__(
        self,
        *,
        default: Any = MISSING,
        default_factory: Any = MISSING,
        hash: bool | None = None,  # noqa: A002 - as in dataclasses
        repr: bool = True,  # noqa: A002
        compare: bool = True,
    ) -> None:
        self.name = ""
        self.default = default
        self.default_factory = default_factory
        self.hash = hash
        self.repr = repr
        self.compare = compare

    def given(self) -> dict[str, Any]:
        """Return what ``dataclasses.field`` takes."""
        known = {name: getattr(self, name) for name in self.__slots__ if name != "name"}
        return {name: value for name, value in known.items() if value is not MISSING}


@overload
def frozen(cls: type[T], /) -> type[T]: ...


@overload
def frozen(*, slots: bool = True, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Any] | None = None, /, *, slots: bool = True, kw_only: bool = False) -> Any:
    """Make a class one of frozen values: equal, hashed and printed by its fields.

    The functions of ``dataclasses`` take it for a data class; ``field``, ``fields`` and ``replace``
    are here too, without the weight of that module. No such class can be made of another.

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


def is_frozen(value: object) -> bool:
    """Return whether something is a frozen value."""
    return hasattr(value, "_frozen_fields")


def by_name(value: Any) -> dict[str, Any]:
    """Return what the fields of a frozen value hold, by their names."""
    return {f.name: getattr(value, f.name) for f in value._frozen_fields}


def _freeze(cls: type[Any], *, slots: bool, kw_only: bool) -> type[Any]:
    if is_frozen(cls):
        raise TypeError(f"{cls.__name__} is made of a class of frozen values")
    found = tuple(_take_field(cls, name) for name in cls.__annotations__)
    made = _with_slots(cls, found) if slots else cls
    compared = [f for f in found if f.compare]
    made._frozen_fields = found
    made._compared = _values_of(compared)
    made._hashed = _values_of(f for f in compared if f.hash is not False)
    made.__init__ = _compiled_when_called(made, slots=slots, kw_only=kw_only)
    for name, method in _SHARED.items():
        setattr(made, name, method)
    return made


def _take_field(cls: type[Any], name: str) -> _Field:
    """Return a field; of what stands behind its name in the class a default stays there."""
    given = vars(cls).get(name, MISSING)
    if given.__class__.__module__ == "dataclasses":
        raise TypeError(f"{cls.__name__}.{name}: field is to come from {__name__}")
    found = given if isinstance(given, _Field) else _Field(default=given)
    found.name = name
    if found.default is not MISSING:
        if found.default.__class__.__hash__ is None:
            raise ValueError(f"{cls.__name__}.{name}: all values would share this default")
        setattr(cls, name, found.default)
    elif given is not MISSING:
        delattr(cls, name)
    return found


def _with_slots(cls: type[Any], found: Iterable[_Field]) -> type[Any]:
    """Return the class once more: slots are made with a class, and no default can stand there."""
    names = tuple(f.name for f in found)
    left_out = {"__dict__", "__weakref__", *names}
    kept = {name: value for name, value in vars(cls).items() if name not in left_out}
    metaclass: Any = type(cls)
    made: type[Any] = metaclass(cls.__name__, cls.__bases__, {**kept, "__slots__": names})
    made.__qualname__ = cls.__qualname__
    return made


def _values_of(chosen: Iterable[_Field]) -> Callable[[Any], Any]:
    # A static method, which takes the value that it is called on but once.
    return staticmethod(attrgetter(*[f.name for f in chosen]))


def _compiled_when_called(cls: type[Any], *, slots: bool, kw_only: bool) -> Callable[..., None]:
    """Return a constructor in whose place the first value puts the real one."""

    def construct(self: Any, *values: Any, **named: Any) -> None:
        made = cls.__init__ = _constructor(cls, slots=slots, kw_only=kw_only)
        made(self, *values, **named)

    return construct


def _constructor(cls: type[Any], *, slots: bool, kw_only: bool) -> Callable[..., None]:
    """Compile ``__init__``; its global names are the defaults and what sets a field."""
    names: dict[str, Any] = {"missing": MISSING, "set_field": object.__setattr__}
    arguments = ["self", "*"] if kw_only else ["self"]
    body = []
    for f in cls._frozen_fields:
        argument = value = f.name
        if f.default_factory is not MISSING:
            names[f"new_{f.name}"] = f.default_factory
            argument += "=missing"
            value = f"new_{f.name}() if {value} is missing else {value}"
        elif f.default is not MISSING:
            names[f"default_{f.name}"] = f.default
            argument += f"=default_{f.name}"
        arguments.append(argument)
        if slots:  # half as long as by the name
            names[f"set_{f.name}"] = vars(cls)[f.name].__set__
            body.append(f"set_{f.name}(self, {value})")
        else:
            body.append(f"set_field(self, {f.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    source = f"def __init__({', '.join(arguments)}):\n " + "\n ".join(body)
    exec(source, names)  # noqa: S102 - as dataclasses does; all names are those of fields
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


class _OfDataClass:
    """An attribute by which ``dataclasses`` knows its classes, made when it is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, _value: object, cls: type[Any]) -> Any:
        import dataclasses  # noqa: PLC0415 - see above

        alike = {f.name: dataclasses.field(**f.given()) for f in cls._frozen_fields}
        shape = type(cls.__name__, (), {"__annotations__": cls.__annotations__, **alike})
        made = getattr(dataclasses.dataclass(init=False, repr=False, eq=False)(shape), self._name)
        setattr(cls, self._name, made)
        return made


def _equal(self: Any, other: Any) -> Any:
    if other is self:
        return True
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:
    return hash(self._hashed(self))


def _print(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in self._frozen_fields if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(self: Any, name: str, _value: object) -> None:
    if name == "__orig_class__":  # typing tries to for a generic class, and can do without
        raise AttributeError(name)
    raise _refusal(self, f"set {name}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise _refusal(self, f"delete {name}")


def _refusal(value: Any, what: str) -> AttributeError:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - see above

    return FrozenInstanceError(f"{type(value).__qualname__} is frozen: cannot {what}")


def _state(self: Any) -> list[Any]:
    return list(by_name(self).values())


def _take_state(self: Any, state: list[Any]) -> None:
    for f, value in zip(self._frozen_fields, state, strict=True):
        object.__setattr__(self, f.name, value)


_SHARED: Mapping[str, Any] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _print,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _take_state,
    "__dataclass_fields__": _OfDataClass("__dataclass_fields__"),
    "__dataclass_params__": _OfDataClass("__dataclass_params__"),
}
