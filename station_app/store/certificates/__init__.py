"""Certificates as they are kept."""
