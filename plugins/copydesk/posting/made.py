"""A post's text in, its `Made` line out, and back: who wrote last, the desk or a person."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

# Ten hex digits: among a million posts two share a hash with odds of one in two, but only a clash between
# two versions of one and the same post could do harm, and that is one in a million million.
DIGITS = 10
HALF = DIGITS // 2  # of the rules: the desk's own code; the rest is what people's posts have taught it
LINE = re.compile(r"^Made: ?(.*)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Made:
    """Three short hashes: of the seed, of the desk's rules and memory, of the text that the desk wrote."""

    seed: str
    rules: str
    text: str

    def __str__(self) -> str:
        return f"{self.seed} {self.rules} {self.text}"


def short(digest: str) -> str:
    """The part of a hex digest that a post carries."""
    return digest[:DIGITS]


def rules(code: str, lessons: str) -> str:
    """The hex digest of the desk's code and that of its lessons as one, in which each can still be told."""
    return code[:HALF] + lessons[:HALF]


def same_desk(one: str, other: str) -> bool:
    """Whether two rules are of the same code, whatever it had learnt."""
    return one[:HALF] == other[:HALF]


def parse(value: str) -> Made | None:
    """The value of a `Made` line, or `None` if it is not one."""
    parts = value.split()
    return Made(*parts) if len(parts) == 3 else None  # noqa: PLR2004  the three of the class above


def text_hash(text: str) -> str:
    """The short hash of a post's text without its `Made` line; line endings do not count."""
    header, gap, rest = text.replace("\r\n", "\n").partition("\n\n")
    plain = LINE.sub("", header + gap, count=1) + rest
    return short(hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest())


def sign(text: str, seed: str, rules: str) -> str:
    """A post's text with the `Made` line at the end of its header; `seed` and `rules` are hex digests."""
    header, _, rest = text.partition("\n\n")
    made = Made(short(seed), short(rules), text_hash(text))
    return f"{header}\nMade: {made}\n\n{rest}"


def altered(text: str, made: str, change: str) -> str:
    """The `change` that the desk made of a post's text, signed where that was its own: a person's edit it is not."""
    signed = parse(made)
    if signed is None or not untouched(text, made):
        return change
    return change.replace(made, str(replace(signed, text=text_hash(change))), 1)


def untouched(text: str, made: str) -> bool:
    """Whether the text is still the desk's own: nobody edited it since."""
    parsed = parse(made)
    return parsed is not None and parsed.text == text_hash(text)
