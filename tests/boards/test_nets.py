"""Names of nets: paths, automatic names, supplies, names that mean one net."""

from __future__ import annotations

import pytest

from a4s_gui.boards.nets import NetNames, is_supply, plain_name

SUPPLIES = ("GND", "AGND", "GND_A", "VCC", "VDD_IO", "VBAT", "+3V3", "3V3", "1V8_A", "+5V", "VBUS")
MORE_SUPPLIES = ("VSYS", "BAT+", "PWR_IN", "USB_VBUS")
SIGNALS = ("SDA", "SCL", "RESET#", "CLK", "D0", "USB_DP", "LED1", "VSYNC", "BATON", "SIG3", "3")


@pytest.mark.parametrize(
    ("net", "plain"),
    [
        ("GND", "GND"),
        ("/power/VBAT", "VBAT"),
        ("/SDA", "SDA"),
        ("I2C{slash}SDA", "I2C/SDA"),
        ("Net-(J1-Pad3)", ""),
        ("unconnected-(J1-Pin_3-Pad3)", ""),
        ("ED-(J10-PAD12)", ""),  # a netlist's 14 last characters, in capitals
        ("N$12", ""),
        ("NetJ1_5", ""),
        ("NETU12_AB7", ""),
        ("No Net", ""),
        ("N00123", ""),
        ("$1N4711", ""),
        ("$$$123", ""),
        ("Net 12", ""),
        ("NETWORK1_TX", "NETWORK1_TX"),
        ("NETA1_TX", "NETA1_TX"),
        ("N1234", "N1234"),
        ("~RESET", "~{RESET}"),  # of KiCad 5
        ("/mcu/~RESET~", "~{RESET}"),
        ("SPI_~CS~_A", "SPI_~{CS}_A"),
        ("/~{RESET}", "~{RESET}"),
        ("$RESET", "$RESET"),
        ("", ""),
    ],
)
def test_what_a_net_is_compared_by(net: str, plain: str) -> None:
    assert plain_name(net) == plain


@pytest.mark.parametrize(
    "name",
    [
        "GND",
        "AGND",
        "GND_A",
        "VCC",
        "VDD_IO",
        "VBAT",
        "+3V3",
        "3V3",
        "1V8_A",
        "+5V",
        "VBUS",
        "VSYS",
        "BAT+",
        "PWR_IN",
        "USB_VBUS",
    ],
)
def test_supplies_are_guessed(name: str) -> None:
    assert is_supply(name)


@pytest.mark.parametrize("name", SIGNALS)
def test_signals_are_no_supplies(name: str) -> None:
    assert not is_supply(name)


def test_names_that_mean_one_net_are_joined_over_others() -> None:
    names = NetNames((("VBAT", "BAT+"), ("CELL", "/x/BAT+"), ("A", "B")))

    assert names.net("/p/CELL") == names.net("VBAT") == names.net("BAT+")
    assert names.net("A") == names.net("B") != names.net("VBAT")
    assert names.net("vbat") == "vbat"
