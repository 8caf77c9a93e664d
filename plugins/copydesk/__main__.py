"""The terminal's door: `copydesk`, also `python -m copydesk`."""

from __future__ import annotations

import argparse
import importlib
import runpy
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk import commands
from copydesk.model import CopydeskError
from copydesk.nearest import offer
from copydesk.settings import CONF, PELICANS, Settings, check_disk, from_pelican, placed, root_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name -> its exit code. Errors are told in a sentence, with code 2."""
    say_anything()
    words = sys.argv[1:] if argv is None else argv
    root = Path.cwd()
    try:
        args = parser(named(words)).parse_args(words)
        settings = site(args.settings)
        root = settings.root
        return int(args.run(args, settings))
    except CopydeskError as error:
        return ended(error, str(error.told_from(root)), 2)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has seen enough, as `head` does
        return 0
    except OSError as error:
        return ended(error, f"{error.filename or 'the disk'}: {error.strerror or error}. Mend it there.", 2)
    except KeyboardInterrupt as stop:
        return ended(stop, "stopped; what was finished is in place.", 130)


def ended(error: BaseException, said: str, code: int) -> int:
    """Say what ended a command, below what it has to say of its work until then -> the exit code."""
    print(*getattr(error, "__notes__", ()), f"copydesk: {said}", sep="\n", file=sys.stderr)
    return code


def say_anything() -> None:
    """Have no name of a file break off what is printed: what an encoding lacks is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def named(words: Sequence[str]) -> str:
    """The command that the words begin with, "" where there is none; raises `CopydeskError` for a word that is none."""
    first = command(words)
    if first and first not in commands.NAMES:
        raise CopydeskError("command", f"“{first}” is no command.", offer(first, commands.NAMES))
    return first


def command(words: Sequence[str]) -> str:
    """The first word that is neither an option nor the value of one."""
    left = iter(words)
    for word in left:
        if not word.startswith("-"):
            return word
        if word == "--settings":
            next(left, "")
    return ""


def parser(chosen: str) -> argparse.ArgumentParser:
    """The command line: all commands by name, and what the chosen one takes: of the others nothing is loaded."""
    what = "Raw news text in, posts for a newspaper out."
    top = argparse.ArgumentParser(prog="copydesk", description=what, allow_abbrev=False)
    top.add_argument("--version", action=Version)
    top.add_argument("--settings", type=Path, metavar="FILE", help=f"the site's settings (default: {CONF} here)")
    several = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, what in commands.NAMES.items():
        one = several.add_parser(name, help=what, description=what)
        if name == chosen:
            equip(one, importlib.import_module(f"copydesk.commands.{name}"))
    return top


def equip(parser: argparse.ArgumentParser, module: Any) -> None:
    """Give a command's parser what the command's module says."""
    parser.epilog = f"example: {module.EXAMPLE}"
    module.arguments(parser)
    parser.set_defaults(run=module.run)


class Version(argparse.Action):
    """Says which release of the desk this is."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="say which release this is")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Look it up only when it is asked for: every command would pay."""
        from importlib.metadata import version

        print(f"copydesk {version('copydesk')}")
        parser.exit()


def site(conf: Path | None) -> Settings:
    """The settings of the site in this folder, or of the one whose settings file is named."""
    path = conf or Path(CONF)
    if not path.is_file():
        if conf:
            raise CopydeskError("settings", "There is no such settings file.", "Name a pelicanconf.py.", str(conf))
        return Settings(root=Path.cwd())
    given = told(path)
    given |= {key: placed(path.parent / str(given.get(key) or default)) for key, default in PELICANS.items()}
    settings = from_pelican(given, root_of(given["PATH"]))
    check_disk(settings)
    return settings


def told(path: Path) -> dict[str, Any]:
    """What a settings file sets; raises `CopydeskError` naming the line at which it fails."""
    try:
        return dict(runpy.run_path(str(path)))
    except SyntaxError as error:
        raise unusable(path, error.lineno or 0, error.msg) from error
    except Exception as error:
        frames = reversed(traceback.extract_tb(error.__traceback__))
        line = next((frame.lineno or 0 for frame in frames if frame.filename == str(path)), 0)
        raise unusable(path, line, f"{type(error).__name__}: {error}") from error


def unusable(path: Path, line: int, why: str) -> CopydeskError:
    """The refusal of a settings file."""
    return CopydeskError("settings", f"The settings cannot be read: {why}.", "Mend that line.", str(path), line)


if __name__ == "__main__":
    sys.exit(main())
