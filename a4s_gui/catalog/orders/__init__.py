"""From pieces wanted to what is ordered, and lines for a bill of materials."""
