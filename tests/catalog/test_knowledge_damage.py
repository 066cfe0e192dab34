"""A damaged file beside the catalog is refused, naming file, entry, field and what was expected."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from a4s_gui.catalog.data.knowledge import Knowledge
from a4s_gui.catalog.records import DataError
from a4s_gui.errors import ResourceError
from a4s_gui.resources import resource_path
from tests.catalog.pairs import CATALOG

FILES = {
    "ratings.toml": "ratings",
    "environment.toml": "tests",
    "materials.toml": "materials",
    "ordering.toml": "order_rules",
    "design_notes.toml": "design_notes",
    "features.toml": "features",
}


def complaint(folder: Path, name: str, old: str, new: str) -> str:
    """Return what is said about a shipped file after one replacement."""
    text = resource_path("catalog", name).read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path = folder / name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        getattr(Knowledge(CATALOG, folder), FILES[name])
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert message.isprintable()
    assert len(message) < len(str(path)) + 400
    return message.removeprefix(f"{path}: ")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'high = "rated_voltage_v"',
            'high = "rated_volts"',
            "groups, group 1, ratings, rating 3, high: expected a number or the name of a rating",
        ),
        (
            'high = "rated_voltage_v"\n',
            "",
            "rating 3, value: expected a number, or low and high, but it is missing",
        ),
        (
            'high = "rated_voltage_v"',
            "high = true",
            "rating 3, high: expected a number, found True",
        ),
        ('name = "Rated voltage"', 'name = ""', "rating 3, name: expected a text, found ''"),
        (
            'id = "rated-voltage"',
            'id = "rated-current-total"',
            "id: expected an id that no other entry of the file has, found 'rated-current-total'",
        ),
        (
            'remark = "AC or DC"',
            'remarks = "AC or DC"',
            "rating 3, remarks: expected no such field here",
        ),
        (
            'source = "characteristics"',
            'source = "charts"',
            "rating 1, source: expected the name of a table under sources, found 'charts'",
        ),
        (
            'pair_source = "mating_cycles"',
            'pair_source = "cycles"',
            "pair_source: expected socket_dimensions or",
        ),
        (
            'product = "inspection"',
            'product = "gold"',
            "product: expected standard or inspection, found 'gold'",
        ),
        (
            "low = -55\nhigh = 85",
            "low = 85\nhigh = 85",
            "high: expected a number above low, 85, found 85",
        ),
        (
            "value = 0\ntolerance = 0.2",
            "value = 0\ntolerance = -0.2",
            "tolerance: expected a number above 0, found -0.2",
        ),
        (
            "value = 0\ntolerance = 0.2",
            "low = 0\ntolerance = 0.2",
            "value: expected a number, to which the tolerance belongs",
        ),
        (
            "value = 300\n",
            "value = 300\nhigh = 2\n",
            "value: expected either a value, or low and high, found 300",
        ),
        (
            '{ name = "for", high = 5',
            "{ high = 5",
            "conditions, figure 1, name: expected a text, but it is missing",
        ),
        (
            'title = "Electrical"\n',
            "",
            "groups, group 1, title: expected a text, but it is missing",
        ),
        ("[[groups]]", "edition = 1\n[[groups]]", "edition: expected no such field here"),
    ],
)
def test_ratings(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert expected in complaint(tmp_path, "ratings.toml", old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "duration = { value = 120",
            "duration = { values = 120",
            "tests, test 2, duration, value: expected a number",
        ),
        (
            'duration = { value = 120, unit = "h" }\n',
            "",
            "tests, test 2, duration: expected a table, but it is missing",
        ),
        (
            "tolerance = 2",
            "tolerance = 0",
            "test 2, conditions, figure 1, tolerance: expected a number above 0, found 0",
        ),
        (
            "plus = 0",
            "plus = -1",
            "test 1, steps, step 1, temperature, plus: expected a number from 0 up, found -1",
        ),
        (", minus = 3", "", "temperature, minus: expected a number, but it is missing"),
        ('state = "header and socket mated"\n', "", "test 1, state: expected a text"),
        (
            "limits = [{ name",
            "limit = [{ name",
            "test 4, limits: expected what has to hold after the test",
        ),
        (
            "steps = [",
            "step = [",
            "test 1, conditions: expected conditions, or the steps of a profile",
        ),
        (
            'id = "humidity"',
            'id = "thermal-shock"',
            "test 2, id: expected an id that no other entry",
        ),
        ('id = "humidity"', 'id = "humidity"\nhot = 1', "test 2, hot: expected no such field here"),
    ],
)
def test_environment(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert expected in complaint(tmp_path, "environment.toml", old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'halves = ["socket"]',
            'halves = ["plug"]',
            "parts, part 3, halves: expected a list of socket or header, found ['plug']",
        ),
        (
            'halves = ["socket"]',
            "halves = []",
            "parts, part 3, halves: expected a list of socket or header",
        ),
        (
            'base = "nickel"\n',
            "",
            "parts, part 2, base: expected both platings, or none, but it is missing",
        ),
        (
            'surface = "gold"\n',
            "",
            "parts, part 2, surface: expected both platings, or none, but it is missing",
        ),
        ('material = "copper alloy"\n', "", "parts, part 2, material: expected a text"),
        (
            'table = "Specifications',
            'tables = "Specifications',
            "sources, materials, table: expected a text",
        ),
        (
            'id = "contact-portion"',
            'id = "body"',
            "parts, part 2, id: expected an id that no other entry",
        ),
    ],
)
def test_materials(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert expected in complaint(tmp_path, "materials.toml", old, new)


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "ordering.toml",
            "pieces_a_unit = 50",
            "pieces_a_unit = 0",
            "mounting_samples, pieces_a_unit: expected a whole number above 0, found 0",
        ),
        (
            "ordering.toml",
            "pieces_a_unit = 50",
            "pieces_a_unit = 2.5",
            "mounting_samples, pieces_a_unit: expected a whole number above 0, found 2.5",
        ),
        (
            "ordering.toml",
            'product = "standard"',
            'product = "best"',
            "groups, group 1, product: expected standard or inspection, found 'best'",
        ),
        (
            "ordering.toml",
            "[mounting_samples]",
            "[samples]",
            "mounting_samples: expected a table, but it is missing",
        ),
        (
            "design_notes.toml",
            'document = "Panasonic A4S datasheet, 2016"',
            "",
            "document: expected a text, but it is missing",
        ),
        (
            "design_notes.toml",
            "computed = true",
            'computed = "yes"',
            "groups, group 1, notes, note 2, computed: expected true or false, found 'yes'",
        ),
        (
            "design_notes.toml",
            'id = "positioning-tabs"',
            'id = "placement-error"',
            "note 3, id: expected an id that no other entry",
        ),
        (
            "design_notes.toml",
            "low = 0.2, high = 0.3",
            "low = 0.3, high = 0.2",
            "note 2, figures, figure 1, high: expected a number above low, 0.3, found 0.2",
        ),
        (
            "design_notes.toml",
            'unit = "mm" }]\nlayer = "courtyard"',
            'units = "mm" }]\nlayer = "courtyard"',
            "figure 1, units: expected no such field here",
        ),
        (
            "design_notes.toml",
            'section = "Precautions',
            'sections = "Precautions',
            "section: expected a text, but it is missing",
        ),
        (
            "features.toml",
            "value = 3000",
            'value = "3000"',
            "notes, note 1, figures, figure 1, value: expected a number, found '3000'",
        ),
        (
            "features.toml",
            'rule = "1"',
            "rule = 1",
            "groups, group 1, notes, note 1, rule: expected a text, found 1",
        ),
        (
            "features.toml",
            'text = "Complies with RoHS."',
            "",
            "note 2, text: expected a text, but it is missing",
        ),
    ],
)
def test_notes(tmp_path: Path, name: str, old: str, new: str, expected: str) -> None:
    assert expected in complaint(tmp_path, name, old, new)


@pytest.mark.parametrize(("name", "part"), FILES.items())
def test_a_file_that_is_missing_or_no_toml(tmp_path: Path, name: str, part: str) -> None:
    with pytest.raises(DataError, match="cannot be read") as caught:
        getattr(Knowledge(CATALOG, tmp_path), part)
    assert str(tmp_path / name) in str(caught.value)
    (tmp_path / name).write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match="is not UTF-8 text"):
        getattr(Knowledge(CATALOG, tmp_path), part)
    (tmp_path / name).write_text("groups = [", encoding="utf-8")
    with pytest.raises(DataError, match="is not valid TOML"):
        getattr(Knowledge(CATALOG, tmp_path), part)


def test_a_shipped_file_that_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "resources"
    shutil.copytree(resource_path("catalog"), root / "catalog")
    (root / "catalog" / "ratings.toml").unlink()
    monkeypatch.setattr("a4s_gui.resources.resource_root", lambda: root)

    with pytest.raises(ResourceError, match=r"ratings\.toml: .* install a4s-gui again"):
        _ = Knowledge(CATALOG).ratings
