"""Plain solids of a connector as STEP files (AP214), in millimetres."""
