"""Hostile pages: made at random, for the property tests and for the longer run of `make fuzz`."""
