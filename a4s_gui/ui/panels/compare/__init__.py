"""The panel: compare."""
