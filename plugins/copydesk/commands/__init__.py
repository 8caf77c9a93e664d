"""The terminal's commands: one module each, with its arguments and what it runs.

A module that `NAMES` lists offers `EXAMPLE` (a line to type), `arguments(parser)` and `run(args, settings) -> int`, the
exit code: 0 when all is well, 1 when a seed or post needs a person, 2 for a command that cannot be carried out.
"""

# What each does, in the order in which the help lists them: it is said without loading any.
NAMES = {
    "digest": "Make posts of the seeds that are new or have changed.",
    "convert": "Print the posts that files or folders would become, and write nothing.",
    "group": "Print for each Markdown post its story, what it is a copy of, related articles and topics.",
    "explain": "Show a dump line by line, with the rule that dropped each dropped line.",
    "status": "Say of each seed whether it is new, made, edited by a person, in conflict or set aside, and why.",
    "resolve": "Merge an edited post with the version that its changed seed would make, and settle the conflict.",
    "check": "Look over topics, posts, settings and seeds; exits 1 with file, line and cure if one needs mending.",
    "tags": "List the tags that are spelt in several ways, or with --fix write the one spelling into the posts.",
    "topics": "Suggest topics that the posts are on and nobody has named; --write makes their files.",
    "fetch": "Save pages and feeds from the web as seeds, each beside a side-car that keeps its address.",
}
