"""The design rules that can be worked out for a pair on its land pattern."""
