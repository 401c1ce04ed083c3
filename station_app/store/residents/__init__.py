"""Residents as they are kept."""
