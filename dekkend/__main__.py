"""How is the program started as `python -m dekkend`?"""

from dekkend.config.cli import main

raise SystemExit(main())
