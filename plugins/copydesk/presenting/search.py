"""The built site in, its search index out: Pagefind's, in bundles of some years each, made anew where pages changed."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from copydesk.model import CopydeskError
from copydesk.writing import renew, write

FOLDER, NOTE, LIST = "pagefind", "pages.sha256", "bundles.json"
ENTRY = "pagefind-entry.json"  # what Pagefind reads first: the names of the rest
BODY = b"data-pagefind-body"
NOTES = 'sup[id^="fnref"], a[href^="#fnref"]'  # the signs that lead to a note and back: nobody looks for these
PARTED = frozenset({"ja", "th", "zh"})  # languages whose words nothing parts: Pagefind does, in an index of theirs
BROKEN = 600  # seconds; two thousand pages take ten

Page = tuple[str, str]
"""A page's date, as ISO 8601 has it, and its path in the output."""


@dataclass(frozen=True)
class Bundle:
    """A part of the index: its folder inside Pagefind's own, its pages, and the language by which words are known.

    The newest bundle of the site's language is that folder itself.
    """

    name: str
    pages: tuple[str, ...]
    lang: str = ""


def shelved(lang: str, pages: Mapping[str, Iterable[Page]], size: int) -> list[Bundle]:
    """The pages of each language -> bundles, those of the site's language `lang` first.

    One language serves all articles, so that one search finds them whatever theirs is, but for those of `PARTED`.
    """
    shelves: dict[str, list[Page]] = {lang: []}
    for own, printed in pages.items():
        base = primary(own)
        shelves.setdefault(base if base in PARTED - {primary(lang)} else lang, []).extend(printed)
    filled = [shelf for shelf in shelves.items() if shelf[1]]
    first, *others = filled or [(lang, [])]
    more = (bundle for tongue, printed in sorted(others) for bundle in bundles(printed, size, tongue, tongue))
    return [*bundles(first[1], size, first[0]), *more]


def primary(lang: str) -> str:
    """A language without its region or script: "zh" for "zh-Hant"."""
    return lang.replace("_", "-").partition("-")[0].lower()


def bundles(pages: Iterable[Page], size: int, lang: str = "", shelf: str = "") -> list[Bundle]:
    """Dated pages -> bundles of at most `size` pages, the newest first; their names begin with that of their `shelf`.

    Years stay together where they fit, and everything is counted from the oldest: a new page changes the newest bundle.
    """
    parts: list[list[Page]] = []
    for _, year in groupby(sorted(pages), key=lambda page: page[0][:4]):
        dated = [*year]
        for chunk in (dated[start : start + size] for start in range(0, len(dated), size)):
            if parts and len(parts[-1]) + len(chunk) <= size:
                parts[-1] += chunk
            else:
                parts.append(chunk)
    named = ("-".join(filter(None, (shelf, name))) for name in names(parts))
    return [Bundle(name, tuple(path for _, path in part), lang) for name, part in zip(named, parts, strict=True)][::-1]


def names(parts: Sequence[list[Page]]) -> list[str]:
    """A name for each part: the year it begins with, numbered where a year has several; none for the newest."""
    seen: Counter[str] = Counter()
    found = []
    for part in parts[:-1]:
        year = part[0][0][:4]
        seen[year] += 1
        found.append(f"{year}-{seen[year]}" if seen[year] > 1 else year)
    return [*found, ""] if parts else []


def index(output: Path, lang: str, pages: Mapping[str, Iterable[Page]], size: int) -> None:
    """Index the articles' pages, by their language, where the index that stands was not made of these very pages.

    Where the theme does not tell Pagefind what an article is, the whole site is one bundle. Raises `CopydeskError`
    where Pagefind is absent or fails.
    """
    if find_spec("pagefind") is None:
        raise CopydeskError("search", "The search index needs Pagefind.", "pip install 'copydesk[search]'")
    told = {own: [page for page in printed if is_marked(output / page[1])] for own, printed in pages.items()}
    parts = shelved(lang, told, size) or [Bundle("", tuple(every_page(output)), lang)]
    folder = output / FOLDER
    kept = {part.name for part in parts if part.name}
    for part in parts:
        index_anew(output, part, kept)
    for note in folder.glob(f"*/{NOTE}"):
        if note.parent.name not in kept:
            shutil.rmtree(note.parent)
    renew(folder / LIST, json.dumps([part.name for part in parts if part.name]))


def is_marked(page: Path) -> bool:
    """Whether a page lies there and tells Pagefind what of it is an article."""
    return page.is_file() and BODY in page.read_bytes()


def every_page(output: Path) -> list[str]:
    """The paths of all pages of the site."""
    found = (path.relative_to(output) for path in output.rglob("*.html") if path.is_file())
    return sorted(path.as_posix() for path in found if path.parts[0] != FOLDER)


def index_anew(output: Path, part: Bundle, kept: set[str]) -> None:
    """Make one bundle's index unless it stands: Pagefind names some files anew each time, which readers fetch again."""
    folder = output / FOLDER / part.name
    how = ["--force-language", part.lang, "--exclude-selectors", NOTES]
    note, pages = folder / NOTE, digest(output, part.pages, how)
    if note.is_file() and note.read_text(encoding="ascii") == pages:
        return
    note.unlink(missing_ok=True)
    with TemporaryDirectory(prefix="copydesk-search-") as room:
        site, made = Path(room, "site"), Path(room, "made")
        for page in part.pages:
            (site / page).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(output / page, site / page)
        run(["--site", str(site), "--output-path", str(made), *how, "--quiet"])
        lay(made, folder, {*kept, LIST} if not part.name else set())
    write(note, pages)


def run(arguments: list[str]) -> None:
    """Run Pagefind; raises `CopydeskError` with what it said if it fails, or says nothing for too long."""
    command = [sys.executable, "-m", "pagefind", *arguments]
    hint = "Build again; the search finds what it found before."
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=BROKEN, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise CopydeskError("search", f"Pagefind was not done in {error.timeout:g} seconds.", hint) from error
    if done.returncode:
        raise CopydeskError("search", f"Pagefind failed: {done.stderr.strip() or done.stdout.strip()}.", hint)


def lay(made: Path, folder: Path, kept: set[str]) -> None:
    """Have a folder hold what was made and what is kept there, and leave alone what is the same.

    What names the other files comes after them, and what it named before goes last: a search always finds its index.
    """
    new = {path.relative_to(made) for path in made.rglob("*") if path.is_file()}
    for name in sorted(new, key=lambda name: (name.name == ENTRY, name)):
        renew(folder / name, (made / name).read_bytes())
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        name = path.relative_to(folder)
        if name not in new and name.parts[0] not in kept:
            path.unlink()


def digest(output: Path, pages: Iterable[str], how: Iterable[str]) -> str:
    """The hex SHA-256 of some pages, their names, and how they are indexed."""
    whole = hashlib.sha256("\0".join(how).encode())
    for page in pages:
        data = (output / page).read_bytes()
        whole.update(f"{page}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()


def watched(arguments: list[str]) -> bool:
    """Whether this build is one of many while a person edits: then the index of the first one does."""
    return bool({"-r", "--autoreload"} & {*arguments})
