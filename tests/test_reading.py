"""Reading: files in, seeds out, as tables. All text is invented."""

import json
import os
import unicodedata
from dataclasses import make_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk import reading
from copydesk.model import CopydeskError, Facts, Label
from copydesk.reading import FORMATS, feed, find, jsonlines, read, sidecar, survey

PROSE = "The harbour board voted on Tuesday to widen the northern quay before the winter ferries return."


@pytest.fixture
def seed(tmp_path):
    """A function: name and content of a file -> its seeds."""

    def make(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read(path, tmp_path)

    return make


def texts(made):
    return [line.text for line in made.lines]


def test_text_keeps_every_line_and_its_number(seed):
    (made,) = seed("quay.txt", f"Quay to grow\r\n\r\n{PROSE}\rNext\x0cpage\n")
    assert [(line.number, line.text) for line in made.lines] == [
        (1, "Quay to grow"),
        (2, ""),
        (3, PROSE),
        (4, "Next"),
        (4, "page"),
    ]
    assert (made.path, made.kind, made.lang, made.part, made.prepared) == ("quay.txt", "text", "en", 0, False)
    assert len(made.digest) == 64


ENCODINGS = [
    ("utf-8", "Die Fähre „Möwe“ legt um 6 Uhr früh ab, die Brücke öffnet später."),
    ("utf-8-sig", "Die Fähre „Möwe“ legt um 6 Uhr früh ab."),
    ("utf-16", "Die Fähre „Möwe“ legt um 6 Uhr früh ab."),
    ("utf-16-le", "The ferry “Gull” leaves early."),
    ("utf-16-be", "The ferry “Gull” leaves early."),
    ("utf-32", "The ferry “Gull” leaves early."),
    ("cp1252", "The mayor’s café – “open late” – costs €5."),
    ("cp1252", "Die Fähre legt um 6 Uhr früh ab, die Brücke öffnet später."),
    ("cp1252", "La mairie a décidé hier d’élargir le quai où les bateaux arrivent très tôt."),
    ("cp1251", "Городской совет решил вчера расширить северную набережную до возвращения зимних паромов."),
    ("koi8-r", "Городской совет решил вчера расширить северную набережную до возвращения зимних паромов."),
    ("cp1250", "Rada portu zdecydowała wczoraj, że północne nabrzeże będzie poszerzone, zanim wrócą promy zimą."),
    ("cp1250", "Új híd épül a Dunán, és a mérnökök szerint jövő őszre el is készül."),
    ("cp1250", "Praha zvýší jízdné v MHD, ale roční kupón se podle náměstka nezmění."),
    ("iso8859-2", "Praha zvýší jízdné v MHD, ale roční kupón se podle náměstka nezmění."),
    ("iso8859-2", "Rada Gdańska zgodziła się w środę na budowę pływającej przystani na Motławie."),
    ("iso8859-2", "Gradsko vijeće odlučilo je u srijedu da će športska dvorana biti zatvorena još žimu."),
    ("cp1254", "Karadeniz'de fındık rekoltesi düştü ve Giresun'da fiyat çok yükseldi."),
    ("iso8859-15", "Le cœur de la ville bat toujours, et le billet coûte 5 € dès lundi."),
    ("iso8859-7", "Το δημοτικό συμβούλιο αποφάσισε να κλείσει το παλιό κολυμβητήριο. Άλλα θα μείνουν."),
    ("iso2022_jp", "港の委員会は火曜日、冬のフェリーが戻る前に北の岸壁を広げることを決めた。費用は市が出す。"),
    ("shift_jis", "港の委員会は火曜日、冬のフェリーが戻る前に北の岸壁を広げることを決めた。費用は市が出す。"),
    ("euc-jp", "港の委員会は火曜日、冬のフェリーが戻る前に北の岸壁を広げることを決めた。費用は市が出す。"),
    ("gb18030", "港务委员会星期二决定在冬季渡轮恢复之前扩建北码头,费用由市政府承担。"),
]


@pytest.mark.parametrize(("encoding", "text"), ENCODINGS)
def test_encodings(seed, encoding, text):
    assert texts(seed("a.txt", (text + "\n").encode(encoding) * 3)[0]) == [text] * 3


OLD = {
    "Þór skrifar um nýja bók sem kemur fyrir jólin": "cp1252",  # Icelandic, whose words the desk has none of
    "Portion:\xa0 2": "cp1252",
    "ב עיריית הנמל החליטה לסגור את הבריכה": "cp1255",
}


@pytest.mark.parametrize("text", OLD)
def test_what_no_language_tells_is_read_as_ever(seed, text):
    assert texts(seed("a.txt", (text + "\n").encode(OLD[text]) * 3)[0])[0].split() == text.split()


@pytest.mark.parametrize(
    ("name", "head"), [("a.eml", "Content-Type: text/plain; charset=iso-2022-jp\n\n"), ("a.html", "<p>")]
)
def test_pages_and_mails_in_iso_2022_are_no_ascii(seed, name, head):
    text = next(text for encoding, text in ENCODINGS if encoding == "iso2022_jp")
    assert texts(seed(name, head.encode() + text.encode("iso2022_jp"))[0]) == [text]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Þór skrifar um nýja bók sem kemur fyrir jólin".encode("cp1252"), [reading.GUESSED]),
        ("Þór skrifar um nýja bók sem kemur fyrir jólin".encode(), []),
        ("The mayor’s café is open.".encode("cp1252"), []),
        ("The mayor’s car is gone.".encode("cp1252"), []),
    ],
)
def test_letters_that_no_language_tells_are_told_of(seed, content, told):
    assert list(seed("a.txt", content)[0].warnings) == told


