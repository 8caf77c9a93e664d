"""Pages in each of many languages in, their articles out: short ones that are laid out alike, and whole ones."""

import datetime
from pathlib import Path

import pytest

from copydesk.cleaning import clean
from copydesk.cleaning.phrases import KINDS
from copydesk.language import lexicon, lowered
from copydesk.language.lexicons import DATA
from copydesk.model import Label
from copydesk.reading import read
from copydesk.shaping import shape
from copydesk.shaping.signs import PUBLISHED, UPDATED, cue

PAGES = sorted((Path(__file__).parent / "languages").glob("*.txt"))
WHOLE = sorted((Path(__file__).parent / "languages" / "whole").glob("*.txt"))
LISTED = sorted(path.name for path in DATA.iterdir() if path.is_dir())
TODAY = datetime.date(2026, 11, 22)
HEADLINE, BODY = 9, (16, 17, 18, 19, 21)  # from 0; a pointer to another story may part the last two


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_any_language_gives_its_article_whole_and_nothing_else(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    made = shape(clean(read(path, path.parent)[0]), TODAY)
    assert made.lang == path.stem
    assert made.title == lines[HEADLINE]
    assert made.date == datetime.date(2026, 3, 14)
    assert [block.text for block in made.blocks] == [lines[at] for at in BODY]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_a_whole_page_gives_all_that_it_says_of_its_article(path, tmp_path):
    """Of each line in the file a letter says what it is: Title, Standfirst, Body, Heading, all else a bar.

    A heading with a small letter may be lost: between boxes, and where letters have no case, not all are known.
    Above them stands what is right.
    """
    told, rows = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            told[name] = value
        else:
            rows.append((line[0], line[2:]))
    page = tmp_path / path.name
    page.write_text("\n".join(text for _, text in rows), encoding="utf-8")
    made = shape(clean(read(page, tmp_path)[0]), TODAY)
    assert [text for kind, text in rows if kind == "T"] == [made.title]
    assert (str(made.date), made.byline) == (told["day"], told["by"])
    assert made.keywords == tuple(filter(None, told["tags"].split(", ")))
    kept = {line.text for line in made.page.kept}
    shown = kept | {line.text for line in made.page.lines if line.label is Label.STANDFIRST}
    assert [text for kind, text in rows if kind in "SBH" and text not in shown] == []
    assert [text for kind, text in rows if kind == "|" and text in kept] == []


@pytest.mark.parametrize("lang", LISTED)
def test_lists_are_written_as_they_are_looked_up(lang):
    rows = {path.stem: lexicon(path.stem, lang) for path in (DATA / lang).glob("*.txt")}
    assert {kind for row in rows["furniture"] for kind in [row.partition(": ")[0]]} <= {*KINDS}
    assert len(rows.get("months", range(12))) == 12
    assert [row for row in rows["furniture"] if row != lowered(row)] == []
    assert [name for name, said in rows.items() if name != "months" and len(said) != len(set(said))] == []


@pytest.mark.parametrize(
    ("lang", "first", "later"),
    [
        ("bg", "Публикувано:", "Обновено:"),
        ("bn", "প্রকাশ:", "আপডেট:"),
        ("ca", "Publicat el", "Actualitzat a les 8:15 del"),
        ("el", "Δημοσιεύτηκε:", "Τελευταία ενημέρωση:"),
        ("fa", "تاریخ انتشار:", "به‌روزرسانی:"),
        ("fi", "Julkaistu", "Päivitetty"),
        ("he", "פורסם:", "עודכן:"),
        ("hi", "प्रकाशित:", "अपडेट:"),
        ("hr", "Objavljeno:", "Ažurirano:"),
        ("hu", "Megjelent:", "Frissítve:"),
        ("id", "Diterbitkan", "Diperbarui"),
        ("ko", "입력", "수정"),
        ("ro", "Publicat:", "Actualizat:"),
        ("sk", "Publikované", "Aktualizované"),
        ("sr", "Објављено:", "Ажурирано:"),
        ("uk", "Опубліковано:", "Оновлено:"),
        ("vi", "Đăng lúc", "Cập nhật"),
    ],
)
def test_what_a_day_is_of_is_said_in_every_language(lang, first, later):
    assert [cue(f"{word} ", lang) for word in (first, later)] == [PUBLISHED, UPDATED]


def test_every_language_with_lists_says_what_a_day_is_of():
    assert [lang for lang in LISTED if not (lexicon("published", lang) and lexicon("updated", lang))] == []
