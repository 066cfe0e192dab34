"""Finding connectors of the series among the components of a file, by name or by their pads."""
