"""Answers in, document out."""
