"""Pregnancy and birth: leave, allowance, lump sum, and promises that do not count, for workers and who helps them."""
