"""``python -m cica_events`` is the command ``cica-events``."""

from .cli import main

raise SystemExit(main())
