"""The errors meant for the user: each is one line that says what, where and what to do."""

from __future__ import annotations


class A4sError(Exception):
    """Base of every error that is the user's to read; ``str()`` of it is one complete line."""


class ResourceError(A4sError):
    """A file that ships with the program is missing or unreadable."""
