"""Path in, Seeds out: one module a format."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from copydesk.language import identify
from copydesk.model import CopydeskError, Facts, Label, Seed, relative
from copydesk.reading import beginnings, files, sidecar
from copydesk.reading.encodings import composed, is_guess
from copydesk.reading.finding import Survey, find, survey
from copydesk.reading.formats import FORMATS, PAGES, is_named
from copydesk.reading.outlet import outlet
from copydesk.reading.raw import Raw
from copydesk.reading.references import unmarked
from copydesk.reading.signing import fingerprint, spelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from copydesk.reading.raw import Reader

__all__ = ["FORMATS", "Survey", "accompanied", "digest", "digests", "find", "glance", "is_named", "read", "survey"]

PACKED = frozenset({".docx", ".pdf"})  # of these no byte may be taken for a line's end

# What takes long to read has a quicker reader for those who want no more than its lines.
GLANCES = FORMATS | dict.fromkeys(PAGES, "html.glance")

# Lines that show a page's language best: a menu is short and often in another one.
LONG_ENOUGH = 60
# What Git LFS and git-annex leave in the place of a file that lies elsewhere yet.
POINTERS = (b"version https://git-lfs.github.com/spec/", b"/annex/objects/")
# The marks that git leaves in a file that it could not merge, in their order.
MARKS = tuple(re.compile(mark, re.MULTILINE) for mark in (rb"^<{7} ", rb"^={7}\r?$", rb"^>{7} "))
FIRST = b"<<<<<<< "
UNMERGED = "holds both sides of a merge of git's: delete its marks, and what is not to stay"
GUESSED = "its encoding does not show: save it as UTF-8 if letters are wrong"
TEXTS = ("text", "markdown", "jsonl")  # what nothing in the file says the encoding of
# The lines of a seed: ten times the longest of reports. More are a log or a table, and judging them takes seconds.
MOST = 20_000


def read(path: Path, root: Path, largest: int = files.LARGEST) -> tuple[Seed | CopydeskError, ...]:
    """A file -> its seeds: one, or as many as the articles it holds (`part` counts them from 1), and its bad parts.

    The file's side-car is applied, encodings are mended, the language identified. Of a suffix that `FORMATS` does not
    name, or none, the beginning tells what it is. `largest` counts bytes. Raises `CopydeskError` for whatever
    cannot be read.
    """
    raw = Raw(relative(path, root), files.content(path, root, largest))
    if raw.content.startswith(POINTERS):
        hint = "Fetch it with `git lfs pull` or `git annex get`."
        raise CopydeskError("pointer", "The file is not here yet, but only a note of where it lies.", hint, raw.path)
    told = sidecar.read(path, root)
    found = reader(path, raw, FORMATS)(raw)
    seeds = [one for one in found if isinstance(one, Seed)]
    if not any(has_words(seed) for seed in seeds):
        raise CopydeskError("empty", "The seed holds no text.", "Delete it, or save the article again.", raw.path)
    if max(len(seed.lines) for seed in seeds) > MOST:
        raise CopydeskError("long", f"has more than {MOST:,} lines.", "Cut it to the article.", raw.path)
    many = len(found) > 1 or seeds[0].part > 0 or bool(seeds[0].key)  # one alone keeps its key: others come and go
    plain = unwound(path, raw.content)
    unmerged = (UNMERGED,) if is_unmerged(raw.content) else ()
    wrong = (*unmerged, GUESSED) if seeds[0].kind in TEXTS and is_guess(raw.content) else unmerged
    finished = (
        finish(
            replace(seed, warnings=(*seed.warnings, *wrong)),
            told,
            part=number if many else 0,
            content=fingerprint(seed) if many else plain,
        )
        for number, seed in enumerate(seeds, 1)
    )
    return (*finished, *(one for one in found if isinstance(one, CopydeskError)))


def glance(path: Path, root: Path, largest: int = files.LARGEST) -> tuple[Seed, ...]:
    """A file's seeds with their lines and outlets only, for gathering furniture; raises as `read` does.

    Pages are not judged, and digests, parts and languages are left out: a tenth of the work.
    """
    raw = Raw(relative(path, root), files.content(path, root, largest))
    told = sidecar.read(path, root)
    found = reader(path, raw, GLANCES)(raw)
    return tuple(replace(one, found=placed(one), told=told) for one in found if isinstance(one, Seed))


def reader(path: Path, raw: Raw, formats: Mapping[str, str]) -> Reader:
    """What reads a file of this name, or of this beginning where the name says nothing; raises `CopydeskError`."""
    told = path.suffix.lower()
    suffix = told if told and told in formats else beginnings.suffix(raw.content, raw.path)
    module, _, function = formats[suffix].partition(".")
    read: Reader = getattr(import_module(f"{__name__}.{module}"), function)
    return read


def digest(path: Path, root: Path, largest: int = files.LARGEST) -> str:
    """The digest that a file's one seed would bear, without reading it as an article; raises as `read` does."""
    return digests(path, root, largest)[0]


