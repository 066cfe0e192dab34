"""The views of a pair, each a function from a specification and a scale to a scene."""
