"""A contract of work: what was promised beside what was signed, and terms that may not stand in it."""
