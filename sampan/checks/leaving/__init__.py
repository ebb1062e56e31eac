"""Leaving or being dismissed: notice, last pay, what may not be kept, for workers and who helps them."""
