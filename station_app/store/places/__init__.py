"""Places as they are kept."""
