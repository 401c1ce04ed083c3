"""Papers as templates: a small language for their words, and what a template tells."""
