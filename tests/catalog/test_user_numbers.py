"""Numbers as users type them: read where they are clear, refused with a reason where not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4s_gui.catalog.user_numbers import (
    CONTACTS,
    CURRENT,
    LENGTH,
    PIECES,
    WIDTH,
    NumberError,
    NumberKind,
    read_count,
    read_number,
)
from a4s_gui.errors import A4sError

KINDS = (CONTACTS, CURRENT, LENGTH, PIECES, WIDTH)


def refusal(text: str, kind: NumberKind) -> str:
    with pytest.raises(NumberError) as caught:
        read_number(text, kind)
    assert isinstance(caught.value, A4sError)
    assert str(caught.value) == f"{kind.name}: {caught.value.reason}"
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 200
    return caught.value.reason


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("2", CURRENT, 2.0),
        (" 2 ", CURRENT, 2.0),
        ("2.5", CURRENT, 2.5),
        ("2,5", CURRENT, 2.5),
        (".5", CURRENT, 0.5),
        (",5", CURRENT, 0.5),
        ("2.", CURRENT, 2.0),
        ("2 A", CURRENT, 2.0),
        ("2A", CURRENT, 2.0),
        ("300 mA", CURRENT, 0.3),
        ("0.1mA", CURRENT, 0.0001),
        ("007", CURRENT, 7.0),
        ("9.65 mm", LENGTH, 9.65),
        ("9.65MM", LENGTH, 9.65),
        ("10,55", WIDTH, 10.55),
        ("12000", PIECES, 12_000),
        ("12,000", PIECES, 12_000),
        ("12 000", PIECES, 12_000),
        ("1'000'000", PIECES, 1_000_000),
        ("1.000.000", PIECES, 1_000_000),
        ("12.0", PIECES, 12),
        ("1.000", LENGTH, 1),
        ("12\N{NARROW NO-BREAK SPACE}000 pcs", PIECES, 12_000),
        ("1,000,000,000", PIECES, 1_000_000_000),
        ("8 contacts", CONTACTS, 8),
        ("8 pins", CONTACTS, 8),
        ("8.0", CONTACTS, 8),
    ],
)
def test_what_is_clear_is_read(text: str, kind: NumberKind, value: float) -> None:
    assert read_number(text, kind) == value


def test_a_count_is_a_whole_number_of_that_type() -> None:
    found = read_count("12,000 pieces", PIECES)

    assert (found, type(found)) == (12_000, int)


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("", CURRENT, "nothing is typed; write a number in A, as in 0.5"),
        ("   ", PIECES, "nothing is typed; write a whole number, as in 12000"),
        ("abc", CURRENT, "“abc” is not a number; write a number in A, as in 0.5"),
        ("A", CURRENT, "“A” is not a number; write a number in A, as in 0.5"),
        ("-1", CURRENT, "“-1” is below 0; allowed is above 0 to 1,000 A"),
        ("\N{MINUS SIGN}1", LENGTH, "“−1” is below 0; allowed is above 0 to 1,000 mm"),
        ("- 1", PIECES, "“- 1” is below 0; allowed is from 1 to 1,000,000,000 pieces"),
        ("0", CURRENT, "“0” is too small; allowed is above 0 to 1,000 A"),
        ("0.0", LENGTH, "“0.0” is too small; allowed is above 0 to 1,000 mm"),
        ("0", CONTACTS, "“0” is too small; allowed is from 1 to 1,000 contacts"),
        ("1001", CONTACTS, "“1001” is too large; allowed is from 1 to 1,000 contacts"),
        ("1000.001", LENGTH, "“1000.001” is too large; allowed is above 0 to 1,000 mm"),
        ("9" * 20, PIECES, "is too large"),
        ("9" * 5000, PIECES, "is too long for a number"),
        ("2.5", CONTACTS, "“2.5” is not whole; write a whole number, as in 8"),
        ("2,5", PIECES, "“2,5” is not whole; write a whole number, as in 12000"),
        ("2,500", LENGTH, "“2,500” could mean two numbers; write 2.500 or 2500"),
        ("10.000", PIECES, "“10.000” could mean two numbers; write 10 or 10000"),
        ("10.500", PIECES, "“10.500” is not whole; write 10500 if the point parts thousands"),
        ("1e3", PIECES, "“1e3”: write the number without an exponent"),
        ("inf", CURRENT, "is not a number"),
        ("nan", CURRENT, "is not a number"),
        (
            "0x10",
            CONTACTS,
            "“x10” is not a unit of contacts; write contacts or contact or pins or pin",
        ),
        ("2 V", CURRENT, "“V” is not a unit of current; write A or mA, or none"),
        ("2 MA", CURRENT, "“MA” is not a unit of current"),
        ("9 in", LENGTH, "“in” is not a unit of length; write mm, or none"),
        ("1.2.3", LENGTH, "“1.2.3” is not a number"),
        ("1,2,3", PIECES, "“1,2,3” is not a number"),
        ("12 00", PIECES, "“12 00” is not a number"),
        ("1,000'000", PIECES, "“1,000'000” is not a number"),
        ("+2", CURRENT, "“+2” is not a number"),
        ("1 2", LENGTH, "“1 2” is not a number"),
        ("2\n3", LENGTH, "“2 3” is not a number"),
        ("٢", CURRENT, "“٢”: only the digits 0 to 9 can be read here"),
        ("２", CURRENT, "“２”: only the digits 0 to 9 can be read here"),
        ("२.५", LENGTH, "only the digits 0 to 9 can be read here"),
        ("½", LENGTH, "only the digits 0 to 9 can be read here"),
        ("2²", LENGTH, "only the digits 0 to 9 can be read here"),
        ("十", CONTACTS, "only the digits 0 to 9 can be read here"),
    ],
)
def test_what_is_not_clear_is_refused_with_the_reason(
    text: str, kind: NumberKind, reason: str
) -> None:
    assert reason in refusal(text, kind)


@given(st.text(max_size=30) | st.text("0123456789.,-+eEmA '", max_size=30), st.sampled_from(KINDS))
def test_any_text_is_a_number_in_range_or_one_line(text: str, kind: NumberKind) -> None:
    try:
        value = read_number(text, kind)
    except NumberError:
        refusal(text, kind)
    else:
        assert kind.least <= value <= kind.most
        assert value > 0
        assert not kind.whole or value == int(value)


@given(st.integers(1, 1_000_000_000))
def test_every_way_to_write_thousands_is_the_same_number(pieces: int) -> None:
    for text in (str(pieces), f"{pieces:,}", f"{pieces:,}".replace(",", " "), f"{pieces} pcs"):
        assert read_count(text, PIECES) == pieces


@given(st.integers(1, 99_999_999))
def test_a_written_decimal_is_read_exactly(hundred_thousandths: int) -> None:
    text = f"{hundred_thousandths // 100_000}.{hundred_thousandths % 100_000:05d}"

    assert read_number(text, LENGTH) == float(text)
