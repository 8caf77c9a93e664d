"""Text in, its sentences out."""

import re
from dataclasses import dataclass
from functools import cache

from copydesk.language.lexicons import base, lexicon, lowered, stopwords

OPENERS = "\"'`“‘«„‹(\\[¿¡—–-"
WIDE = "。！？｡"
NARROW = ".!?…।؟۔"  # before a blank; the last are of Hindi and Bengali, Arabic and Persian, Urdu
CLOSERS = "\"'”’»“›)\\]"
# A run of marks is looked at once, from its first character, and never given back: hostile runs stay linear.
# The pattern begins with a mark and looks back from there, so that a search passes over all other characters.
END = re.compile(
    rf"[{NARROW}{WIDE}](?:(?<=[{NARROW}])(?<![{NARROW}].)[{NARROW}]*+[{CLOSERS}]*+(?=\s)"
    rf"|(?<=[{WIDE}])(?<![{WIDE}].)[{WIDE}]*+[」』”’）\]]*+(?=.))"
)
MARK = re.compile(rf"[{NARROW}{WIDE}]+")
HIRAGANA = re.compile(r"[\u3041-\u309f]")  # 「…。」と: the sentence goes on behind the quotation
AFTER = re.compile(rf"\s*([\s$€£#@*{OPENERS}]*)(\w[\w’'.-]*)?")
BULLETS = "•·*▪–-"
ITEM = re.compile(rf"\s*([{BULLETS}]?\s?)(\d{{1,3}}|[a-y])([.)]{{1,2}})\s")
# A date line of its own that lost its line break: "Thursday, May 7, 2015 On Tuesday …".
DATE_LINE = re.compile(r"^[^\W\d_]{5,12}, [^\W\d_]{3,12} \d{1,2}, \d{4} (?=[^\W\d_a-z])")
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĜĞĠĢĤİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŜŞŠŢŤŪŮŰŲŴŶŸŹŻŽА-ЯЁ"
# "PARIS, France (Agency) - The …", "PARIS--(AGENCY)--The …"
PLACE_LINE = re.compile(
    rf"^\s*[{UPPER}][\w.'’-]{{1,20}}(?:,? (?:[{UPPER}][\w.'’-]{{1,20}}|\d{{1,4}}\.?|de|of|la|am)){{0,5}},?"
    rf"(?:--\([\w .&/-]{{2,20}}\)--|(?: ?[(/][\w .&/-]{{2,20}}[)/])? ?(?:--|[–—]|(?<= )-) )(?=[\W\d_]?[{UPPER}])"
)
CREDIT = re.compile(r"\s(?=(?:Image|File|Photo|Photograph|Picture): [^\W\d_])")
RUNNING = re.compile(r"\s(\d{1,2})([.)])\s(?=[^\W\d_a-z])")  # "… in Los Angeles 4. She …"
FEWEST = 3  # numbers one after another that make a list of a line whose beginning shows none
LABEL = re.compile(r"\d{1,3}|[a-z]")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
LETTER = re.compile(r"[^\W\d_]")
ORDINALS = frozenset({"de", "tr", "pl", "nl"})  # "3. März": the full stop belongs to the number
PLAIN = 3  # letters of a word that is hardly an unknown abbreviation
WINDOW = 48  # characters looked at on either side of a mark: longer than any abbreviation with the word after it


@dataclass(frozen=True, slots=True)
class Lists:
    """What one language's word lists say of full stops."""

    titles: frozenset[str]  # before a name: "Mr."
    numbered: frozenset[str]  # before a number: "No."
    abbreviations: frozenset[str]  # inside a sentence or at its end: "Inc."
    starters: frozenset[str]  # words that open sentences

    def shortened(self, word: str) -> bool:
        return word in self.titles or word in self.numbered or word in self.abbreviations


@dataclass(frozen=True, slots=True)
class Stop:
    """A mark that may end a sentence, and what stands around it."""

    before: str  # the word before the mark, without opening punctuation
    mark: str
    closers: str
    opener: str
    after: str  # the word after it
    alone: bool  # nothing stands in the sentence before that word


def sentences(text: str, lang: str) -> list[str]:
    """The sentences of a text, without the space around them.

    Put together they hold every character of the text that is no white space. A line break always ends a sentence.
    Linear in the length of the text.
    """
    lists = _lists(base(lang))
    parts = [part for line in text.splitlines() for part in _parts(line)]
    return [one for part in parts for item in _items(part, base(lang)) for one in _split(item, lists, base(lang))]


@cache
def _lists(lang: str) -> Lists:
    def folded(name: str) -> frozenset[str]:
        return frozenset(lowered(entry) for entry in lexicon(name, lang))

    return Lists(folded("titles"), folded("numbered"), folded("abbreviations"), _openers(lang))


