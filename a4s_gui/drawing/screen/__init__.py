"""A drawing laid out for a view on the screen: arithmetic without Qt."""
