"""Pages as browsers print them, and texts with their address beside them."""

import pytest

from copydesk.cleaning import clean
from copydesk.language import LANGUAGES, lexicon
from copydesk.language.pages import Pages, pages
from copydesk.model import Label
from copydesk.reading import read
from tests.test_mails import FIRST, SECOND, THIRD, TITLE

URL = "https://www.harbour.example/cranes"
PRINTS = [
    (f"06/11/2026, 09:20\t{TITLE} | Harbour Weekly", f"{URL}\t{{}}/2"),
    (f"11/6/26, 9:20 AM {TITLE} | Harbour Weekly", f"{URL} {{}}/2"),
    (f"{TITLE} | Harbour Weekly {URL}", "{} of 2 06/11/2026, 09:20"),
    (f"06/11/2026 09:20 {TITLE}", f"{URL} Page {{}} of 2"),
    (f"06.11.2026, 09:20 {TITLE} | Harbour Weekly", f"{URL} Seite {{}} von 2"),
]
STORY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


@pytest.mark.parametrize(("head", "foot"), PRINTS)
def test_what_a_browser_prints_around_pages_goes_and_gives_the_address(tmp_path, head, foot):
    first = f"{head}\n\n{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{foot.format(1)}\n"
    (tmp_path / "a.txt").write_text(f"{first}{head}\n\n{THIRD}\n\n{foot.format(2)}\n", encoding="utf-8")
    (made,) = read(tmp_path / "a.txt", tmp_path)
    assert made.found.url == URL
    page = clean(made)
    assert [line.text for line in page.kept if line.label is Label.PARAGRAPH] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{URL}\n\n{TITLE}\n\n{STORY}", (0,)),
        (f"URL: {URL}\n\n{TITLE}\n\n{STORY}\n\nhttps://other.example/a", (0,)),
        (f"{TITLE}\n\n{STORY}\n\n{URL}\n", (8,)),
        (f"{TITLE}\n\n{STORY}\n\nQuelle: {URL}", (8,)),
        (f"{TITLE}\n\n{STORY}\n\n来源：{URL}", (8,)),
    ],
)
def test_an_address_alone_at_an_end_is_the_texts(text, lines):
    assert pages(text.split("\n")) == Pages(lines, URL)


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{STORY}\n\nFacebook: {URL}",
        f"{TITLE}\n\n{STORY}\n\nhttps://a.example/b\n{URL}",
        f"{TITLE}\n\n{FIRST}\n\n06/11/2026, 09:20 The port opens again\n\n{SECOND}",
        f"{TITLE} {URL}\n\n{STORY}",
    ],
)
def test_other_addresses_and_hours_are_the_texts_own(text):
    assert pages(text.split("\n")) == Pages()


def test_every_language_says_where_a_text_is_from():
    assert all(lexicon("origin", lang) for lang in LANGUAGES)
