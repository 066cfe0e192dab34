"""Which nets are taken for supplies: guessed, or as the user typed them."""

from __future__ import annotations

from collections.abc import Iterable

from a4s_gui.boards.audit.connector_audit import Audit
from a4s_gui.boards.nets import NetNames, plain_name


def supply_names(text: str) -> NetNames:
    """Return how nets are compared where these names, with commas between, are the supplies.

    An empty text has them guessed.
    """
    typed = {name.strip().casefold() for name in text.split(",") if name.strip()}
    return NetNames(supply=lambda name: name.casefold() in typed) if typed else NetNames()


def supplies_of(audits: Iterable[Audit], names: NetNames) -> list[str]:
    """Return the nets of some connectors that are taken for supplies."""
    nets = {net for audit in audits for net in audit.connector.nets_at.values()}
    return sorted({plain_name(net) for net in nets if names.is_supply(net)})
