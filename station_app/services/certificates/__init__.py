"""Certificates: issued, put into words and drawn on paper."""
