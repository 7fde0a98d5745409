"""`python -m uprtracker`: the same as the `uprtracker` command."""

import sys

from uprtracker.cli import main

sys.exit(main())
