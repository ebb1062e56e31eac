"""Work injury: what the employer and the accident insurance pay, and until when, for workers and who helps them."""
