"""The catalogue of items as it is shipped and as it is kept."""
