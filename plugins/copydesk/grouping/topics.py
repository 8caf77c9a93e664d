"""A folder of topic files in, topics and what is wrong with them out."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from slugify import slugify

from copydesk.model import CopydeskError, Post, Topic
from copydesk.nearest import nearest, offer

SUFFIX = ".md"
# How people may end a topic's name, in any case.
MEANT = frozenset({SUFFIX, ".markdown", ".mkd", ".text", ".toml", ".txt"})
TOO_WIDE = 0.5  # a topic that takes half of all articles tells a reader nothing
ENOUGH_POSTS = 20  # below this many posts half of them may well be on one topic
KEYS = ("Title", "Words", "Without", "Articles", "Not", "Slug", "Status")
KNOWN = frozenset(key.casefold() for key in KEYS)
HIDDEN = frozenset({"draft", "hidden"})


class Topics(NamedTuple):
    """The topics that are good, by slug, and an error a person can mend for each that is not."""

    topics: tuple[Topic, ...]
    problems: tuple[CopydeskError, ...]


class Field(NamedTuple):
    """A line of a topic file's head: its value, and the number of its line."""

    value: str
    line: int


def load(folder: Path) -> Topics:
    """Read `*.md` in a folder, in the order of their names; a folder that is not there holds no topics.

    A file that somebody may have meant as a topic, and that is called otherwise, is a problem.
    """
    good: dict[str, Topic] = {}
    try:
        files = sorted(path for path in Path(folder).iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        files = []
    except OSError as error:
        return Topics((), (shut(folder, error),))
    problems = [misnamed(path) for path in files if is_misnamed(path)]
    for path in (path for path in files if path.suffix == SUFFIX):
        try:
            topic = read(path)
            if topic.slug in good:
                raise twice(topic, good[topic.slug])
            good[topic.slug] = topic
        except CopydeskError as problem:
            problems.append(problem)
    return Topics(tuple(good[slug] for slug in sorted(good)), tuple(problems))


def is_misnamed(path: Path) -> bool:
    """Whether a file among the topics is called as one might call a topic, and none is."""
    return path.suffix != SUFFIX and path.suffix.lower() in MEANT and path.is_file()


def misnamed(path: Path) -> CopydeskError:
    """The error of a file among the topics whose name does not say that it is one."""
    message = f"is no topic, as its name does not end in {SUFFIX}."
    return CopydeskError("topic", message, f"Call it {path.stem}{SUFFIX}, or put it elsewhere.", str(path))


def shut(folder: Path, error: OSError) -> CopydeskError:
    """The error of a folder of topics that nobody may look into: without a word the site would have none."""
    message = f"The folder of topics cannot be read ({error.strerror})."
    return CopydeskError("topic", message, "Make it a folder with the rights to read it.", str(folder))


def read(path: Path) -> Topic:
    """Read one topic file; raises `CopydeskError` with its file, line and cure."""
    head, intro = parse(contents(path))
    title = html.unescape(head.get("title", Field("", 0)).value)
    if not title:
        raise lacking("Title", "A topic needs a title.", "Title: EV strategy", head, path)
    words = listed(head, "words")
    if not words:
        raise lacking("Words", f"The topic “{title}” has no words.", "Words: electric vehicle, EV", head, path)
    return Topic(
        slug=slug_of(head, path),
        title=title,
        words=words,
        without=listed(head, "without"),
        pinned=frozenset(listed(head, "articles")),
        barred=frozenset(listed(head, "not")),
        intro=intro,
        path=str(path),
        status=head.get("status", Field("", 0)).value.casefold(),
    )


def contents(path: Path) -> str:
    """A file's text; raises `CopydeskError` where it cannot be read."""
    if not path.is_file():
        raise CopydeskError("topic", "The topic is no regular file.", "Take it away.", str(path))
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        hint = "Save the file as UTF-8 text."
        raise CopydeskError("topic", f"The topic cannot be read ({error}).", hint, str(path)) from error


def parse(text: str) -> tuple[dict[str, Field], str]:
    """The head's fields by lower-case name, and the body; a head ends at the first line that is none of it."""
    head: dict[str, Field] = {}
    lines = text.splitlines()
    name = ""
    for number, line in enumerate(lines):
        before, colon, value = line.partition(":")
        if name and line.startswith("    ") and line.strip():
            head[name] = Field(f"{head[name].value}, {line.strip()}".lstrip(", "), head[name].line)
        elif colon and before and not before[0].isspace() and before.replace("_", "").replace("-", "").isalnum():
            name = before.casefold()
            head[name] = Field(value.strip(), number + 1)
        else:
            return head, "\n".join(lines[number:]).strip()
    return head, ""


def lacking(key: str, message: str, example: str, head: dict[str, Field], path: Path) -> CopydeskError:
    """The error of a topic without what it needs, at the line whose key may be a misspelling of it."""
    near = next((name for name in head if name not in KNOWN and nearest(name, [key])), "")
    cure = f"Did you mean {key} by “{near}”?" if near else f"Add a line such as `{example}`."
    return CopydeskError("topic", message, cure, str(path), line_of(head, near or key.casefold()))


def idle_keys(topic: Topic) -> Iterator[CopydeskError]:
    """The error of each line in a topic's head whose key says nothing: misspelt, or the text's first words."""
    head, _ = parse(contents(Path(topic.path))) if Path(topic.path).is_file() else ({}, "")
    for name in (name for name in head if name not in KNOWN):
        message = f"“{name}” is no key of a topic."
        cure = f"{offer(name, KEYS)} Text begins below a blank line."
        yield CopydeskError("topic", message, cure, topic.path, head[name].line)


def listed(head: dict[str, Field], name: str) -> tuple[str, ...]:
    """The parts of a field between commas, each once, as written."""
    parts = (part.strip() for part in html.unescape(head.get(name, Field("", 0)).value).split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def line_of(head: dict[str, Field], name: str) -> int:
    """The line a field stands in, 1 where it is missing."""
    return head[name].line if name in head else 1


def slug_of(head: dict[str, Field], path: Path) -> str:
    """The `Slug` line, or the file's name: never the title, which may change while the address may not."""
    slug = slugify(head.get("slug", Field("", 0)).value) or slugify(path.stem)
    if not slug:
        hint = "Add a line such as `Slug: ev-strategy`."
        raise CopydeskError("topic", "The topic's name gives no address.", hint, str(path), line_of(head, "slug"))
    return slug


def twice(topic: Topic, other: Topic) -> CopydeskError:
    """The error of a topic whose address another has."""
    message = f"The topic “{topic.title}” has the address of {Path(other.path).name}: {topic.slug}."
    line = line_in(Path(topic.path), "slug")
    return CopydeskError("topic", message, "Give one of them another `Slug`.", topic.path, line)


def check(
    topics: Iterable[Topic],
    posts: Iterable[Post],
    member: Mapping[str, tuple[str, ...]],
    root: Path,
    unlisted: Iterable[Post] = (),
) -> list[CopydeskError]:
    """What is wrong with topics that are good in themselves: keys that say nothing, and what shows beside others.

    That is two with one title, pins to posts that are not there, topics nobody declared, topics too wide.

    `member` is each post's topics by the post's path, as `group` gives them; `root` the folder that paths of posts
    start from; `unlisted` posts (drafts, hidden) may be pinned, but are not counted.
    """
    topics, posts, unlisted = tuple(topics), tuple(posts), tuple(unlisted)
    slugs = {post.slug for post in (*posts, *unlisted)}
    count = Counter(slug for path in member for slug in member[path])
    found = [stray for topic in topics for stray in idle_keys(topic)]
    found += namesakes(topics)
    found += [lost_pin(topic, pin) for topic in topics for pin in sorted((topic.pinned | topic.barred) - slugs)]
    strays = [(post, name) for post in (*posts, *unlisted) for name in post.topics if not named(name, topics)]
    found += [unknown(post, name, topics, root) for post, name in strays]
    if len(posts) >= ENOUGH_POSTS:
        found += [too_wide(t, count[t.slug], len(posts)) for t in topics if count[t.slug] > TOO_WIDE * len(posts)]
    return found


def namesakes(topics: Iterable[Topic]) -> Iterator[CopydeskError]:
    """The error of each topic that a reader can't tell from another before it: both have one title."""
    known: dict[str, Topic] = {}
    for topic in topics:
        other = known.setdefault(topic.title.casefold(), topic)
        if other is not topic:
            message = f"The topic “{topic.title}” has the title of {Path(other.path).name}."
            line = line_in(Path(topic.path), "title")
            yield CopydeskError(
                "topic", message, "Give one of them another `Title`, or make one of the two.", topic.path, line
            )


def line_in(path: Path, name: str) -> int:
    """The line of a file's head that a field stands in, 1 where there is none or no such file."""
    try:
        return line_of(parse(path.read_text(encoding="utf-8-sig"))[0], name)
    except (OSError, UnicodeDecodeError):
        return 1


def named(name: str, topics: tuple[Topic, ...]) -> str:
    """The slug of the topic that a post calls by slug or title; "" for none."""
    return by_name(topics).get(slugify(name), "")


@lru_cache(maxsize=2)  # all topics of a site, and those that it shows
def by_name(topics: tuple[Topic, ...]) -> dict[str, str]:
    """The topics' slugs by what a post may call them; of two that are called the same the first one's."""
    return {name: topic.slug for topic in reversed(topics) for name in (topic.slug, slugify(topic.title))}


def lost_pin(topic: Topic, pin: str) -> CopydeskError:
    """The error of a pin to a post that is not there."""
    name = "Articles" if pin in topic.pinned else "Not"
    message = f"The topic “{topic.title}” names the post {pin}, which is not there."
    line = line_in(Path(topic.path), name.casefold())
    return CopydeskError("topic", message, f"Mend or remove it under `{name}`.", topic.path, line)


def unknown(post: Post, name: str, topics: tuple[Topic, ...], root: Path) -> CopydeskError:
    """The error of a post that names a topic nobody declared."""
    known = ", ".join(topic.slug for topic in topics) or "none"
    hint = f"Make content/topics/{slugify(name)}.md or mend the `Topics` line; known are: {known}."
    message = f"The post names the topic “{name}”, which is not there."
    path = root / post.path
    return CopydeskError("topic", message, hint, path.as_posix(), line_in(path, "topics"))


def too_wide(topic: Topic, count: int, of: int) -> CopydeskError:
    """The error of a topic that takes half of all articles."""
    message = f"The topic “{topic.title}” takes {count} of {of} articles."
    line = line_in(Path(topic.path), "words")
    return CopydeskError("topic", message, "Narrow its `Words` or add `Without`.", topic.path, line)
