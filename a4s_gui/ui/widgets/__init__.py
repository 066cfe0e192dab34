"""Widgets that know nothing of this program."""
