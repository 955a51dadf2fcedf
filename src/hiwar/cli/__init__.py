"""The command ``hiwar``: reads a case, asks, shows. Everything it does is a call of the library."""

import os
import sys


def main() -> None:
    """Run the command; an interrupt leaves no trace on the screen, not even while the program is still loading."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        # a shell may close either stream (`>&-`); Python then has none at all
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
        try:
            from hiwar.cli.app import app
            from hiwar.cli.failures import reported

            with reported():
                app(prog_name="hiwar")
        except KeyboardInterrupt:
            sys.exit(130)