def digests(path: Path, root: Path, largest: int = files.LARGEST) -> tuple[str, ...]:
    """The same digest, then those that older desks gave the file where its lines end in CR or CRLF; raises as `read`.

    The desks before folded CRLF alone, and the first ones nothing.
    """
    content, told = files.content(path, root, largest), sidecar.read(path, root)
    older = (content.replace(b"\r\n", b"\n"), content)
    return tuple(sign(one, told) for one in dict.fromkeys((unwound(path, content), *older)))


def accompanied(path: Path, root: Path, cars: Iterable[Path], largest: int = files.LARGEST) -> Iterator[str]:
    """The digests that a file would have beside each of some side-cars that can be read; raises as `read`."""
    content = unwound(path, files.content(path, root, largest))
    for car in cars:
        with suppress(CopydeskError):  # it is named as a stray
            yield sign(content, sidecar.told(car, root))


def unwound(path: Path, content: bytes) -> bytes:
    """A text's bytes with line ends of one kind: git and editors change those, and that changes no article."""
    return content if path.suffix.lower() in PACKED else content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def is_unmerged(content: bytes) -> bool:
    """Whether a file has git's marks, which a text about git may have too."""
    if FIRST not in content:
        return False  # as nearly all files, and the patterns ask at each byte whether a line begins there
    at = 0
    for mark in MARKS:
        found = mark.search(content, at)
        if not found:
            return False
        at = found.end()
    return True


def finish(seed: Seed, told: Facts, part: int, content: bytes) -> Seed:
    """A reader's seed with what people told of it, its digest, its language and its outlet."""
    seed = seed if seed.prepared else replace(seed, lines=unmarked(seed.lines))
    lang = told.lang or language(seed)
    return replace(seed, found=placed(seed), told=seen(told), part=part, digest=sign(content, told), lang=lang)


def placed(seed: Seed) -> Facts:
    """What the file says of itself, with the outlet that its folder names where it names none."""
    found = seen(seed.found)
    return replace(found, source=found.source or outlet(composed(seed.path), seed.lines))


def seen(facts: Facts) -> Facts:
    """The facts, of which a headline, a writer or an outlet that nobody can see is none."""
    return replace(facts, title=shown(facts.title), byline=shown(facts.byline), source=shown(facts.source))


def shown(text: str) -> str:
    """A text, "" of one that has only blanks and signs that steer others or hide, as U+200B."""
    return text if any(unicodedata.category(character)[0] not in "CZ" for character in text) else ""


def sign(content: bytes, told: Facts) -> str:
    """The hex SHA-256 of a seed's bytes and of what people told of it."""
    return hashlib.sha256(content + (spelt(told).encode() if told != Facts() else b"")).hexdigest()


def language(seed: Seed) -> str:
    """What the text shows, or what the source says where the text is too short to show it."""
    texts = [line.text for line in seed.lines if line.markup is not Label.FURNITURE]
    sample = "\n".join([text for text in texts if len(text) >= LONG_ENOUGH] or texts)
    return seed.found.lang if len(sample) < LONG_ENOUGH and seed.found.lang else identify(sample)


def has_words(seed: Seed) -> bool:
    """Whether a seed has a letter or a digit at all."""
    return any(unicodedata.category(character)[0] in "LN" for line in seed.lines for character in line.text)
