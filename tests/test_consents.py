"""A page in, its article out without what a board asks of its readers: cookies, partners, choices."""

import pytest

from copydesk.cleaning import clean
from copydesk.model import Label
from tests.test_cleaning import seed
from tests.test_ends import ABOVE
from tests.test_lists import LONG

BOARD = (
    "When you visit our website, we store cookies on your browser to collect information. It might relate to you.",
    "Manage Consent Preferences",
    "Strictly Necessary Cookies - Always Active",
    "We do not allow you to opt-out of our certain cookies, as they are necessary to ensure the proper functioning of "
    "our website (such as prompting our cookie banner and remembering your privacy choices).",
    "Ferry Company Partners",
    "Our islanders' cookies tell you which timetable was yours.",
    "Social Media Cookies",
    "Social media cookies are set by a range of social media services that we have added to the site.",
    "Confirm My Choices",
)
ASKS = "This content is provided by a network, which may be using cookies and other technologies."


def kept(*rows):
    return [line.text for line in clean(seed("\n\n".join((*ABOVE, *rows)))).kept if line.label is not Label.HEADLINE]


@pytest.mark.parametrize("at", [0, 2, len(LONG)])
def test_a_board_goes_whole_wherever_it_stands(at):
    assert kept(*LONG[:at], *BOARD, *LONG[at:]) == list(LONG)


def test_a_paragraph_between_two_that_ask_stays():
    rows = [row for paragraph in LONG for row in (ASKS, paragraph)]
    assert kept(*rows, ASKS) == list(LONG)


@pytest.mark.parametrize(
    "text",
    [
        "The council will ask the islanders whether cookies may tell it which ferry they took, Orr said on Friday.",
        "Regulators fined the ferry company 40,000 crowns, since its site stored cookies before anybody had agreed.",
        "The company sells what its passengers do on the site to partners, among them a bank and two grocers.",
    ],
)
def test_a_story_of_cookies_stays(text):
    assert kept(*LONG[:2], text, *LONG[2:]) == [*LONG[:2], text, *LONG[2:]]
