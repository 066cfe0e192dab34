"""The panel: part list."""
