"""Bytes in, text out: the encoding found, mojibake mended, control characters gone, letters and accents one sign."""

from __future__ import annotations

import codecs
import re
import unicodedata

from copydesk.model import CopydeskError
from copydesk.reading.codepages import code_page

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 50_000  # bytes that an encoding is guessed from
PLAIN = 0.7  # Western text is ASCII in more than nine bytes of ten
WORDS = re.compile(rb"[A-Za-z ]")
STRAY = 0.001  # at most so many of a UTF-8 file's bytes may be damaged: one in a thousand
SHIFT = re.compile(rb"\x1b\$[@B]")  # where ISO-2022-JP, whose bytes are all ASCII's, turns to Japanese
SHIFTED = "iso2022_jp_ext"  # its codec that knows the most signs
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")  # their bytes may come without a mark that says so
SIGNLESS = frozenset({"Cc", "Cn", "Co", "Cs"})  # what no text has, and bytes have that are read in the wrong order
ZEROS = 0.25  # wide Latin text has a zero in nearly every second byte; of other scripts the rest is no text
CHARACTER = 4  # bytes of one in the encodings of old, at most: fewer may be left of one that was cut
LATIN = re.compile(r"[\x00-\x7f‘’“”„‚«»‹›–—…•·©®°§¡¿€£À-ÖØ-öø-ÿŒœŸŠšŽž\xa0]*")
COMMAND = bytes([*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
STRAYS = 3
COMMANDS = 0.01  # text has none of them, or a stray one; packed data has one in eight
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufeff\ufff9-\uffff]")
# Windows' own quotes and dashes, kept as numbers by those who took Windows-1252 for Latin-1.
WINDOWS = {chr(number): bytes([number]).decode("cp1252", "ignore") for number in range(0x80, 0xA0)}
NUMBERS = re.compile(r"[\x80-\x9f]")
UNSOUND = re.compile(rf"{CONTROL.pattern}|{NUMBERS.pattern}")  # one look tells of most texts that they have none
# It begins with signs that few places have, so that a search passes over all others.
MOJIBAKE = re.compile(r"[ÂÃÄÅÐÑâãäåæïРС\ufffd](?:(?<=\ufffd)|[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])")
UNBRACKETED = re.compile(r"[^<>]+")


def decode(data: bytes, path: str) -> str:
    """The text of a file without control characters; raises `CopydeskError` where the bytes are no text."""
    return sound(decoded(data, path))


def decoded(data: bytes, path: str) -> str:
    """The text of a file by its mark, as UTF-16, as UTF-8 or as the likeliest of the older encodings."""
    marked = next((name for mark, name in MARKS if data.startswith(mark)), "") or shifted(data) or wide(data)
    if marked:
        return data.decode(marked, "replace")
    if b"\0" in data or packed(data[:SAMPLE]):
        raise CopydeskError("binary", "The file is not text.", "Save the article as text or HTML.", path)
    return utf8(data) or guessed(data, path)


def packed(sample: bytes) -> bool:
    """Whether bytes are a program's and no text: too many of them are commands to a teleprinter."""
    return len(sample) - len(sample.translate(None, COMMAND)) > max(STRAYS, COMMANDS * len(sample))


def shifted(data: bytes) -> str:
    """The name of ISO-2022-JP, told by where it turns to Japanese; "" for all else."""
    return SHIFTED if data.isascii() and SHIFT.search(data) else ""


def wide(data: bytes) -> str:
    """The name of UTF-16 or UTF-32 without a byte-order mark, told by what reads as text in one of them; else ""."""
    sample = data[:SAMPLE]
    if b"\0" not in sample or is_narrow(sample):  # every wide blank, figure and line's end has one
        return ""
    signs = {name: plain_signs(sample, name) for name in WIDE}
    best = max(signs, key=lambda name: signs[name])
    return best if signs[best] else ""


def is_narrow(sample: bytes) -> bool:
    """Whether bytes are text of an encoding with a byte for most signs, into which a zero or two strayed."""
    rest = sample.replace(b"\0", b"")
    few = len(sample) - len(rest) < ZEROS * len(sample) and not packed(rest)
    return few and (bool(utf8(rest)) or len(WORDS.findall(rest)) > PLAIN * len(rest))


def plain_signs(sample: bytes, name: str) -> int:
    """How many characters of ASCII a sample holds if it is in an encoding; 0 where it is no text then."""
    text = sample.decode(name, "replace")
    odd = sum(one == "\ufffd" or (unicodedata.category(one) in SIGNLESS and not one.isspace()) for one in text)
    return sum(map(str.isascii, text)) if odd <= max(1, STRAY * len(text)) else 0


def utf8(data: bytes) -> str:
    """UTF-8, also with a few damaged bytes (a cut at the end, a stray Windows quote); "" where it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    good = sum(character > "\x7f" and character != "\ufffd" for character in text)
    bad = text.count("\ufffd")
    return text if bad * 4 <= good and bad <= max(1, STRAY * len(data)) else ""


def guessed(data: bytes, path: str) -> str:
    """A single- or multi-byte encoding of old: the code page of a language, else Windows-1252, else the likeliest."""
    latin = data.decode("cp1252", "replace")
    reads = is_latin(latin)
    if page := code_page(data[:SAMPLE], latin=reads):
        return data.decode(page, "replace")
    if reads:
        return latin
    best = likeliest(data[:SAMPLE])
    if not best and len(WORDS.findall(data[:SAMPLE])) > PLAIN * len(data[:SAMPLE]):
        return latin
    if not best:
        raise CopydeskError("encoding", "The file's encoding is not known.", "Save it as UTF-8.", path)
    return data.decode(best, "replace")


def is_guess(data: bytes) -> bool:
    """Whether the letters of a text are Windows-1252's only for want of a language that would tell others."""
    if data.isascii() or b"\0" in data or data.startswith(tuple(mark for mark, _ in MARKS)) or utf8(data):
        return False
    latin = data.decode("cp1252", "replace")
    strange = any(character.isalpha() and not character.isascii() for character in latin)
    return strange and is_latin(latin) and not code_page(data[:SAMPLE], latin=True)


def likeliest(sample: bytes) -> str:
    """The name of a sample's likeliest encoding, "" where there is none; it may end in the midst of a character."""
    from charset_normalizer import from_bytes

    found = (from_bytes(sample[: len(sample) - cut]).best() for cut in range(CHARACTER))
    return next((one.encoding for one in found if one), "")


def is_latin(text: str) -> bool:
    """Whether text reads as Western European: its accents stand singly in words of plain letters."""
    if not LATIN.fullmatch(text[:SAMPLE]):
        return False
    letters = sum(character.isalpha() for character in text[:SAMPLE])
    accents = sum(character.isalpha() for character in text[:SAMPLE] if character > "\x7f")
    return accents * 5 <= letters


def composed(text: str) -> str:
    """Text whose letters are one sign with their accents, as the desk's words and patterns are.

    Macs and PDFs write them apart. A tag's brackets are kept out: a stroke behind one would make another sign of both.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    return UNBRACKETED.sub(lambda hit: unicodedata.normalize("NFC", hit[0]), text)


def sound(text: str) -> str:
    """Text composed, without control characters and with its mojibake mended; nothing else of it is touched."""
    text = composed(mended(text))
    return CONTROL.sub("", NUMBERS.sub(lambda hit: WINDOWS[hit[0]], text)) if UNSOUND.search(text) else text


def mended(text: str) -> str:
    """Text that was decoded wrongly once, decoded rightly; quotes, dashes and widths stay as they were written."""
    if text.isascii() or not MOJIBAKE.search(text):
        return text
    from ftfy import TextFixerConfig, fix_text

    config = TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=True,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    return str(fix_text(text, config))
