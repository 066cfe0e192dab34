"""What the user has chosen, what follows from it and what is remembered. No Qt."""
