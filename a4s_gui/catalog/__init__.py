"""What can be bought. Part numbers, pairs and query; the standard library only."""
