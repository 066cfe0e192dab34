"""The panel: land pattern."""
