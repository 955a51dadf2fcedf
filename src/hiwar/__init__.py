"""Hiwar: from a policy paper to a decision that can be defended."""

__version__ = "0.1.0"
