"""What the palette finds: commands, pairs, figures and design notes. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from a4s_gui.catalog.model import Pair
from a4s_gui.catalog.numbers import format_height
from a4s_gui.catalog.part_numbers.text_search import text_test
from a4s_gui.frozen import frozen
from a4s_gui.report.design_notes import shown_groups
from a4s_gui.report.pair_chapters import pair_chapters
from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.menus import plain

_BEGINS, _SOMEWHERE = 1, 3
"""How far an entry is from the text where each word begins one of its title's, and where its words
stand anywhere."""
MOST_FOUND = 60
_MOST_PAIRS = 16
"""Nobody reads a longer list; another letter makes it shorter."""


@frozen
class Entry:
    """One line: what it is, where it belongs, the keys that do it at once, and what it does."""

    kind: str
    title: str
    detail: str
    run: Callable[[], object]
    keys: str = ""


def found(entries: Iterable[Entry], text: str, by_text: Iterable[Entry] = ()) -> list[Entry]:
    """Return the entries in which every word of a text stands, the nearest first.

    Where a title begins with the text is nearest, then where each word begins one of the title's,
    then what has them in the title, then the rest; otherwise the order stays. What was found
    ``by_text``, whatever words stand in it, is as near as the second.
    """
    words = text.casefold().split()
    near = [(min(_distance(entry, words), _BEGINS), entry) for entry in by_text]
    near += [(_distance(entry, words), entry) for entry in entries]
    near.sort(key=lambda each: each[0])
    return [entry for distance, entry in near if distance <= _SOMEWHERE][:MOST_FOUND]


def _distance(entry: Entry, words: list[str]) -> int:
    title = entry.title.casefold()
    everything = f"{title} {entry.kind} {entry.detail}".casefold()
    if not all(word in everything for word in words):
        return _SOMEWHERE + 1
    if title.startswith(" ".join(words)):
        return 0
    begins = title.split()
    if all(any(begin.startswith(word) for begin in begins) for word in words):
        return _BEGINS
    return 2 if all(word in title for word in words) else _SOMEWHERE


def command_entries(actions: Iterable[QAction]) -> Iterator[Entry]:
    """Yield what can be done now: an entry for each action of a menu that is enabled."""
    for action in actions:
        menus = [menu for menu in action.associatedObjects() if isinstance(menu, QMenu)]
        if menus and action.isEnabled():
            state = ", on" if action.isCheckable() and action.isChecked() else ""
            kind = f"{plain(menus[0].title())}{state}"
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Entry(kind, plain(action.text()), action.statusTip(), action.trigger, keys)


def pair_entries(controller: Controller, text: str) -> Iterator[Entry]:
    """Yield the pairs that the search line would find by a text, whatever the filters say."""
    if not text.strip():
        return
    means = text_test(text)
    for pair in islice(filter(means, controller.catalog.pairs), _MOST_PAIRS):
        choose = partial(controller.apply, reducers.choose_pair, pair.id)
        yield Entry(f"Pair, {_pair_words(pair)}", pair.numbers, "", choose)


def _pair_words(pair: Pair) -> str:
    words = [f"{pair.pins} pins", format_height(pair.mated_height_mm), str(pair.product)]
    if pair.packaging_pitch_mm is not None:
        words.append(f"{pair.packaging_pitch_mm:g} mm tape")
    return ", ".join(words)


def knowledge_entries(
    controller: Controller, show_figure: Callable[[str], None], show_note: Callable[[str], None]
) -> Iterator[Entry]:
    """Yield the figures of the chosen pair and the rules that concern it.

    ``show_figure`` and ``show_note`` search for words among the details, or the design notes, and
    show what is found. A damaged file of the program is an :class:`A4sError`.
    """
    pair = controller.pair
    if pair is None:
        return
    known, pattern = controller.knowledge, controller.pattern
    for chapter in pair_chapters(pair, known, pattern):
        for section in chapter.sections:
            for row in section.rows:
                unit = f" {section.unit}" if section.unit and len(row.figures) > 1 else ""
                value = f"{' / '.join(row.texts)}{unit}"
                show = partial(show_figure, row.name)
                yield Entry(f"Figure, {section.title}", f"{row.name}: {value}", row.note, show)
    for group in shown_groups(pair, known, pattern):
        for shown in group.notes:
            text = shown.note.text
            show = partial(show_note, text)
            yield Entry(f"Note, {group.title}", text, shown.note.rule, show)
