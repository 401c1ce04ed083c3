"""What may be done with residents and their households."""
