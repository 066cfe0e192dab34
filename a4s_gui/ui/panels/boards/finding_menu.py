"""The menu of a finding: its pad, and copying it or all of them as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from a4s_gui.boards.audit.finding import Finding
from a4s_gui.catalog.numbers import pluralize
from a4s_gui.ui.core.clipboard import copy_text
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.widgets.menus import Entry, Item


def finding_items(
    controller: Controller,
    finding: Finding | None,
    findings: Sequence[Finding],
    show: Callable[[Finding], object],
) -> list[Item]:
    """Return what can be done with a finding, and with all that stand beside it.

    ``finding`` is the one that is meant, ``None`` beneath the last one; ``findings`` are all of its
    connector; ``show`` selects the pad of one.
    """
    copy = partial(copy_text, controller)
    every = "".join(f"{finding_text(one)}\n" for one in findings)
    number = pluralize(len(findings), "finding")
    copy_all = Entry("Copy &all", partial(copy, every, f"{number} copied"), bool(findings))
    if finding is None:
        return [copy_all]
    return [
        Entry("&Show its pad", partial(show, finding), bool(finding.pads)),
        None,
        Entry("Copy &finding", partial(copy, finding_text(finding), "Finding copied")),
        copy_all,
    ]


def finding_text(finding: Finding) -> str:
    """Return a finding in one line: how bad it is, its rule, and what it is."""
    return f"{finding.level}, {finding.rule}: {finding.text}"
