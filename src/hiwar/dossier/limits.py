"""How much of a stranger's case is read: sizes, counts, depth. Beyond these a case is refused in words."""

MAX_FILE_BYTES = 8 * 1024**2
"""One YAML file."""
MAX_CASE_BYTES = 64 * 1024**2
"""All YAML files of a case together."""
MAX_FILES = 2000
"""YAML files of a case."""
MAX_FOLDER_ENTRIES = 20_000
"""Files and folders of any kind below a case's folder."""
MAX_FOLDER_DEPTH = 16
MAX_DEPTH = 64
"""Levels of lists and mappings inside each other, aliases expanded."""
MAX_NODES = 500_000
"""Values in all files of a case, aliases expanded."""
MAX_SOURCE_BYTES = 64 * 1024**2
"""One source document (PDF, DOCX, TXT)."""
MAX_SOURCE_UNPACKED_BYTES = 256 * 1024**2
"""A DOCX once unpacked."""
MAX_SOURCE_PAGES = 3000
MAX_SOURCE_CHARACTERS = 20_000_000
MAX_SOURCE_SECONDS = 60
MAX_SOURCE_MEMORY_BYTES = 2 * 1024**3
