"""A session as text: what a window holds, for the next one.

One JSON object. ``version`` is raised when an older program could misunderstand it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from types import MappingProxyType
from typing import Any, get_type_hints

from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.selection.board_limits import Limit, Limits
from a4s_gui.catalog.selection.query import Filter
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.geometry.land_pattern.editing import FIGURES, FigureValue
from a4s_gui.geometry.land_size import LandMeasure
from a4s_gui.geometry.numbering import Numbering
from a4s_gui.session.json_fields import Fields
from a4s_gui.session.state import Edits, ListText, Questions, State

VERSION = 1


class SessionError(A4sError):
    """A session that cannot be read; the message says why, without a file's name."""


def encode_session(state: State) -> str:
    """Return a state as text; what is typed, pasted and changed in land patterns is all in it."""
    wanted = state.filter
    return json.dumps(
        {
            "version": VERSION,
            "pair": state.pair_id,
            "pinned": state.pinned,
            "view": state.view,
            "layers": [layer for layer in Layer if layer in state.layers],
            "numbering": asdict(state.own_numbering),
            "seen_from": state.seen_from,
            "from_below": state.from_below,
            "pattern": state.pattern_name,
            "edits": {name: dict(edits) for name, edits in state.edits.items()},
            "compared": state.compared,
            "wanted": dict(state.wanted),
            "filter": {
                "pins": sorted(wanted.pins),
                "pins_from": wanted.pins_from,
                "pins_to": wanted.pins_to,
                "heights_mm": sorted(wanted.heights_mm),
                "packagings_mm": sorted(wanted.packagings_mm),
                "products": sorted(wanted.products),
                "text": wanted.text,
                "pair_ids": sorted(wanted.pair_ids),
                "limits": {limit: wanted.limits.value(limit) for limit in Limit},
            },
            "measures_land": isinstance(wanted.limits.measure, LandMeasure),
            "questions": asdict(state.questions),
            "part_list": {
                "text": state.part_list.text,
                "corrections": {str(n): part for n, part in state.part_list.corrections.items()},
            },
        },
        indent=1,
        ensure_ascii=False,
    )


def decode_session(text: str) -> tuple[State, bool]:
    """Return the state that a text holds, and whether its limits of size are of land patterns.

    What they measure then has to be set with the land pattern that is drawn. Nothing is looked up:
    pairs and patterns may be gone.

    Raises
    ------
    SessionError
        It is from a newer program, or no session.
    """
    try:
        held = Fields(json.loads(text))
        _check_version(held.whole("version"))
        return _state(held), held.flag("measures_land")
    except (ValueError, RecursionError) as error:
        raise SessionError(f"is damaged ({error})") from None


def _check_version(version: int) -> None:
    if version > VERSION:
        raise SessionError("was written by a newer version of this program")


def _state(held: Fields) -> State:
    return State(
        filter=_filter(held.inside("filter")),
        pair_id=held.text_or_none("pair"),
        view=View(held.text("view")),
        layers=frozenset(map(Layer, held.texts("layers"))),
        numbering=_numbering(held.inside("numbering")),
        pattern_name=held.text("pattern"),
        edits=_edits(held.inside("edits")),
        seen_from=Half(held.text("seen_from")),
        from_below=held.flag("from_below"),
        compared=held.texts("compared"),
        wanted=_wanted(held.inside("wanted")),
        pinned=held.flag("pinned"),
        part_list=_part_list(held.inside("part_list")),
        questions=_questions(held.inside("questions")),
    )


def _filter(held: Fields) -> Filter:
    limits = held.inside("limits")
    numbers = {limit: limits.number_or_none(limit) for limit in Limit}
    contacts = limits.whole_or_none(Limit.CONTACTS)
    return Filter(
        pins=frozenset(held.wholes("pins")),
        pins_from=held.whole_or_none("pins_from"),
        pins_to=held.whole_or_none("pins_to"),
        heights_mm=frozenset(held.numbers("heights_mm")),
        packagings_mm=frozenset(held.wholes("packagings_mm")),
        products=frozenset(map(Product, held.texts("products"))),
        text=held.text("text"),
        limits=Limits(
            numbers[Limit.LENGTH], numbers[Limit.WIDTH], numbers[Limit.CURRENT], contacts
        ),
        pair_ids=frozenset(held.texts("pair_ids")),
    )


def _numbering(held: Fields) -> Numbering:
    """Return the numbering, whose fields are all one of some words."""
    kinds: dict[str, Any] = get_type_hints(Numbering)
    return Numbering(**{name: kinds[name](held.text(name)) for name in held if name in kinds})


def _edits(held: Fields) -> Mapping[str, Edits]:
    return MappingProxyType({name: _edits_of_one(held.inside(name)) for name in held})


def _edits_of_one(held: Fields) -> Edits:
    found: dict[str, FigureValue] = {
        figure.name: held.number(figure.name) if figure.unit else held.text(figure.name)
        for figure in FIGURES
        if figure.name in held
    }
    return MappingProxyType(found)


def _wanted(held: Fields) -> Mapping[str, int]:
    return MappingProxyType({part: held.whole(part) for part in held})


def _part_list(held: Fields) -> ListText:
    corrections = held.inside("corrections")
    return ListText(
        held.text("text"),
        MappingProxyType({int(number): corrections.text(number) for number in corrections}),
    )


def _questions(held: Fields) -> Questions:
    return Questions(**{field.name: held.text(field.name) for field in fields(Questions)})
