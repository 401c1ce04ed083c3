"""Residents (居民): people, their households, where they live and are registered."""
