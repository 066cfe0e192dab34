"""Floor 1: what can be bought. Part numbers, pairs and query; the standard library only."""
