"""KiCad footprints, one file for each half."""
