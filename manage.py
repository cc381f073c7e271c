#!/usr/bin/env python3
"""Which command is asked for? The same as `dekkend COMMAND`, for those who look for manage.py."""

from dekkend.config.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
