"""Yearly paid leave: how many days are due and left, for workers and those who help them."""
