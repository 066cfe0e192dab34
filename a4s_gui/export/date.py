"""The date that sheets carry."""

from __future__ import annotations

import datetime as dt
import os

from a4s_gui.errors import A4sError

_VARIABLE = "SOURCE_DATE_EPOCH"


def export_date() -> dt.date:
    """Return today, or the day that ``SOURCE_DATE_EPOCH`` names, for files that can be made again.

    Raises
    ------
    A4sError
        The variable holds something else than seconds since 1970.
    """
    given = os.environ.get(_VARIABLE)
    if not given:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.datetime.fromtimestamp(int(given), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise A4sError(
            f"{_VARIABLE}: “{given}” is no number of seconds since 1970; correct or unset it"
        ) from error
