"""The command palette: everything that can be done or looked up, found by typing."""
