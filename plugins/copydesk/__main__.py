"""The terminal's door: `copydesk`, also `python -m copydesk`."""

from __future__ import annotations

import argparse
import importlib
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk import commands
from copydesk.model import CopydeskError
from copydesk.settings import CONF, Settings, from_pelican

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name -> its exit code. Errors are told in a sentence, with code 2."""
    words = sys.argv[1:] if argv is None else argv
    args = parser(named(words)).parse_args(words)
    try:
        return int(args.run(args, site(args.settings)))
    except CopydeskError as error:
        print(f"copydesk: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has seen enough, as `head` does
        return 0
    except KeyboardInterrupt:
        print("copydesk: stopped; what was finished is in place.", file=sys.stderr)
        return 130


def named(words: Sequence[str]) -> Sequence[str]:
    """The commands that could be meant, all where none is named: what only others need is not loaded."""
    return [name for name in commands.NAMES if name in words] or commands.NAMES


def parser(names: Sequence[str]) -> argparse.ArgumentParser:
    """The command line: one sub-command for each of these modules of `commands`."""
    top = argparse.ArgumentParser(prog="copydesk", description="Raw news text in, posts for a newspaper out.")
    top.add_argument("--settings", type=Path, metavar="FILE", help=f"the site's settings (default: {CONF} here)")
    several = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name in names:
        module = importlib.import_module(f"copydesk.commands.{name}")
        one = several.add_parser(name, help=module.HELP, description=module.HELP, epilog=f"example: {module.EXAMPLE}")
        module.arguments(one)
        one.set_defaults(run=module.run)
    return top


def site(conf: Path | None) -> Settings:
    """The settings of the site in this folder, or of the one whose settings file is named."""
    path = conf or Path(CONF)
    if not path.is_file():
        if conf:
            raise CopydeskError("settings", "There is no such settings file.", "Name a pelicanconf.py.", str(conf))
        return Settings(root=Path.cwd())
    root = path.resolve().parent
    given = dict(runpy.run_path(str(path)))
    given["PATH"] = root / str(given.get("PATH") or "content")
    return from_pelican(given, root)


if __name__ == "__main__":
    sys.exit(main())
