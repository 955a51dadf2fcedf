"""``python -m hiwar.cli`` is the command ``hiwar``."""

from hiwar.cli import main

main()
