"""The panel: details."""
