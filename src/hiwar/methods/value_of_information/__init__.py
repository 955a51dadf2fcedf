"""What it is worth to know before choosing, and which alternative is best where."""