def _openers(lang: str) -> frozenset[str]:
    return stopwords(lang) | frozenset(lexicon("connectives", lang)) | frozenset(lexicon("pronouns", lang))


def place_line(line: str) -> str:
    """The place, and whose report it is, before a line's first sentence ("PARIS (Agency) -- "); "" for none."""
    head = PLACE_LINE.match(line)
    return head.group() if head else ""


def _parts(line: str) -> list[str]:
    """A line with its date or place line before it, and a picture's credit behind it, parted again."""
    head = DATE_LINE.match(line) or PLACE_LINE.match(line)
    rest = line[head.end() :] if head else line
    return ([head.group()] if head else []) + CREDIT.split(rest)


def _items(line: str, lang: str) -> list[str]:
    """A line that holds a whole numbered list gives its items; so does one that runs on into a list."""
    first = ITEM.match(line)
    if not first:
        return _running(line) if lang not in ORDINALS else [line]
    bullet, label, tail = first.groups()
    cuts = [0]
    while True:
        label = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
        found = line.find(f" {bullet}{label}{tail} ", cuts[-1] + 1)
        if found < 0:
            break
        cuts.append(found)
    return [line[a:b] for a, b in zip(cuts, [*cuts[1:], len(line)], strict=True)]


def _running(line: str) -> list[str]:
    """The pieces of a line in whose middle the items of lists are numbered one after another."""
    runs: list[list[re.Match[str]]] = []
    for mark in RUNNING.finditer(line):
        last = runs[-1][-1] if runs else mark
        if mark[2] == last[2] and int(mark[1]) == int(last[1]) + 1:
            runs[-1].append(mark)
        else:
            runs.append([mark])
    cuts = [0, *(mark.start() for run in runs if len(run) >= FEWEST for mark in run)]
    return [line[a:b] for a, b in zip(cuts, [*cuts[1:], len(line)], strict=True)]


def _split(line: str, lists: Lists, lang: str) -> list[str]:
    start, out = 0, []
    for match in END.finditer(line):
        if _ends(_stop(line, start, match), lists, lang):
            out.append(line[start : match.end()].strip())
            start = match.end()
    out.append(line[start:].strip())
    return [sentence for sentence in out if sentence]


def _stop(line: str, start: int, match: re.Match[str]) -> Stop:
    left = line[max(start, match.start() - WINDOW) : match.start()]
    words = left.split()
    before = words[-1].lstrip(OPENERS) if words and not left[-1:].isspace() else ""
    mark = MARK.match(match.group()).group()  # type: ignore[union-attr]
    following = AFTER.match(line[match.end() : match.end() + WINDOW])
    opener, after = following.groups("") if following else ("", "")
    alone = match.start() - start < WINDOW and not "".join(words[:-1]).strip(BULLETS)
    return Stop(before, mark, match.group()[len(mark) :], opener.strip(), after, alone)


def _ends(stop: Stop, lists: Lists, lang: str) -> bool:
    """Whether the mark ends its sentence."""
    if stop.mark[0] in WIDE:
        return not (stop.closers and HIRAGANA.match(stop.after))
    if not (stop.after or stop.opener) or _omits(stop) or (stop.alone and LABEL.fullmatch(stop.before)):
        return False
    if stop.after[:1].islower():
        return _carelessly_typed(stop, lists)
    return stop.mark != "." or bool(stop.closers) or _full_stop_ends(stop, lists, lang)


def _omits(stop: Stop) -> bool:
    """Whether the mark stands apart from the words: three dots for what was left out."""
    return not stop.before and not stop.closers and len(stop.mark) == len("...")


def _carelessly_typed(stop: Stop, lists: Lists) -> bool:
    """Whether a plain word ends its sentence though the next begins in lower case, as people write in comments."""
    plain = stop.before.isalpha() and stop.before.islower() and len(stop.before) >= PLAIN
    return plain and not stop.closers and stop.mark in ".?!" and not lists.shortened(stop.before)


def _full_stop_ends(stop: Stop, lists: Lists, lang: str) -> bool:
    """Whether a lone full stop is more than an abbreviation's."""
    word = lowered(stop.before)
    if word.rpartition("-")[2] in lists.titles:  # then-Sen. Orr
        return False
    if word in lists.numbered and stop.after[:1].isdigit():
        return False
    if lang in ORDINALS and word.isdigit() and len(word) < 3:  # noqa: PLR2004
        return bool(stop.opener) or lowered(stop.after) in lists.starters
    if LETTER.fullmatch(word) and word != "i" and word not in lists.abbreviations:
        return False
    if word in lists.abbreviations or INITIALS.fullmatch(word):
        after = lowered(stop.after).removesuffix(".")
        return after in lists.starters or after in lists.titles
    return True
