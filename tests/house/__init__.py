"""The house rules as functions: each names what breaks it, and nothing otherwise."""
