"""Consents, guardians, requests and what is withheld, as they are kept."""