UNMARKED = [text for encoding, text in ENCODINGS if encoding in ("utf-16-le", "cp1251", "shift_jis", "gb18030")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", UNMARKED)
def test_wide_characters_of_any_script_need_no_mark(seed, encoding, text):
    assert texts(seed("a.txt", (text + "\n").encode(encoding) * 3)[0]) == [text] * 3


@pytest.mark.parametrize("text", ["Nobody had to wait when the library opened again.", "Später öffnet die Brücke nie."])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("at", [7, 8])
def test_a_stray_zero_makes_no_wide_characters(seed, encoding, text, at):
    content = text.encode(encoding)
    with pytest.raises(CopydeskError, match="not text"):
        seed("a.txt", content[:at] + b"\0" + content[at:])


CUT = [("utf-8", -2), ("utf-16-le", -2), ("shift_jis", -2), ("euc-jp", -2), ("gb18030", -1)]


@pytest.mark.parametrize(("encoding", "which"), CUT)
def test_a_text_that_was_cut_in_the_midst_of_a_character_loses_no_other(seed, encoding, which):
    text = ENCODINGS[which][1][:-1]
    read = texts(seed("a.txt", "\n".join([text] * 3).encode(encoding)[:-1])[0])
    assert (read[:2], read[2].rstrip("\ufffd")) == ([text] * 2, text[:-1])


LEFT = ["“Curly” ‘quotes’ — dashes – and… ﬁne ligatures, ＷＩＤＥ letters", "Ångström, Ñandú, Ã la carte", "a\u200bb"]


@pytest.mark.parametrize("text", LEFT)
def test_what_the_outlet_wrote_stays(seed, text):
    assert texts(seed("a.txt", text)[0]) == [text]


MENDED = [
    ("The mayor\u00e2\u20ac\u2122s m\u00c3\u00bcsli is open.", "The mayor’s müsli is open."),
    ("GrÃ¼ÃŸe aus KÃ¶ln", "Grüße aus Köln"),
    ("A bell\x07 and\x00 a nul".replace("\x00", ""), "A bell and a nul"),
    ("\ufeffmark\x85 we\x92re", "mark… we’re"),
]


@pytest.mark.parametrize(("text", "wanted"), MENDED)
def test_mojibake_and_control_characters(seed, text, wanted):
    assert texts(seed("a.txt", text)[0])[0] == wanted


def test_letters_apart_from_their_accents_are_read_as_one_sign(tmp_path):
    def told(form, name, content):
        folder = tmp_path / form / unicodedata.normalize(form, "zürcher bote")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(unicodedata.normalize(form, content), encoding="utf-8")
        (made,) = read(folder / name, tmp_path / form)
        return texts(made), made.found, made.digest

    text = f"Zürcher Bote\nVon Jörg Müller\nDie Fähre legt früh ab, die Brücke öffnet später.\n{PROSE} a \u2260 b"
    page = f"<title>Die Fähre</title><h1>Die Fähre</h1><p>{text}</p><p>{PROSE}</p>"
    mail = f"From: Jörg <a@a.example>\nSubject: Fähre\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    for name, content in (("a.txt", text), ("a.html", page), ("a.eml", mail)):
        one, other = told("NFC", name, content), told("NFD", name, content)
        assert one[:2] == other[:2]
        assert one[2] != other[2], "the digest is of the bytes"
    assert told("NFD", "a.txt", text)[1].source == "Zürcher Bote"


def test_a_sign_that_would_join_a_tags_bracket_breaks_no_tag(seed):
    (made,) = seed("a.html", f"<p>{PROSE}</p><p>A mu\u0308sli <b>\u0338bar</b>.</p>")
    assert texts(made) == [PROSE, "A müsli \u0338bar."]


def test_one_damaged_byte_does_not_spoil_a_utf8_file(seed):
    body = ("Die Fähre legt früh ab, sagte die Bürgermeisterin. " * 30).encode()
    (made,) = seed("a.txt", body + b"\xe2\x80")
    assert made.lines[0].text.startswith("Die Fähre legt früh ab")


PAGE = f"<html><body><article><h1>Quay to grow</h1><p>{PROSE}</p></article></body></html>"
MAIL = f"From: Harbour Ledger <desk@example.org>\nSubject: Quay to grow\nMIME-Version: 1.0\n\n{PROSE}"
BEGINNINGS = [
    ("page.php", f"<!DOCTYPE html>\n{PAGE}", "html"),
    ("page.shtml", f"\ufeff\n<?xml version='1.0'?><!-- a --><!-- <b> -->\n{PAGE}", "html"),
    ("page", PAGE, "html"),
    ("page.txt", PAGE, "text"),
    ("page.php", "<!-- -->" * 200 + PROSE, "text"),
    ("Talk at example.com", f"[1] {PROSE}", "text"),
    ("note", f"{{\\rtf1 {PROSE}}}", "text"),
    ("Talk", f"{{{PROSE}}}", "text"),
    ("note", f'{{"title": "Quay"}}\n\n{PROSE}', "text"),
    ("mail", MAIL, "mail"),
    ("mail.msg-1", MAIL.replace("\n", "\r\n"), "mail"),
    ("copied mail", MAIL.replace("MIME-Version", "To"), "text"),
    ("letter", f"From Skerry we hear that it rained.\nNote: it stopped.\n\n{PROSE}", "text"),
    (
        "saved",
        MAIL.replace("Harbour Ledger <desk@example.org>", "<Saved by Blink>")
        .replace(PROSE, PAGE)
        .replace("MIME", "Content-Type: text/html\nMIME"),
        "html",
    ),
]


@pytest.mark.parametrize(("name", "content", "kind"), BEGINNINGS)
def test_a_name_that_says_nothing_leaves_it_to_the_beginning(seed, name, content, kind):
    assert seed(name, content)[0].kind == kind


REFUSED = [
    ("fares.rtf", b"The ferry.", "rtf"),
    ("empty.rtf", b"{\\rtf1{\\info The ferry.}}", "empty"),
    ("fares.geojson", b'\n[{"text": "The ferry."}]', "format"),
    ("fares.ndjson", b'{"text": "The ferry."}\n\n{"text": "The quay."}\n', "format"),
    ("fares.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "format"),
    ("fares.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "format"),
    ("ada.pst", b"!BDN" + bytes(900), "format"),
    ("fares.epub", b"PK\x03\x04" + bytes(900), "format"),
    ("fares.warc", b"WARC/1.0\r\nWARC-Type: response\r\n\r\n<p>The ferry sails.</p>", "format"),
    ("fares.webarchive", b"bplist00\xd1\x01\x02", "format"),
    ("fares.webloc", b'<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-">\n<plist><dict/></plist>', "format"),
    ("fares.url", b"[InternetShortcut]\r\nURL=https://example.org/ferry\r\n", "format"),
    ("fares.desktop", b"[Desktop Entry]\nType=Link\nURL=https://example.org/ferry\n", "format"),
    ("empty.mbox", b"No mail.\n", "mail"),
    ("clippings.zip", b"PK\x03\x04\x14\0", "format"),
    ("Inbox", b"From a@example.org Thu Nov 12 08:00:00 2026\nSubject: Quay\n\nThe quay.\n", "format"),
    ("feed", b"<?xml version='1.0'?>\n<!-- new -->\n<rss version='2.0'><channel/></rss>", "format"),
    ("feed.php", b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "format"),
    ("lfs.pdf", b"version https://git-lfs.github.com/spec/v1\noid sha256:0a\nsize 300\n", "pointer"),
    ("annex.jsonl", b"/annex/objects/SHA256E-s300--0a.jsonl\n", "pointer"),
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\n", "empty"),
    ("rules.txt", b"---\n***\n", "empty"),
    ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "binary"),
    ("zeros.txt", bytes(5000), "binary"),
    ("large.txt", b"a" * 20_000_001, "large"),
]


@pytest.mark.parametrize(("name", "content", "kind"), REFUSED)
def test_what_is_refused(seed, name, content, kind):
    with pytest.raises(CopydeskError) as caught:
        seed(name, content)
    assert (caught.value.kind, caught.value.path) == (kind, name)


@pytest.mark.parametrize(("name", "end"), [("a.txt", "\n"), ("a.html", "\n"), ("a.md", "\r\n")])
def test_a_seed_that_git_could_not_merge_says_so(seed, name, end):
    lines = (f"{'<' * 7} HEAD", PROSE, "=" * 7, PROSE.replace("Monday", "Friday"), f"{'>' * 7} other", PROSE)
    (warning,) = seed(name, end.join(lines).encode())[0].warnings
    assert "holds both sides of a merge of git's" in warning
    assert seed(name, end.join(lines[:4]).encode())[0].warnings == ()


def test_a_text_in_a_folder_that_a_browser_saved_is_named(tmp_path):
    (tmp_path / "Fares_files" / "more").mkdir(parents=True)
    for name in ("Fares.html", "Fares_files/ad.html", "Fares_files/css2", "Fares_files/a.js", "Fares_files/fares.txt",
                 "Fares_files/more/Quay.MD", "Fares_files/fares.toml"):  # fmt: skip
        (tmp_path / name).write_text(PROSE)
    told = survey(tmp_path, tmp_path)
    assert [path.name for path in told.seeds] == ["Fares.html"]
    assert [refusal.path for refusal in told.refusals] == ["Fares_files/fares.txt", "Fares_files/more/Quay.MD"]


def test_a_pipe_a_folder_and_a_missing_file_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    for name, kind in (("pipe.txt", "special"), ("folder.txt", "special"), ("none.txt", "unreadable")):
        with pytest.raises(CopydeskError) as caught:
            read(tmp_path / name, tmp_path)
        assert caught.value.kind == kind


@pytest.mark.parametrize("root", ["site", "site/data", "site/data/seeds", "elsewhere"])
def test_links_stay_inside_their_folder_wherever_the_root_is(tmp_path, root):
    seeds = tmp_path / "site" / "data" / "seeds"
    seeds.mkdir(parents=True)
    (seeds.parent / "secret.txt").write_text(PROSE)
    (seeds / "real.txt").write_text(PROSE)
    (seeds / "out.txt").symlink_to("../secret.txt")
    (seeds / "in.txt").symlink_to(seeds / "real.txt")
    (seeds / "loop.txt").symlink_to(seeds / "loop.txt")
    (seeds / "real.toml").symlink_to("../secret.txt")
    assert texts(read(seeds / "in.txt", tmp_path / root)[0]) == [PROSE]
    for name, kind in (("out.txt", "link"), ("real.txt", "link"), ("loop.txt", "unreadable")):
        with pytest.raises(CopydeskError) as caught:
            read(seeds / name, tmp_path / root)
        assert caught.value.kind == kind


LEFT_OUT = [
    (("fares.txt", "fares.txt~", "#fares.txt#", "fares.txt.bak", "fares.TXT"), ("fares.TXT", "fares.txt"), ()),
    (("fares.txt.ORIG", "#fares.txt#"), (), ("#fares.txt#", "fares.txt.ORIG")),
    (("fares.html.crdownload", "quay.part"), (), ("fares.html.crdownload", "quay.part")),
    (("fares.txt", "fares.toml", "fares.toml~"), ("fares.txt",), ()),
    (("Part.txt", "~", "##", "a#b#", "tmp"), ("##", "Part.txt", "a#b#", "tmp", "~"), ()),
    (("Fares.html", "Fares_files/main.js", "Fares_files/more/ad.html"), ("Fares.html",), ()),
    (("Fares.htm", "Fares_files/ad.html", "Quay_files/ad.html"), ("Fares.htm", "Quay_files/ad.html"), ()),
    (
        ("Fares.txt", "Fares_files/one.txt", "_files/two.txt"),
        ("Fares.txt", "Fares_files/one.txt", "_files/two.txt"),
        (),
    ),
    (("a.txt", "Thumbs.db", "more/desktop.ini", "Icon\r", "~$fares.docx"), ("a.txt",), ()),
    (("~$fares.txt", "My icon", "thumbs.txt"), ("My icon", "thumbs.txt", "~$fares.txt"), ()),
    (("Fares.html", "more/Fares_files/one.txt"), ("Fares.html", "more/Fares_files/one.txt"), ()),
]


@pytest.mark.parametrize(("names", "seeds", "refused"), LEFT_OUT)
def test_backups_parts_and_the_folders_of_saved_pages_are_no_seeds(tmp_path, names, seeds, refused):
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    told = survey(tmp_path, tmp_path)
    assert tuple(path.relative_to(tmp_path).as_posix() for path in told.seeds) == seeds
    assert tuple(sorted((refusal.path, refusal.kind) for refusal in told.refusals)) == tuple(
        (name, "unfinished") for name in refused
    )
    assert told.strays == ()


MARKDOWN = [
    ("# Quay to grow\n\nOne line\nand its end.\n", [
        ("headline", 1, "Quay to grow"), ("paragraph", 0, "One line and its end.")]),
    ("[![](https://a.example/a.png)](https://a.example/)\n\n# Quay to grow\n\nText.", [
        ("paragraph", 0, "a.png"), ("headline", 1, "Quay to grow"), ("paragraph", 0, "Text.")]),
    ("Filed by Dora.\n\n# Quay to grow\n\nText.", [
        ("paragraph", 0, "Filed by Dora."), ("headline", 1, "Quay to grow"), ("paragraph", 0, "Text.")]),
    ("Filed by Dora.\n\n# One\n\nText.\n\n# Two", [
        ("paragraph", 0, "Filed by Dora."), ("heading", 1, "One"), ("paragraph", 0, "Text."), ("heading", 1, "Two")]),
    ("Text first.\n\n## Money ##\n- one\n  more\n* two\n3. three\n", [
        ("paragraph", 0, "Text first."), ("heading", 2, "Money"), ("item", 0, "one more"), ("item", 0, "two"),
        ("item", 0, "three")]),
    ("> Said once.\n> And again.\n>\n> New one.\n\nAfter.", [
        ("quote", 0, "Said once. And again."), ("quote", 0, "New one."), ("paragraph", 0, "After.")]),
    ("Title\n=====\n\nPart\n----\n\nText\n\n---\n\nEnd **bold** [link](https://a.example/)", [
        ("headline", 1, "Title"), ("heading", 2, "Part"), ("paragraph", 0, "Text"),
        ("rule", 0, "---"), ("paragraph", 0, "End bold link")]),
    ("```\na = 1\n\n# no heading\n```\nText", [
        ("code", 0, "a = 1\n\n# no heading"), ("paragraph", 0, "Text")]),
    ("```\nA fence that nobody\ncloses.", [("paragraph", 0, "A fence that nobody"), ("paragraph", 0, "closes.")]),
    ("One long\nparagraph.\n---\nEnd\n---\nText", [
        ("paragraph", 0, "One long paragraph."), ("rule", 0, "---"), ("heading", 2, "End"), ("paragraph", 0, "Text")]),
    ("1. one\n   - two\n\n     more\n\n   > said\n2. three\n\nEnd", [
        ("item", 0, "one"), ("item", 1, "two"), ("paragraph", 2, "more"), ("quote", 1, "said"), ("item", 0, "three"),
        ("paragraph", 0, "End")]),
    ("> Steps:\n> 1. one\n> 2. two\n\n- # Head\n\nEnd", [
        ("quote", 0, "Steps:"), ("quote", 0, "one"), ("quote", 0, "two"), ("heading", 1, "Head"),
        ("paragraph", 0, "End")]),
    ("A list:\n• one\n• two\n  more\n    indented", [
        ("paragraph", 0, "A list:"), ("item", 0, "one"), ("item", 0, "two more indented")]),
    ("    An indented\nparagraph.", [("paragraph", 0, "An indented paragraph.")]),
    ("Text[^1] and[^2].\n\n[^1]: The *note*\n  goes on\n\n  and on.\n[^1]: Again.\n", [
        ("paragraph", 0, "Text and[^2]."), ("note", 0, "The note goes on and on."), ("paragraph", 0, "Again.")]),
    ("![a](images/a.png)\n*Below*\nText ![b](images/b.png) goes on", [
        ("picture", 0, "a"), ("caption", 0, "Below"), ("paragraph", 0, "Text b goes on")]),
    ("| a | b |\n| c | d |\n\na | b\n--|--\nc | d | e", [
        ("row", 0, "a | b"), ("row", 0, "c | d"), ("row", 0, "a | b"), ("row", 0, "c | d | e")]),
    ("- [ ] one\n- [x] *two*\n  1. [X] three\n\n     [x] more\n- [x]\n\n[ ] four", [
        ("item", 0, "☐ one"), ("item", 0, "☑ two"), ("item", 1, "☑ three"), ("paragraph", 2, "[x] more"),
        ("item", 0, "[x]"), ("paragraph", 0, "[ ] four")]),
    ("A ~~struck *word*~~ and ~~open, ~one~ and `~~code~~`.", [
        ("paragraph", 0, "A struck word and ~~open, ~one~ and ~~code~~.")]),
    ("<b>HTML</b> &amp; <!-- such --> is \\*text*", [("paragraph", 0, "<b>HTML</b> & <!-- such --> is *text*")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "wanted"), MARKDOWN)
def test_markdown_blocks(seed, source, wanted):
    (made,) = seed("a.md", source)
    assert [(line.markup, line.level, line.text) for line in made.lines] == wanted
    assert made.prepared


HEADS = [
    '---\ntitle: "Quay: to grow"\ndate: 2026-11-20T08:00:00+01:00\nauthor: Ann Bo\n'
    "tags:\n  - harbour\n  - ferries\n---\n",
    "Title: Quay: to grow\nDate: 2026-11-20 08:00\nTags: harbour, ferries\nAuthors: Ann Bo\n\n",
    "---\ntitle: 'Quay: to grow'\ndate: 2026-11-20\ntags: [harbour, ferries]\nbyline: Ann Bo\n---\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_front_matter(seed, head):
    (made,) = seed("a.md", head + PROSE)
    found = made.found
    assert (found.title, str(found.date), found.date_from) == ("Quay: to grow", "2026-11-20", "metadata")
    assert (found.tags, found.byline) == (("harbour", "ferries"), "Ann Bo")
    assert texts(made) == [PROSE]


def test_a_rule_or_a_line_with_a_colon_is_no_front_matter(seed):
    assert texts(seed("a.md", f"---\n\n{PROSE}")[0]) == ["---", PROSE]
    assert texts(seed("a.md", f"Note: hello\n\n{PROSE}")[0]) == ["Note: hello", PROSE]


def test_the_side_car_is_told_and_changes_the_digest(seed, tmp_path):
    before = seed("quay.txt", PROSE)[0]
    (tmp_path / "quay.toml").write_text(
        'title = "Quay"\ndate = 2026-11-20\nsource = "Shore News"\nurl = "https://shore.example/quay"\n'
        'author = "Ann Bo"\nlang = "de"\ntopics = ["ports"]\ntags = "harbour, ferries"\n'
    )
    (made,) = read(tmp_path / "quay.txt", tmp_path)
    told = made.told
    assert (told.title, str(told.date), told.date_from, told.source) == ("Quay", "2026-11-20", "side-car", "Shore News")
    assert (told.topics, told.tags, told.byline, made.lang) == (("ports",), ("harbour", "ferries"), "Ann Bo", "de")
    assert made.digest != before.digest
    assert find(tmp_path) == [tmp_path / "quay.txt"]


def rows(*told):
    return "".join(f"{json.dumps(row)}\n" for row in told)


PIER = {"title": "Pier", "text": "Fares rise.\n\nTwice.", "date": "2026-11-02", "author": "Ann Bo"}
BRIEFS = [{"title": "Morning briefing", "date": 1795392000 + day * 86400, "text": f"Line {day}."} for day in range(3)]
DATES = ("23.11.2026", 20261120, "Nov. 23rd, 2026", "Mon, 23 Nov 2026 23:30:00 -0500", "2026-11-23T23:30:00-05:00")
DATED = [{"title": f"Pier {number}", "date": date, "text": "Fares rise."} for number, date in enumerate(DATES)]
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Shore</title><entry><id>tag:1</id><title>Pier</title>'
    "<updated>2026-11-03T23:30:00-05:00</updated><summary>Fares rise.</summary></entry></feed>"
)
SIGNED = [  # a seed's name, its text, and by part the digest and key that desks gave before they read so many dates
    ("a.txt", "Fares rise.\n", {"b10e276fda": ""}),
    ("b.jsonl", rows(PIER, {"text": "Fares fall."}), {"63ab3c5d75": "b775c537c9", "44c5907820": "df344feb9c"}),
    ("c.jsonl", rows(*BRIEFS), {"1a9310b227": "bc6a17dae1", "7a69c03b99": "18f75095a7", "a5c4eb1e1b": "3b81a7235d"}),
    (
        "d.jsonl",
        rows(*DATED),
        {
            "7b4770fb52": "0bd77ae276",
            "b33d7de114": "dc2f17700e",
            "af20b4bf89": "a09a04cad8",
            "27b8c5cad2": "b2d546e4ed",
            "9895c11ce8": "97ca662286",
        },
    ),
    ("e.atom", ATOM, {"e8b4e433a5": "ad2b14ad6d"}),
]


@pytest.mark.parametrize(("name", "content", "signs"), SIGNED)
def test_a_seed_is_signed_as_by_every_desk_whatever_one_learns(tmp_path, monkeypatch, name, content, signs):
    newer = make_dataclass("Facts", [("place", str, "")], bases=(Facts,), frozen=True)
    for module in (reading, sidecar, jsonlines, feed):
        monkeypatch.setattr(module, "Facts", newer)
    (tmp_path / "a.toml").write_text('title = "Fares"\ndate = 2026-11-20\ntopics = ["é"]\n', encoding="utf-8")
    (tmp_path / name).write_text(content)
    assert {seed.digest[:10]: seed.key for seed in read(tmp_path / name, tmp_path)} == signs


SIDE_CARS = [  # the side-car, and the seeds beside it that it is of
    ("Interview with Mr. Smith.toml", {"Interview with Mr. Smith"}),
    ("Talk at example.toml", set()),
    ("ferry.toml", {"ferry.php"}),
    ("ferry.php.toml", {"ferry.php"}),
    ("Talk 3.toml", {"Talk 3.1"}),
    ("Talk at example.com.toml", {"Talk at example.com"}),
    ("quay.toml", {"quay.txt", "quay.HTML"}),
    ("quay.txt.toml", {"quay.txt"}),
    ("2026.11.20 ferry.toml", {"2026.11.20 ferry.txt"}),
    (f"{'a' * 248}.toml", {f"{'a' * 248}.txt"}),
]


@pytest.mark.parametrize(("name", "wanted"), SIDE_CARS)
def test_whose_a_side_car_is(tmp_path, name, wanted):
    seeds = {"Interview with Mr. Smith", "Talk at example.com", "Talk at example.org", "quay.txt", "quay.HTML"}
    seeds |= {"ferry.php", "ferry.php~", "Talk 3.1"}
    for one in (*seeds, "2026.11.20 ferry.txt", f"{'a' * 248}.txt", name):
        (tmp_path / one).write_text(PROSE if one != name else 'title = "Told"\n')
    made = [read(path, tmp_path)[0] for path in find(tmp_path)]
    assert {one.path for one in made if one.told.title == "Told"} == wanted
    assert [path.name for path in survey(tmp_path, tmp_path).strays] == ([] if wanted else [name])


def test_of_two_side_cars_the_one_of_the_whole_name_is_read(seed, tmp_path):
    for name in ("quay.txt.toml", "quay.toml"):
        (tmp_path / name).write_text(f'title = "{name}"\n')
    assert seed("quay.txt", PROSE)[0].told.title == "quay.txt.toml"
    assert [path.name for path in survey(tmp_path, tmp_path).strays] == ["quay.toml"]


@pytest.mark.parametrize("source", ["", "\n \n"])
def test_an_empty_side_car_says_nothing(seed, tmp_path, source):
    (plain,) = seed("quay.txt", PROSE)
    (tmp_path / "quay.toml").write_text(source)
    assert seed("quay.txt", PROSE) == (plain,)


BAD = [
    ('title = "a"\nheadline = "b"\n', 2, "no key"),
    ('title = "a"\nurl = "javascript:x"\n', 2, "no address of the web"),
    ('title = "a"\n\ndate = "soon"\n', 3, "no date"),
    ("title = 5\n", 1, "must be a text"),
    ("tags = [1]\n", 1, "list of texts"),
    ('title = "a"\nlang = "../../x"\n', 2, "no language's code"),
    (f"date = {'9' * 5000}\n", 2, "no TOML"),
    ('title = "a\n', 1, "no TOML.* Write lines such as"),
    ('title = "a"\ndate = 2026-13-40\n', 2, "no TOML.* Write date = 2026-11-20"),
    ("date = 20.11.2026\n", 1, "no TOML.* Write date = 2026-11-20"),
    (b'title = "a"\nsource = "m\xfcsli"\n', 2, "UTF-8"),
]


@pytest.mark.parametrize(("source", "line", "says"), BAD)
def test_a_bad_side_car_is_named_with_its_line(seed, tmp_path, source, line, says):
    (tmp_path / "quay.toml").write_bytes(source if isinstance(source, bytes) else source.encode())
    with pytest.raises(CopydeskError, match=says) as caught:
        seed("quay.txt", PROSE)
    assert (caught.value.path, caught.value.line, caught.value.kind) == ("quay.toml", line, "side-car")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=400), st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace"))),
       suffix=st.sampled_from(sorted(FORMATS)))  # fmt: skip
def test_any_bytes_give_seeds_or_an_error_in_words(tmp_path, content, suffix):
    path = tmp_path / f"seed{suffix}"
    path.write_bytes(content)
    for line in (line for made in seeds_or_none(path) for line in made.lines):
        assert not any(
            (character < " " and character != "\t") or character in "\x7f\x85\u2028\u2029" for character in line.text
        )


def seeds_or_none(path):
    try:
        return read(path, path.parent)
    except CopydeskError:
        return ()


@pytest.mark.parametrize(
    ("folder", "text", "said"),
    [
        ("harbour-ledger", "THE HARBOUR LEDGER\nFares rise.\n© 2026 Harbour Ledger Media", "Harbour Ledger"),
        ("orbit_dispatch", "ORBIT DISPATCH\nFares rise.", "Orbit Dispatch"),
        ("bbc-news", "BBC NEWS\nFares rise.", "BBC News"),
        ("herald", "HERALD\nFares rise.", "HERALD"),
        ("clippings", "Harbour Ledger\nFares rise.", ""),
        ("harbour-ledger/2026/11", "© 2026 Harbour Ledger", "Harbour Ledger"),
        ("2026", "Fares rise.\n© 2026 Harbour Ledger", ""),
        ("november-2026", "Fares rise.\nNovember 2026", ""),
        ("november", "Fares rise.\n3 November", ""),
        ("news", "Home\nNews\nFares rise.\n© 2026 Harbour News", ""),
        ("herald", "Home\nFares rise.\n© 2025-2026 The Herald. All rights reserved.", "Herald"),
        ("herald", "Ferry fares rise again | Herald", "Herald"),
        ("bloomreach", "Home\nFares rise.\n©2025 Bloomreach L.P.", "Bloomreach"),
        ("isles", "Home\nTheIsles.com ©\nTHE ISLES\nFares rise.", "ISLES"),
        ("wire", "Home\nWIRE\nFares rise.\nWIRE", "WIRE"),
        ("sport", "Home\nSport\nFares rise.\nSport", ""),
        ("hafen-online", "Start\nhafen online\nFähren kosten mehr.", "hafen online"),
        ("bbc", "Home\nBBC\nFares rise.\nhaveyoursay@bbc.example", "BBC"),
        ("theherald", "Home\nFares rise.\nWrite to us at theherald.example", ""),
        ("post", "The postman rang twice.", ""),
    ],
)
def test_a_folder_and_a_page_may_agree_on_the_outlet(tmp_path, folder, text, said):
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "a.txt").write_text(text)
    assert read(tmp_path / folder / "a.txt", tmp_path)[0].found.source == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("For **900 pounds** a _day_", "For 900 pounds a day"),
        ("See [the list](https://example.org/a) and `code`", "See the list and code"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ],
)
def test_the_marks_inside_a_line_of_markdown_give_their_words(seed, text, words):
    assert [line.text for line in seed("note.md", f"# Note\n\n{text}\n")[0].lines][1:] == [words]


