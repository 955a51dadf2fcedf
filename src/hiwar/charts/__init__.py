"""Answer in, chart specification out."""
