"""The command ``hiwar``: reads a case, asks, shows. Everything it does is a call of the library."""

import sys


def main() -> None:
    """Run the command; an interrupt leaves no trace on the screen, not even while the program is still loading."""
    try:
        from hiwar.cli.app import app
        from hiwar.cli.failures import reported

        with reported():
            app(prog_name="hiwar")
    except KeyboardInterrupt:
        sys.exit(130)
