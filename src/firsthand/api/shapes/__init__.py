"""What travels: one file a resource. Fields may be added; those that are there keep their meaning."""
