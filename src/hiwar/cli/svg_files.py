"""Pictures as files of their own."""

COMMON_TYPE = "Segoe UI, Helvetica, Arial, sans-serif"


def by_itself(drawn: str) -> str:
    """A picture made for a page, as a file of its own that says what it is, in type that every machine has."""
    drawn = drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return drawn.replace('font-family="Hiwar Chart"', f'font-family="Hiwar Chart, {COMMON_TYPE}"')
