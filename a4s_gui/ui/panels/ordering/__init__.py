"""The panel: ordering."""
