"""The terminal's commands: one module each, with its help, its arguments and what it runs.

A module that `NAMES` lists offers `HELP` (a sentence), `EXAMPLE` (a line to type), `arguments(parser)` and
`run(args, settings) -> int`, the exit code: 0 when all is well, 1 when a seed or post needs a person, 2 for a
command that cannot be carried out.
"""

# The order in which the help lists them.
NAMES = (
    "digest",
    "convert",
    "group",
    "explain",
    "status",
    "resolve",
    "check",
    "tags",
    "topics",
    "fetch",
)
