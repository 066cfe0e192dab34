"""What the files beside the catalog say: ratings with conditions, tests, materials, rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4s_gui.catalog.data.knowledge import Knowledge, matching
from a4s_gui.catalog.data.notes import Note, notes_for
from a4s_gui.catalog.data.quantity import Quantity
from a4s_gui.catalog.data.rating_lines import RatingLine
from a4s_gui.catalog.model import Half, Pair, Product
from a4s_gui.catalog.records import Record, read_toml
from tests.catalog.pairs import CATALOG, KNOWLEDGE, inspection, standard
from tests.every import for_each

NOTES = {
    note.id: note
    for group in (*KNOWLEDGE.design_notes, *KNOWLEDGE.features, *KNOWLEDGE.order_rules.notes)
    for note in group.notes
}


def ratings(pair: Pair) -> dict[str, RatingLine]:
    return {line.id: line for group in KNOWLEDGE.ratings.lines(pair) for line in group.lines}


def figures(note: Note) -> list[str]:
    return [str(figure) for figure in note.figures]


@pytest.mark.parametrize(
    ("rating", "text", "condition"),
    [
        ("rated-current-contact", "at most 0.3 A", ""),
        ("rated-current-total", "at most 5 A", ""),
        ("rated-voltage", "at most 60 V", "AC or DC"),
        ("dielectric-strength", "150 V AC", "applied for 1 min, detection current 1 mA"),
        ("insulation-resistance", "at least 1,000 MΩ", "measured at 250 V DC, applied for 1 min"),
        ("contact-resistance", "at most 90 mΩ", "JIS C 5402"),
        ("insertion-force", "at most 48 N", "initial value"),
        ("removal-force", "at least 6.6 N", "the force a contact times the contacts"),
        ("contact-holding-force", "at least 0.2 N", "along its axis"),
        ("mating-cycles", "at most 30", "rate at most 200 an hour"),
        ("general-tolerance", "±0.2 mm", "drawings"),
        ("ambient-temperature", "−55 to 85 °C", "neither icing nor condensation"),
        ("storage-product", "−55 to 85 °C", "neither icing nor condensation"),
        ("storage-tape", "−40 to 50 °C", "neither icing nor condensation"),
        ("reflow-peak", "at most 260 °C", "infrared reflow"),
        ("iron-300", "300 °C", "for at most 5 s"),
        ("iron-350", "350 °C", "for at most 3 s"),
        ("weight-socket", "not stated", "20 pins only: 0.02 g"),
    ],
)
def test_ratings_with_their_conditions(rating: str, text: str, condition: str) -> None:
    line = ratings(standard(40))[rating]

    assert line.quantity.text == text
    assert condition in line.condition


def test_weights_are_those_of_20_pins() -> None:
    lines = ratings(standard(20))

    assert lines["weight-socket"].quantity.text == "0.02 g"
    assert lines["weight-header"].quantity.text == "0.01 g"
    for line in (lines["weight-socket"], lines["weight-header"]):
        # At other numbers of pins the remark is all there is to estimate from.
        assert line.remark == f"stated for 20 pins only: {line.quantity.text}"


def test_the_inspection_type_has_ratings_of_its_own() -> None:
    lines = ratings(inspection(40))

    assert {"storage-tape", "removal-force", "mating-cycles"}.isdisjoint(lines)
    assert lines["mating-cycles-inspection"].quantity.text == "at most 3,000"
    assert "200 an hour" in lines["mating-cycles-inspection"].condition
    assert lines["removal-force-inspection"].quantity.text == "not stated"
    assert "inspection" in lines["mating-cycles-inspection"].source.table


@for_each("pair", CATALOG.pairs, lambda pair: pair.id)
def test_every_rating_of_every_pair_has_a_name_and_a_source(pair: Pair) -> None:
    lines = ratings(pair)

    assert set(lines) <= set(KNOWLEDGE.ratings.ids)
    assert all(line.name and line.source.document for line in lines.values())
    not_stated = {line.id for line in lines.values() if not line.quantity.is_stated}
    allowed = {"weight-socket", "weight-header", "removal-force-inspection"}
    assert not_stated <= allowed


@pytest.mark.parametrize(
    ("test_id", "duration", "standard_name", "conditions", "limits"),
    [
        (
            "thermal-shock",
            "5 cycles",
            "MIL-STD-202F, method 107G",
            [],
            ["insulation resistance: at least 100 MΩ", "contact resistance: at most 90 mΩ"],
        ),
        (
            "humidity",
            "120 h",
            "IEC 60068-2-78",
            ["bath temperature: 40 ±2 °C", "relative humidity: 90 to 95 %"],
            ["insulation resistance: at least 100 MΩ", "contact resistance: at most 90 mΩ"],
        ),
        (
            "salt-spray",
            "24 h",
            "IEC 60068-2-11",
            ["bath temperature: 35 ±2 °C", "salt concentration: 5 ±1 %"],
            ["insulation resistance: at least 100 MΩ", "contact resistance: at most 90 mΩ"],
        ),
        (
            "hydrogen-sulphide",
            "48 h",
            "",
            [
                "bath temperature: 40 ±2 °C",
                "gas concentration: 3 ±1 ppm",
                "relative humidity: 75 to 80 %",
            ],
            ["contact resistance: at most 90 mΩ"],
        ),
    ],
)
def test_environmental_tests(
    test_id: str, duration: str, standard_name: str, conditions: list[str], limits: list[str]
) -> None:
    (test,) = (test for test in KNOWLEDGE.tests if test.id == test_id)

    assert (test.duration.text, test.standard) == (duration, standard_name)
    assert [str(condition) for condition in test.conditions] == conditions
    assert [str(limit) for limit in test.limits] == limits
    assert test.state == "header and socket mated"


def test_the_profile_of_the_thermal_shock() -> None:
    steps = KNOWLEDGE.tests[0].steps

    assert [step.text for step in steps] == [
        "cold at −55 +0/−3 °C, 30 min",
        "change to hot, at most 5 min",
        "hot at 85 +0/−3 °C, 30 min",
        "change back to cold at −55 +0/−3 °C, at most 5 min",
    ]


def test_materials_of_each_half() -> None:
    found = {
        (part.name, half): (part.material, part.plating, part.remark)
        for part in KNOWLEDGE.materials
        for half in part.halves
    }

    assert found["Body (molded portion)", Half.SOCKET] == (
        "LCP resin, flammability UL94V-0",
        "",
        "",
    )
    terminals = "Soldering terminals"
    assert found[terminals, Half.SOCKET][1] == "palladium under a gold flash over nickel"
    assert found[terminals, Half.HEADER][1] == "gold over nickel"
    for half in Half:
        assert found["Contacts, contact portion", half][:2] == ("copper alloy", "gold over nickel")
        assert "tips are bare" in found["Contacts, terminal portion", half][2]
    assert "nickel stops the solder" in found["Contacts, terminal portion", Half.SOCKET][2]
    assert len(found) == 8


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("placement-error", ["placement error, either way: 0.2 to 0.3 mm"]),
        (
            "stiffener",
            [
                "beyond the land pattern, each side: 0.5 to 1 mm",
                "thickness in glass epoxy or polyimide: 0.2 to 0.3 mm",
                "thickness in stainless steel (SUS): 0.1 to 0.2 mm",
            ],
        ),
        ("static-on-tape", ["relative humidity: 40 to 60 %"]),
        (
            "socket-mask",
            [
                "stencil thickness: 120 µm",
                "opening over contact pad: 70 %",
                "opening over soldering terminal's pad: 70 %",
            ],
        ),
        (
            "header-mask",
            [
                "stencil thickness: 120 µm",
                "opening over contact pad: 70 %",
                "opening over soldering terminal's pad: 100 %",
            ],
        ),
        (
            "slim",
            [
                "width of the mated pair: 2.5 mm",
                "less width than F4S: 30 %",
                "less board area than F4S: 30 %",
            ],
        ),
        (
            "two-heights",
            ["mated height, header digit 1: 0.8 mm", "mated height, header digit 2: 1 mm"],
        ),
    ],
)
def test_figures_of_rules(note: str, expected: list[str]) -> None:
    assert figures(NOTES[note]) == expected


def test_figures_that_stand_in_two_places_agree() -> None:
    lines = ratings(standard(40))
    peak = lines["reflow-peak"].quantity

    assert NOTES["reflow-profile"].figures[0].high == peak.high
    for note in ("iron-limits", "iron-limits-in-rework"):
        hot, hotter = NOTES[note].figures
        assert (hot.high, hotter.high) == (
            lines["iron-300"].quantity.value,
            lines["iron-350"].quantity.value,
        )
    cycles = NOTES["many-cycles"].figures[0].value
    assert cycles == inspection(40).ratings.mating_cycles
    heights = {figure.value for figure in NOTES["two-heights"].figures}
    assert heights == {p.mated_height_mm for p in CATALOG.pairs} - {None}
    assert NOTES["slim"].figures[0].value == standard(40).socket.body_width_mm
    assert NOTES["other-stencils"].figures[0].value == NOTES["socket-mask"].figures[0].value


def test_notes_name_the_section_and_rule_they_follow() -> None:
    assert (
        NOTES["placement-error"].source.table == "Design of devices and PC board patterns, rule 2"
    )
    assert NOTES["socket-mask"].source.table.endswith("metal mask patterns, Socket")
    assert NOTES["mate-straight"].source.table == "Precautions for mating"
    assert {note.source.document for note in NOTES.values()} == {"Panasonic A4S datasheet, 2016"}


def test_notes_concern_the_product_they_are_about() -> None:
    def ids(pair: Pair) -> set[str]:
        groups = notes_for((*KNOWLEDGE.features, *KNOWLEDGE.order_rules.notes), pair)
        assert all(group.notes for group in groups)
        return {note.id for group in groups for note in group.notes}

    assert {"reel-units", "slim", "mounting-samples"} <= ids(standard(40))
    assert {"inspection-lot", "many-cycles", "mounting-samples"} <= ids(inspection(40))
    assert "inspection-lot" not in ids(standard(40))
    assert "reel-units" not in ids(inspection(40))
    everywhere = {n.id for g in notes_for(KNOWLEDGE.design_notes, inspection(10)) for n in g.notes}
    assert everywhere == {n.id for g in KNOWLEDGE.design_notes for n in g.notes}


def test_notes_of_one_half_say_so() -> None:
    assert NOTES["terminals-are-one-piece"].halves == (Half.SOCKET,)
    assert NOTES["header-mask"].halves == (Half.HEADER,)
    assert NOTES["stiffener"].halves == tuple(Half)


def test_every_product_is_told_what_it_is_for() -> None:
    products = {note.product for group in KNOWLEDGE.features for note in group.notes}

    assert products == set(Product)


def test_files_are_read_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(path: Path) -> Record:
        read.append(path.name)
        return read_toml(path)

    monkeypatch.setattr("a4s_gui.catalog.data.knowledge.read_toml", reading)
    knowledge = Knowledge(CATALOG)
    assert read == []
    assert knowledge.materials
    assert knowledge.materials
    assert read == ["materials.toml"]


def test_notes_are_searched_by_every_word() -> None:
    assert {n.id for n in matching(NOTES.values(), "stiffener polyimide")} == {"stiffener"}
    assert {n.id for n in matching(NOTES.values(), "POLYIMIDE")} == {"stiffener"}
    assert not matching(NOTES.values(), "nonsense")
    assert len(matching(NOTES.values(), "  ")) == len(NOTES)


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity("x", "mm", value=0.5), "0.5 mm"),
        (Quantity("x", "°C", value=-55, plus=0, minus=3), "−55 +0/−3 °C"),
        (Quantity("x", "°C", value=40, plus=2, minus=2), "40 ±2 °C"),
        (Quantity("x", "mm", value=0, plus=0.2, minus=0.2), "±0.2 mm"),
        (Quantity("x", "mm", value=0), "0 mm"),
        (Quantity("x", "%", low=90, high=95), "90 to 95 %"),
        (Quantity("x", "MΩ", low=1000), "at least 1,000 MΩ"),
        (Quantity("x", "", high=1), "at most 1"),
        (Quantity("x", "g"), "not stated"),
    ],
)
def test_a_figure_in_words(quantity: Quantity, text: str) -> None:
    assert quantity.text == text
    assert str(quantity) == f"x: {text}"
    assert quantity.is_stated == (text != "not stated")
