"""The panel: alternatives."""
