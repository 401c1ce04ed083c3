"""What may be done about people's rights over their own data."""
