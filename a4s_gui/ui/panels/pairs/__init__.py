"""The panel: pairs."""
