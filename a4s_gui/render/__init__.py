"""How a scene becomes pixels or a file's own drawing commands."""
