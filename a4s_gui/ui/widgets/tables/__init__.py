"""Tables: columns, rows that can be chosen, and what is told where there is no room."""