def test_lines_of_markdown_know_their_numbers(seed):
    text = "One\ntwo\n![a](b.png)\nthree\n\n- x\n- y\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nz\n```\n"
    source = f"---\ntitle: A\n---\n\n{text}"
    assert [line.number for line in seed("a.md", source)[0].lines] == [5, 7, 8, 10, 11, 13, 15, 17]


def test_links_that_lead_nowhere_are_named(seed):
    text = "[a](https://a.example/) [b](javascript:x) [c](/about) *[d](MAILTO:e@f.example)* [g]()"
    (made,) = seed("a.md", f"{text} [h](mailto:e@f.example?c=d)\n")
    assert made.warnings == ("links that do not lead to the web are left out: javascript:x, /about, nowhere …",)
    assert seed("a.md", "[a](https://a.example/)")[0].warnings == ()


def test_a_table_in_markdown_keeps_its_rows(seed):
    table = "| Ticket | Price |\n|:---|---:|\n| Foot | £14.20 |\n| Car \\| van | £66.50 |"
    (made,) = seed("fares.md", f"# Fares\n\n{PROSE}\n\n{table}\n\nThe end of it.\n")
    rows = [line.text for line in made.lines if line.markup is Label.ROW]
    assert rows == ["Ticket | Price", "Foot | £14.20", "Car|van | £66.50"]
    assert [line.text for line in made.lines][-1] == "The end of it."


@pytest.mark.parametrize("head", ["---\ntitle: A\ndraft: true\n---\n", "Title: A\nStatus: draft\n"])
def test_a_draft_is_set_aside(seed, head):
    with pytest.raises(CopydeskError, match="draft") as caught:
        seed("a.md", f"{head}\nThe board met on Monday.\n")
    assert (caught.value.kind, caught.value.path) == ("draft", "a.md")
