"""Everything of the night that is not SQL: load, transform, check, publish."""
