"""The panel: boards."""
