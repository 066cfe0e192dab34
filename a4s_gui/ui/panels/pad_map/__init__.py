"""The panel: pad map."""
