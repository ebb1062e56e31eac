"""How long is temporary: what each period in Japan allows and counts for, for workers and those who help them."""
