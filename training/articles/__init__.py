"""Training of the articles stage's forest."""
