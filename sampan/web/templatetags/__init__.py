"""Template words of the common look."""
