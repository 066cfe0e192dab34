"""The pages of the guide and what is found in them. Needs no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from a4s_gui.frozen import frozen
from a4s_gui.resources import read_guide

FIRST = "index"
JOBS = ("choose", "check", "kicad", "order", "bill")
REFERENCE = ("window", "boards", "exports", "commands", "python")
"""The pages by the names of their files, in the order in which they are listed."""

_HEADING = re.compile(r"^(#{1,6}) +(.+?) *$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"^\|[-:| ]+\|$|</?kbd>|[*`]", re.MULTILINE)
_NO_SLUG = re.compile(r"[^\w\- ]")
_AROUND = 36
"""Characters of a hit's text before the first word."""
_EXCERPT = 110


@frozen
class Place:
    """A page and the heading on it, empty for its beginning; written ``window#pad-map``."""

    page: str
    slug: str = ""

    @classmethod
    def of(cls, address: str, page: str = FIRST) -> Place:
        """Return the place that a link on a page means: ``window.md#pad-map``, ``#pad-map``."""
        name, _, slug = address.partition("#")
        return cls(name.removesuffix(".md") or page, slug)


@frozen
class Section:
    """What stands under one heading, as text without markup; ``place`` is where."""

    place: Place
    title: str
    text: str


@frozen
class Page:
    """One page: the name of its file, its title, the Markdown that it is written in."""

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


@frozen
class Hit:
    """A section that has all words, and its text around them."""

    section: Section
    page_title: str
    excerpt: str

    @property
    def title(self) -> str:
        """Page and section in one line."""
        title = self.section.title
        return title if title == self.page_title else f"{self.page_title}: {title}"


def read_pages() -> dict[str, Page]:
    """Read all pages, by their names, in the order in which they are listed.

    One that is missing, or cannot be read, is a :class:`ResourceError`.
    """
    return {name: _page(name) for name in (FIRST, *JOBS, *REFERENCE)}


def slug_of(title: str) -> str:
    """Return the name of a heading in links, as the usual readers of Markdown make it."""
    return _NO_SLUG.sub("", title.lower()).strip().replace(" ", "-")


def plain(text: str) -> str:
    """Return Markdown without its marks, on one line."""
    return " ".join(_MARKUP.sub("", _LINK.sub(r"\1", text)).replace("|", " ").split())


def find(pages: Sequence[Page], searched: str) -> list[Hit]:
    """Return the sections that have every word: in their titles first, then as they are typed."""
    words = plain(searched).casefold().split()
    if not words:
        return []
    hits = [
        (_rank(section, words), Hit(section, page.title, _excerpt(section.text, words)))
        for page in pages
        for section in page.sections
        if _has(f"{section.title} {section.text}", words)
    ]
    return [hit for _, hit in sorted(hits, key=lambda ranked: ranked[0])]


def _page(name: str) -> Page:
    text = read_guide(f"{name}.md").decode("utf-8")
    sections = tuple(_sections(name, text))
    return Page(name, sections[0].title, text, sections)


def _sections(name: str, text: str) -> Iterator[Section]:
    headings = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=True):
        title = plain(heading[2])
        slug = slug_of(title) if len(heading[1]) > 1 else ""
        yield Section(Place(name, slug), title, plain(text[heading.end() : end]))


def _has(text: str, words: Sequence[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _rank(section: Section, words: Sequence[str]) -> int:
    if _has(section.title, words):
        return 0
    return 1 if " ".join(words) in section.text.casefold() else 2


def _excerpt(text: str, words: Sequence[str]) -> str:
    folded = text.casefold()
    at = folded.find(" ".join(words))
    if at < 0:
        at = max(0, min((folded.find(word) for word in words if word in folded), default=0))
    start = text.rfind(" ", 0, at - _AROUND) + 1 if at > _AROUND else 0
    cut = text[start : start + _EXCERPT]
    before, after = "… " if start else "", " …" if start + _EXCERPT < len(text) else ""
    return f"{before}{cut}{after}"
