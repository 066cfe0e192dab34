"""What follows from the ratings: currents and forces."""
