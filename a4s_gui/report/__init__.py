"""What is said of a pair, in sections, chapters and records. No Qt, no drawing."""
