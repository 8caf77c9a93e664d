"""content/tags.toml in, Vocabulary out: the editor's aliases and the tags that are never to be used."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.model import CopydeskError

LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True)
class Vocabulary:
    """`aliases` maps a spelling to the tag that stands for it, in the file's order; `banned` are tags never used."""

    aliases: tuple[tuple[str, str], ...] = ()
    banned: tuple[str, ...] = ()


def vocabulary(path: Path) -> Vocabulary:
    """What the editor's file says; an absent file says nothing. Raises `CopydeskError` for a file that is no such."""
    if not path.is_file():
        return Vocabulary()
    text = decoded(path)
    try:
        told = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML, or a number of thousands of digits
        line = LINE.search(str(error))
        raise fault(path, f"This is no valid TOML: {error}.", int(line.group(1)) if line else 1) from error
    unknown = sorted(set(told) - {"alias", "ban"})
    if unknown:
        raise fault(path, f"[{unknown[0]}] means nothing here.", line_of(text, unknown[0]))
    return Vocabulary(aliases(told.get("alias", {}), text, path), banned(told.get("ban", {}), text, path))


def decoded(path: Path) -> str:
    """The file's text, without the mark that some programs begin one with; raises `CopydeskError` if it is no UTF-8."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message, hint = "is not UTF-8 text.", "Save it as UTF-8."
        raise CopydeskError("vocabulary", message, hint, path.as_posix(), line) from error


def aliases(told: Any, text: str, path: Path) -> tuple[tuple[str, str], ...]:
    """The lines of [alias]."""
    if not isinstance(told, dict):
        raise fault(path, "[alias] wants one line for each alias.", line_of(text, "alias"))
    for short, tag in told.items():
        if not isinstance(tag, str) or not tag.strip():
            raise fault(path, f'The alias "{short}" wants a tag in quotes.', line_of(text, short))
    return tuple((short, " ".join(tag.split())) for short, tag in told.items())


def banned(told: Any, text: str, path: Path) -> tuple[str, ...]:
    """The tags of [ban]."""
    tags = told.get("tags", []) if isinstance(told, dict) and told.keys() <= {"tags"} else None
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise fault(path, "[ban] wants a list of tags in quotes.", line_of(text, "ban"))
    return tuple(tags)


def line_of(text: str, word: str) -> int:
    """The first line that has the word, from 1."""
    return next((number for number, line in enumerate(text.splitlines(), 1) if word in line), 1)


def fault(path: Path, message: str, line: int) -> CopydeskError:
    """The error that names the file, the line and the cure."""
    hint = 'Write [alias] with lines like "EV" = "Electric vehicles", and [ban] with tags = ["News"].'
    return CopydeskError("vocabulary", message, hint, path.as_posix(), line)
