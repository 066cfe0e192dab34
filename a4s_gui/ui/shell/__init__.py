"""The window around it all: start, menus, tool bar, docks, status line."""
