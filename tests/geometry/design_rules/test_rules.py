"""Design rules that are worked out for a pair, and the notes they belong to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from a4s_gui.catalog.model import Pair
from a4s_gui.drawing.scene import Layer
from a4s_gui.geometry.design_rules.result import DesignRuleResult, Level
from a4s_gui.geometry.design_rules.rules import design_rule_results
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from tests.catalog.pairs import CATALOG, KNOWLEDGE, inspection, standard

DEFAULT = shipped_pattern()
NOTES = [note for group in KNOWLEDGE.design_notes for note in group.notes]


def check(note: str, pair: Pair, pattern: LandPattern = DEFAULT) -> DesignRuleResult:
    return design_rule_results(KNOWLEDGE.design_notes, pair, pattern)[note]


def values(found: DesignRuleResult) -> dict[str, float | str | None]:
    return {figure.name: figure.value for figure in found.figures}


def test_the_notes_marked_as_worked_out_are() -> None:
    computed = {note.id for note in NOTES if note.computed}
    for pair in CATALOG.pairs:
        checks = design_rule_results(KNOWLEDGE.design_notes, pair, DEFAULT)
        assert set(checks) == computed
        for found in checks.values():
            assert found.verdict
            assert all("=" in figure.formula for figure in found.figures)
            assert all(figure.source.document for figure in found.figures)


def test_layers_that_show_a_note_are_layers_of_the_drawing() -> None:
    assert {note.layer for note in NOTES} - {""} <= set(Layer)
    assert {note.id for note in NOTES if note.layer == Layer.STIFFENER} == {"stiffener"}


def test_without_its_note_nothing_is_worked_out() -> None:
    assert design_rule_results([], standard(40), DEFAULT) == {}


@pytest.mark.parametrize(
    ("pins", "socket", "header"),
    [
        # smallest length and width, largest length and width
        (10, (5.5, 3.9, 6.5, 4.9), (4.65, 3.4, 5.65, 4.4)),
        (16, (6.7, 3.9, 7.7, 4.9), (5.85, 3.4, 6.85, 4.4)),
        (18, (7.1, 3.9, 8.1, 4.9), (6.25, 3.4, 7.25, 4.4)),
        (40, (11.5, 3.9, 12.5, 4.9), (10.65, 3.4, 11.65, 4.4)),
        (80, (19.5, 3.9, 20.5, 4.9), (18.65, 3.4, 19.65, 4.4)),
    ],
)
def test_stiffeners_by_hand(
    pins: int, socket: tuple[float, ...], header: tuple[float, ...]
) -> None:
    found = values(check("stiffener", standard(pins)))

    sizes = [(word, side) for word in ("smallest", "largest") for side in ("length", "width")]
    for half, expected in (("Socket", socket), ("Header", header)):
        assert tuple(found[f"{half}, {word} stiffener, {side}"] for word, side in sizes) == expected


def test_the_stiffener_that_is_drawn_is_checked() -> None:
    assert check("stiffener", standard(40)).verdict == (
        "The stiffener that is drawn reaches 0.75 mm beyond the pads, within 0.5 to 1 mm."
    )
    for margin, word in (
        (0.4, "not within"),
        (0.5, "within"),
        (1.0, "within"),
        (1.1, "not within"),
    ):
        common = replace(DEFAULT.common, stiffener_margin_mm=margin)
        verdict = check("stiffener", standard(40), replace(DEFAULT, common=common)).verdict
        assert f"pads, {word} 0.5 to 1 mm" in verdict
    formula = check("stiffener", standard(40)).figures[0].formula
    assert formula == "10.5 mm + 2 × 0.5 mm = 11.5 mm"


def test_the_placement_error_is_held_against_the_gap_between_pads() -> None:
    found = check("placement-error", standard(40))

    assert values(found) == {
        "Socket, gap between contact pads": 0.17,
        "Header, gap between contact pads": 0.17,
        "Courtyard left at the largest error": 0.2,
        **{
            f"{half}, placed off by, lead {what}": value
            for half in ("Socket", "Header")
            for what, value in (
                ("leaves its pad", 0.04),
                ("hangs over by half", 0.115),
                ("is off its pad", 0.19),
                ("touches the neighbour's pad", 0.21),
            )
        },
    }
    assert found.level is Level.NOTE
    assert found.verdict.endswith(
        "A lead leaves its pad at 0.04 mm, hangs over by half at 0.115 mm, is off its pad at "
        "0.19 mm, touches the neighbour's pad at 0.21 mm: self-alignment alone brings it back."
    )
    assert found.figures[0].formula == "pitch 0.4 mm − pad 0.23 mm = 0.17 mm"
    assert "wider than the gap on the socket and the header" in found.verdict
    narrow = replace(DEFAULT.header, contact_width_mm=0.08)
    wide = check("placement-error", standard(40), replace(DEFAULT, header=narrow))
    assert "on the socket: place more exactly than that, and inspect." in wide.verdict
    both = replace(DEFAULT, header=narrow, socket=replace(DEFAULT.socket, contact_width_mm=0.08))
    assert check("placement-error", standard(40), both).verdict.startswith(
        "The gaps are wider than the error, 0.2 to 0.3 mm. The courtyard takes it up. A lead "
    )


@pytest.mark.parametrize(
    ("margin", "left", "words"),
    [(0.5, 0.2, "takes it up"), (0.3, 0, "takes it up"), (0.25, -0.05, "is too narrow for it")],
)
def test_the_placement_error_is_held_against_the_courtyard(
    margin: float, left: float, words: str
) -> None:
    common = replace(DEFAULT.common, courtyard_margin_mm=margin)
    found = check("placement-error", standard(40), replace(DEFAULT, common=common))

    assert values(found)["Courtyard left at the largest error"] == left
    assert f"The courtyard {words}. " in found.verdict


def test_paste_by_hand() -> None:
    found = check("close-pitch", standard(40))

    # 0.23 x 0.65 x 0.7 x 0.12; 0.9 x 0.9 x 0.7 x 0.12; 0.45 x 0.53 x 1.0 x 0.12
    assert values(found) == {
        "Socket, paste on a contact pad": 0.012558,
        "Socket, paste on a terminal pad": 0.06804,
        "Header, paste on a contact pad": 0.012558,
        "Header, paste on a terminal pad": 0.02862,
        "Socket, solder mask between contacts": 0.07,
        "Header, solder mask between contacts": 0.07,
    }
    assert "120 µm" in found.verdict


def test_openings_by_hand() -> None:
    # 0.23, 0.65 and 0.9 times the root of 0.7, which is 0.83666; a share of 100 % is the whole pad
    assert values(check("socket-mask", standard(40))) == {
        "Socket, opening over a contact pad, along the rows": 0.1924,
        "Socket, opening over a contact pad, across them": 0.5438,
        "Socket, opening over a terminal pad, along the rows": 0.753,
        "Socket, opening over a terminal pad, across them": 0.753,
        # 0.1046 / (2 x 0.7363 x 0.12), and 0.567 / (2 x 1.506 x 0.12)
        "Socket contact, stencil area ratio": 0.5922,
        "Socket terminal, stencil area ratio": 1.5687,
    }
    header = check("header-mask", standard(40))
    assert values(header)["Header, opening over a terminal pad, along the rows"] == 0.45
    assert header.figures[0].formula == "0.23 mm × √70 % = 0.1924 mm"


def test_openings_and_thickness_are_held_against_the_rule() -> None:
    assert check("socket-mask", standard(40)).verdict.startswith(
        "The land pattern has these shares, at this thickness. "
    )
    thickness = check("other-stencils", standard(40))
    assert thickness.verdict == "The land pattern's stencil is 120 µm thick, as recommended."
    other = replace(
        DEFAULT,
        common=replace(DEFAULT.common, paste_thickness_um=100),
        header=replace(DEFAULT.header, terminal_paste_ratio=0.8),
    )
    assert check("socket-mask", standard(40), other).verdict == (
        "The land pattern differs: stencil thickness 100 µm instead of 120 µm."
    )
    assert check("header-mask", standard(40), other).verdict.startswith(
        "The land pattern differs: stencil thickness 100 µm instead of 120 µm, "
        "opening over soldering terminal's pad 80 % instead of 100 %."
    )
    thin = check("other-stencils", standard(40), other)
    assert values(thin) == {"Stencil beyond the recommended thickness": -20}
    assert thin.verdict == "The land pattern's stencil is 100 µm thick, not 120 µm: ask."


@pytest.mark.parametrize(
    ("pins", "press", "hold"),
    # 1.2 N and 0.165 N a contact
    [(10, 12, 1.65), (16, 19.2, 2.64), (18, 21.6, 2.97), (40, 48, 6.6), (80, 96, 13.2)],
)
def test_forces_by_hand(pins: int, press: float, hold: float) -> None:
    pressing = check("mate-straight", standard(pins))
    assert values(pressing) == {"Insertion force, at most": press}
    assert pressing.verdict == (
        f"It takes up to {press:g} N to press this pair together: support both boards."
    )
    holding = check("hold-the-boards", standard(pins))
    assert values(holding) == {"Removal force, at least": hold}
    assert f"at least {hold:g} N" in holding.verdict


def test_no_holding_force_is_claimed_for_the_inspection_type() -> None:
    found = check("hold-the-boards", inspection(40))
    assert found.figures == ()
    assert "No holding force is warranted" in found.verdict


@pytest.mark.parametrize(
    ("pins", "total", "full"), [(10, 3, 10), (16, 4.8, 16), (18, 5, 16), (40, 5, 16), (80, 5, 16)]
)
def test_currents_by_hand(pins: int, total: float, full: int) -> None:
    found = check("stay-within-ratings", standard(pins))
    assert values(found) == {
        "Rated current of all contacts": total,
        "Contacts at full current": full,
    }
    assert found.verdict == (
        f"This pair carries {total:g} A in all, its full 0.3 A on {full} contacts at a time."
    )


def test_the_pads_are_said_not_to_be_the_manufacturers() -> None:
    verdict = check("keep-pad-sizes", standard(40)).verdict
    assert "not of the manufacturer's drawing; figures of GPD_Pocket-mods" in verdict
