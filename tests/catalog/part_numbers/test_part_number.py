"""The ordering key: parse, format, explain, and the reason of each refusal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Product
from a4s_gui.catalog.part_numbers.part_number import (
    PartNumber,
    PartNumberError,
    explain,
    normalize,
    parse,
)
from tests.every import for_each

CATALOG = load_catalog()

PINS = st.integers(1, 49).map(lambda n: 2 * n)
STANDARD_SOCKETS = st.one_of(
    st.builds(
        PartNumber,
        st.just(Half.SOCKET),
        st.just(Product.STANDARD),
        PINS,
        st.just((0.8, 1.0)),
        st.sampled_from([8, 4]),
    ),
    st.builds(
        PartNumber,
        st.just(Half.SOCKET),
        st.just(Product.STANDARD),
        PINS,
        st.just((0.8, 1.0)),
        st.just(8),
        st.just(True),
    ),
)
STANDARD_HEADERS = st.builds(
    PartNumber,
    st.just(Half.HEADER),
    st.just(Product.STANDARD),
    PINS,
    st.sampled_from([(0.8,), (1.0,)]),
    st.sampled_from([8, 4]),
)
INSPECTION = st.builds(PartNumber, st.sampled_from(Half), st.just(Product.INSPECTION), PINS)
ANY_PART = st.one_of(STANDARD_SOCKETS, STANDARD_HEADERS, INSPECTION)

# What people put between the characters: spaces, hyphens, and what word processors make of them.
FILLERS = st.text(
    st.sampled_from(" \t\n-\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}")
    | st.sampled_from("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}")
    | st.sampled_from("\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{FULLWIDTH HYPHEN-MINUS}"),
    max_size=2,
)


@given(ANY_PART)
def test_what_is_formatted_parses_to_the_same_part(part: PartNumber) -> None:
    assert parse(str(part)) == part


@given(ANY_PART, st.data())
def test_case_spaces_and_hyphens_do_not_matter(part: PartNumber, data: st.DataObject) -> None:
    written = "".join(
        data.draw(FILLERS) + (c.lower() if data.draw(st.booleans()) else c) for c in str(part)
    ) + data.draw(FILLERS)

    assert parse(written) == part
    assert normalize(written) == str(part)


@given(ANY_PART)
def test_the_fields_explained_spell_the_number(part: PartNumber) -> None:
    fields = explain(part)

    assert "".join(field.characters for field in fields) == str(part)
    assert len({field.name for field in fields}) == len(fields)
    assert all(field.meaning for field in fields)
    assert {field.source for field in fields} <= CATALOG.sources.keys()


@given(ANY_PART)
def test_today_a_part_is_never_former(part: PartNumber) -> None:
    today = part.today()

    assert not today.former
    assert today == (part if not part.former else parse(str(part)[:8] + "7"))


def verdict(text: str) -> PartNumber | PartNumberError:
    try:
        return parse(text)
    except PartNumberError as error:
        return error


@given(st.text(max_size=30) | st.text("AXE0123456789D -", max_size=12).map("AXE5".__add__))
def test_any_text_is_a_part_or_one_clear_line(text: str) -> None:
    said = verdict(text)

    assert str(said).isprintable()
    if isinstance(said, PartNumber):
        assert str(said) == normalize(text)
    else:
        assert f": {said.field}: " in str(said)


@for_each("number", CATALOG.part_numbers)
def test_the_key_agrees_with_the_catalog(number: str) -> None:
    part = parse(number)
    pairs = CATALOG.pairs_of(number)

    assert {pair.connector(part.half).part_number for pair in pairs} == {number}
    assert {pair.pins for pair in pairs} == {part.pins}
    assert {pair.product for pair in pairs} == {part.product}
    assert {pair.packaging_pitch_mm for pair in pairs} == {part.packaging_pitch_mm}
    heights = {pair.mated_height_mm for pair in pairs} - {None}
    assert heights <= set(part.mated_heights_mm)
    assert bool(heights) == bool(part.mated_heights_mm)


def meanings(number: str) -> list[tuple[str, str, str]]:
    return [(field.name, field.characters, field.meaning) for field in explain(parse(number))]


def test_a_socket_explained() -> None:
    assert meanings("AXE540127D") == [
        ("series", "AXE", "Panasonic narrow-pitch connectors"),
        ("half", "5", "socket of A4S, 0.4 mm pitch"),
        ("pins", "40", "40 contacts in two rows of 20"),
        ("mated height", "1", "for mated heights 0.8 mm and 1.0 mm: the header decides"),
        ("function", "2", "without positioning bosses"),
        (
            "surface",
            "7",
            "contact and terminal portions gold over nickel, with nickel barrier",
        ),
        ("package", "D", "embossed tape with 4 mm pocket pitch"),
    ]


@pytest.mark.parametrize(
    ("number", "height", "meaning"),
    [
        ("AXE610124", "1", "for mated height 0.8 mm"),
        ("AXE610224", "2", "for mated height 1.0 mm"),
    ],
)
def test_a_header_explained(number: str, height: str, meaning: str) -> None:
    assert meanings(number)[1:] == [
        ("half", "6", "header of A4S, 0.4 mm pitch"),
        ("pins", "10", "10 contacts in two rows of 5"),
        ("mated height", height, meaning),
        ("function", "2", "without positioning bosses"),
        ("surface", "4", "contact and terminal portions gold over nickel"),
        ("package", "", "embossed tape with 8 mm pocket pitch"),
    ]


def test_an_inspection_type_explained() -> None:
    assert meanings("AXE6E8026")[1:] == [
        ("half", "6", "header of A4S, 0.4 mm pitch"),
        ("product", "E", "for inspection, 3,000 mating cycles"),
        ("pins", "80", "80 contacts in two rows of 40"),
        (
            "ending",
            "26",
            "without positioning bosses; the datasheet explains the two digits no further",
        ),
    ]


def test_a_former_socket_explained() -> None:
    part = parse("AXE534124")
    (surface,) = (field for field in explain(part) if field.name == "surface")

    assert (part.former, str(part), str(part.today())) == (True, "AXE534124", "AXE534127")
    assert surface.characters == "4"
    assert surface.meaning.startswith("the socket's surface digit in 2013, today 7")
    assert "2013" in CATALOG.sources[surface.source].document


@pytest.mark.parametrize(
    ("text", "field", "reason"),
    [
        ("AXK540127", "series", "“AXK” is not possible here; allowed is AXE, with which every A4S"),
        ("540127", "series", "“540” is not possible here"),
        ("AX", "series", "“AX” is not possible here"),
        ("AXE", "half", "is missing; allowed is 5 for a socket or 6 for a header"),
        ("AXE740127", "half", "“7” is not possible here; allowed is 5 for a socket or 6 for a"),
        ("AXE5", "pins", "is missing; allowed is an even number of pins in two digits"),
        ("AXE54", "pins", "“4” is not possible here; allowed is an even number of pins in two"),
        ("AXE541127", "pins", "“41” is not possible here; allowed is an even number"),
        ("AXE500127", "pins", "“00” is not possible here; allowed is an even number"),
        ("AXE54O127", "pins", "“4O” is not possible here; allowed is an even number"),
        ("AXE540227", "mated height", "“2” is not possible here; allowed is 1 on a socket (mated"),
        ("AXE640324", "mated height", "“3” is not possible here; allowed is 1 (mated height 0.8"),
        ("AXE6401", "function", "is missing; allowed is 2 (without positioning bosses)"),
        ("AXE540117", "function", "“1” is not possible here; allowed is 2 (without positioning"),
        ("AXE540125", "surface", "“5” is not possible here; allowed is 7 on a socket (4 on"),
        ("AXE640127", "surface", "“7” is not possible here; allowed is 4 on a header"),
        ("AXE540127E", "package", "“E” is not possible here; allowed is nothing (8 mm packaging)"),
        ("AXE540127DX", "package", "“DX” is not possible here; allowed is nothing (8 mm pack"),
        (
            "AXE540124D",
            "surface",
            "“4” is not possible here; allowed is 7 on a socket in 4 mm pack",
        ),
        ("AXE5E4027", "ending", "“27” is not possible here; allowed is 26, with which numbers of"),
        ("AXE5E402", "ending", "“2” is not possible here; allowed is 26"),
        ("AXE5E4026D", "ending", "“D” is not possible here; allowed is nothing after 26"),
        ("AXE5E4126", "pins", "“41” is not possible here"),
    ],
)
def test_an_impossible_number_names_the_first_wrong_field(
    text: str, field: str, reason: str
) -> None:
    with pytest.raises(PartNumberError) as caught:
        parse(text)

    assert caught.value.field == field
    assert caught.value.reason.startswith(reason)
    assert str(caught.value).startswith(f"{text}: {field}: {reason}")


@pytest.mark.parametrize(
    "digits",
    ["٤٠", "４０", "४०", "40"[:1] + "０"],
    ids=["arabic", "fullwidth", "devanagari", "mixed"],
)
def test_digits_of_other_scripts_are_refused(digits: str) -> None:
    with pytest.raises(PartNumberError) as caught:
        parse(f"AXE5{digits}127")

    assert caught.value.field == "pins"
    assert "is not written in plain letters and digits" in caught.value.reason


@pytest.mark.parametrize("text", ["", "   ", "\t\n", "-", "\N{EN DASH}", "\N{ZERO WIDTH SPACE}"])
def test_nothing_to_read_says_what_a_number_looks_like(text: str) -> None:
    with pytest.raises(PartNumberError, match=r"nothing to read; .* looks like AXE540127"):
        parse(text)


def test_an_empty_text_is_called_what_it_should_be() -> None:
    with pytest.raises(PartNumberError) as caught:
        parse("")
    assert str(caught.value).startswith("part number: series: nothing to read; ")


def test_a_long_text_is_cut_in_the_message() -> None:
    with pytest.raises(PartNumberError) as caught:
        parse("AXE540127" + 10_000 * "X")

    assert len(str(caught.value)) < 250
    assert "…" in str(caught.value)


@pytest.mark.parametrize(
    ("number", "heights_mm", "packaging_mm"),
    [
        ("AXE540127", (0.8, 1.0), 8),
        ("AXE540127D", (0.8, 1.0), 4),
        ("AXE640124", (0.8,), 8),
        ("AXE640224", (1.0,), 8),
        ("AXE640124D", (0.8,), 4),
        ("AXE5E4026", (), None),
    ],
)
def test_what_a_number_says_of_height_and_packaging(
    number: str, heights_mm: tuple[float, ...], packaging_mm: int | None
) -> None:
    part = parse(number)

    assert (part.mated_heights_mm, part.packaging_pitch_mm) == (heights_mm, packaging_mm)
    assert (part.product is Product.INSPECTION) == (packaging_mm is None)
