"""Changing the employer: whether, from which day, on which conditions, and who pays, for workers and advisers."""
