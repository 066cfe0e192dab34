"""The panel: filters."""
