"""The pages of the guide: every link leads somewhere, every picture is there, all can be found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from a4s_gui.resources import guide_root
from a4s_gui.ui.guide.guide_pages import (
    FIRST,
    JOBS,
    REFERENCE,
    Page,
    Place,
    find,
    plain,
    read_pages,
    slug_of,
)
from tests.pictures.guide import PICTURES

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]*)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
_LARGEST_BYTES = 1_300_000
"""Of all that is packed of the guide."""


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return read_pages()


def test_every_file_of_the_folder_is_a_page(pages: dict[str, Page]) -> None:
    assert set(pages) == {path.stem for path in guide_root().glob("*.md")}
    assert list(pages) == [FIRST, *JOBS, *REFERENCE]


def test_every_link_leads_to_a_page_and_a_heading(pages: dict[str, Page]) -> None:
    known = {section.place for page in pages.values() for section in page.sections}
    for page in pages.values():
        for address in _LINK.findall(page.markdown):
            if "://" not in address:
                assert Place.of(address, page.name) in known, (page.name, address)


def test_the_first_page_leads_to_all_others(pages: dict[str, Page]) -> None:
    linked = {Place.of(address).page for address in _LINK.findall(pages[FIRST].markdown)}
    assert linked == set(pages) - {FIRST}


def test_headings_of_a_page_have_names_of_their_own(pages: dict[str, Page]) -> None:
    for page in pages.values():
        slugs = [section.place.slug for section in page.sections]
        assert len(set(slugs)) == len(slugs), page.name


def test_a_job_fits_a_screen_and_has_a_picture(pages: dict[str, Page]) -> None:
    for name in JOBS:
        text = pages[name].markdown
        assert len(text.splitlines()) <= 60
        assert _PICTURE.search(text)


def test_every_picture_is_shown_described_and_made_by_the_script(pages: dict[str, Page]) -> None:
    shown = [found for page in pages.values() for found in _PICTURE.findall(page.markdown)]
    files = {f"images/{path.name}" for path in (guide_root() / "images").iterdir()}
    assert {address for _, address in shown} == files == {f"images/{n}.png" for n in PICTURES}
    assert all(len(words.split()) > 4 for words, _ in shown)


def test_all_of_it_is_small() -> None:
    total = sum(path.stat().st_size for path in guide_root().rglob("*") if path.is_file())
    assert total < _LARGEST_BYTES


def test_headings_are_named_as_readers_of_markdown_name_them() -> None:
    assert slug_of("KiCad footprint, .kicad_mod") == "kicad-footprint-kicad_mod"
    assert slug_of("Undo, back, and the next start") == "undo-back-and-the-next-start"
    assert Place.of("#rules", "boards") == Place.of("boards.md#rules") == Place("boards", "rules")


def test_text_is_searched_without_its_marks() -> None:
    text = "- **Nets**: see [the *pad* map](window.md#pad-map), `a_b`, <kbd>F1</kbd>\n|---|:--|\n"
    assert plain(text) == "- Nets: see the pad map, a_b, F1"


def test_a_search_finds_sections_that_have_all_words(pages: dict[str, Page]) -> None:
    hits = find(list(pages.values()), "mask web")
    assert {hit.section.place.page for hit in hits} >= {"boards", "exports", "kicad"}
    assert all("mask" in hit.section.text.lower() for hit in hits)
    assert find(list(pages.values()), "  ") == []
    assert find(list(pages.values()), "mask turbine") == []


def test_titles_are_found_first_and_the_excerpt_shows_the_words(pages: dict[str, Page]) -> None:
    first = find(list(pages.values()), "PAD MAP")[0]
    assert first.section.place == Place("window", "pad-map")
    assert first.title == "The window: Pad map"
    excerpt = find(list(pages.values()), "rows-swapped")[0].excerpt
    assert "rows-swapped" in excerpt
    assert len(excerpt) < 130


def test_a_checkout_and_an_installed_program_have_the_same_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "guide"
    packed.mkdir()
    monkeypatch.setattr("a4s_gui.resources.resource_root", lambda: tmp_path)
    assert guide_root() == packed
