"""`pelican.generators.Environment`: Jinja's, which tells what templates read."""

from __future__ import annotations

from pelican import generators

from presswork.patches import Patch
from presswork.templates import TracedEnvironment


def patches() -> list[Patch]:
    """What this module replaces."""
    return [Patch(generators, "Environment", TracedEnvironment)]
