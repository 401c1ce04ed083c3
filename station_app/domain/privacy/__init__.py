"""Which field is how sensitive, and what of it may be seen where."""
