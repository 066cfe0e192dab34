"""The panel: evidence of the land pattern."""
