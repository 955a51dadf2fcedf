"""The sections of the brief, one module each: answers in, blocks out."""
