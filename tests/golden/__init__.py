"""What the example must come to, field by field, and the command that writes it again."""
