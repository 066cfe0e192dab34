"""Part numbers: the ordering key, what a text may mean, and the nearest numbers that exist."""
