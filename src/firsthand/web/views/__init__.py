"""What the desk's own pages show, worked out from the desk's values; no HTML here."""
