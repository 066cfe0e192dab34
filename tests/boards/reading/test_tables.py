"""Pad lists, pin lists and pairs of names."""

from __future__ import annotations

import pytest

from a4s_gui.boards.model import BoardFileError
from a4s_gui.boards.reading.tables import read_same_names, read_table


def test_a_pin_list_names_its_part_and_nets() -> None:
    pins = read_table("part,AXE510127\npin,net\n1,GND\n2,\n10,VBAT\nMP,GND\n1,X\n", "p").pin_list

    assert pins is not None
    assert pins.part == "AXE510127"
    assert pins.nets == {"1": "GND", "2": "", "10": "VBAT", "MP": "GND"}
    assert pins.doubled == ("1",)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_spreadsheets_separate_otherwise(separator: str) -> None:
    pins = read_table(f"# a remark\n1{separator}GND, analogue\n", "p").pin_list

    assert pins is not None
    assert pins.nets == {"1": "GND, analogue"}


def test_terminals_that_share_a_name_and_a_net_may_stand_there_four_times() -> None:
    pins = read_table("1,GND\nMP,GND\nMP,GND\nSH,GND\nSH,VBAT\n", "p").pin_list

    assert pins is not None
    assert pins.doubled == ("SH",)


def test_blanks_before_a_quotation_mark_belong_to_no_name() -> None:
    pins = read_table('1, "GND, analogue"\n2, "SDA"\n', "p").pin_list

    assert pins is not None
    assert pins.nets == {"1": "GND, analogue", "2": "SDA"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1,GND\nhello there\n", "p, line 2: expected a pin and its net"),
        ("part,AXE510127\n", "p, line 2: expected a pin and its net, as in 1,GND, found “nothing”"),
        ('1,GND\n2,"SDA\n3,SCL\n', "p, line 2: expected a line of a table, its quotation marks"),
        ("1,GND\n" * 100_001, "p, line 100002: expected at most 100,000 lines, found “more”"),
        ("half,part_number,number\n", "p, line 1: expected the column x_mm"),
        (
            "half,part_number,number,x_mm,y_mm,width_mm,height_mm\nsocket,A,1,0,0,wide,1\n",
            "p, line 2: expected a length in mm, found “wide”",
        ),
        ("half,part_number,number,x_mm,y_mm,width_mm,height_mm\nsocket,A\n", "expected 7 cells"),
    ],
)
def test_a_wrong_line_is_named(text: str, message: str) -> None:
    with pytest.raises(BoardFileError, match=message):
        read_table(text, "p")


def test_pairs_of_names_are_two_a_line() -> None:
    assert read_same_names("VBAT,BAT+\nSDA;I2C_SDA\n".replace(";", ","), "s") == (
        ("VBAT", "BAT+"),
        ("SDA", "I2C_SDA"),
    )
    with pytest.raises(BoardFileError, match="s, line 1: expected two names"):
        read_same_names("VBAT\n", "s")


def test_a_pad_list_with_nets_keeps_them() -> None:
    head = "half,part_number,number,role,x_mm,y_mm,width_mm,height_mm,net\n"
    row = "socket,AXE540127,1,contact,-3.8,-1.125,0.23,0.65,VBAT\n"
    (component,) = read_table(head + row, "pads.csv").components
    assert [pad.net for pad in component.pads] == ["VBAT"]
