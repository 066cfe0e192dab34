"""A session as text: what a window holds, for the next one.

One JSON object. ``version`` is raised when an older program could misunderstand it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from a4s_gui.catalog.model import Half, Source
from a4s_gui.catalog.selection.board_limits import Limit, Limits
from a4s_gui.catalog.selection.query import Facet, Filter
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.frozen import by_name, fields
from a4s_gui.geometry.land_pattern.editing import FIGURES, Edit, Taken
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
            "numbering": by_name(state.own_numbering),
            "seen_from": state.seen_from,
            "from_below": state.from_below,
            "pattern": state.pattern_name,
            "edits": _edit_texts(state, lambda edit: getattr(edit, "value", edit)),
            "edit_sources": _edit_texts(
                state, lambda edit: by_name(edit.source) if isinstance(edit, Taken) else None
            ),
            "compared": state.compared,
            "wanted": dict(state.wanted),
            "filter": {
                **{facet: _answer_text(getattr(wanted, facet)) for facet in Facet},
                "text": wanted.text,
                "pair_ids": sorted(wanted.pair_ids),
                "limits": {limit: wanted.limits.value(limit) for limit in Limit},
            },
            "measures_land": isinstance(wanted.limits.measure, LandMeasure),
            "questions": by_name(state.questions),
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
    pairs and patterns may be gone. A text from a newer program, or no session, is a
    ``SessionError``.
    """
    try:
        found = json.loads(text)
        if Fields(found).whole("version") > VERSION:
            raise SessionError("was written by a newer version of this program")
        # A choice that an older program did not know is what it is at first.
        held = Fields(json.loads(encode_session(State())) | found)
        return _state(held), held.flag("measures_land")
    except (ValueError, RecursionError) as error:
        raise SessionError(f"is damaged ({error})") from None


def _state(held: Fields) -> State:
    wanted = held.inside("wanted")
    return State(
        filter=_filter(held.inside("filter")),
        pair_id=held.text_or_none("pair"),
        view=View(held.text("view")),
        layers=frozenset(map(Layer, held.texts("layers"))),
        numbering=_numbering(held.inside("numbering")),
        pattern_name=held.text("pattern"),
        edits=_edits(held.inside("edits"), held.inside("edit_sources")),
        seen_from=Half(held.text("seen_from")),
        from_below=held.flag("from_below"),
        compared=held.texts("compared"),
        wanted=MappingProxyType({part: wanted.whole(part) for part in wanted}),
        pinned=held.flag("pinned"),
        part_list=_part_list(held.inside("part_list")),
        questions=_questions(held.inside("questions")),
    )


def _filter(held: Fields) -> Filter:
    limits = held.inside("limits")
    numbers: dict[str, Any] = {limit: limits.number_or_none(limit) for limit in Limit}
    numbers[Limit.CONTACTS] = limits.whole_or_none(Limit.CONTACTS)
    answers: dict[str, Any] = {facet: _answer(held, facet) for facet in Facet if facet in held}
    return Filter(
        text=held.text("text"),
        limits=Limits(**numbers),
        pair_ids=frozenset(held.texts("pair_ids")),
        **answers,
    )


def _edit_texts(state: State, text: Callable[[Edit], Any]) -> dict[str, dict[str, Any]]:
    """Return what is told of each edit, by pattern and figure; nothing where that is ``None``."""
    return {
        name: {figure: said for figure, edit in edits.items() if (said := text(edit)) is not None}
        for name, edits in state.edits.items()
    }


def _answer_text(answer: Any) -> Any:
    return sorted(answer) if isinstance(answer, frozenset) else answer


def _answer(held: Fields, facet: Facet) -> object:
    """Return what a facet's field held; an older program did not know every facet."""
    if facet.is_bound:
        return held.whole_or_none(facet)
    (kind,) = get_args(get_type_hints(Filter)[facet])
    read = {int: held.wholes, float: held.numbers}.get(kind, held.texts)
    return frozenset(map(kind, read(facet)))


def _numbering(held: Fields) -> Numbering:
    """Return the numbering, whose fields are all one of some words."""
    kinds: dict[str, Any] = get_type_hints(Numbering)
    return Numbering(**{name: kinds[name](held.text(name)) for name in held if name in kinds})


def _edits(held: Fields, sources: Fields) -> Mapping[str, Edits]:
    def sources_of(name: str) -> Fields:
        return sources.inside(name) if name in sources else Fields({})

    return MappingProxyType(
        {name: _edits_of_one(held.inside(name), sources_of(name)) for name in held}
    )


def _edits_of_one(held: Fields, sources: Fields) -> Edits:
    found: dict[str, Edit] = {}
    for name, unit in ((figure.name, figure.unit) for figure in FIGURES if figure.name in held):
        value = held.number(name) if unit else held.text(name)
        found[name] = Taken(value, _source(sources.inside(name))) if name in sources else value
    return MappingProxyType(found)


def _source(held: Fields) -> Source:
    return Source(held.text("document"), held.text("table"), held.text("note"))


def _part_list(held: Fields) -> ListText:
    corrections = held.inside("corrections")
    return ListText(
        held.text("text"),
        MappingProxyType({int(number): corrections.text(number) for number in corrections}),
    )


def _questions(held: Fields) -> Questions:
    names = (field.name for field in fields(Questions))
    return Questions(**{name: held.text(name) for name in names if name in held})
