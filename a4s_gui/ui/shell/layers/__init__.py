"""What stands in the list of layers besides their switches."""
