"""A second calculation of every number, in plain Python, to hold the marts against."""
