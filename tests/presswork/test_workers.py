"""Conversions by one process and by several: the same bytes, and several only where they pay."""

import pytest

from presswork import workers
from presswork.internals.readers import is_plain, is_reusable

SETTINGS = {"MARKDOWN": {"extension_configs": {"markdown.extensions.extra": {}}}, "FORMATTED_FIELDS": ["summary"]}
SOURCES = [
    f"Title: Post {n}\nSummary: *short* {n}\n\nText[^1] `{n}` and **more**.\n\n[^1]: A note.\n".encode()
    for n in range(120)
]


def test_several_processes_convert_as_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH", 0.0)
    assert [made for _, made in workers.conversions(SETTINGS, SOURCES, 2)] == workers.converted(SETTINGS, SOURCES)


def test_what_is_done_sooner_alone_is_left_to_the_build() -> None:
    assert len(list(workers.conversions(SETTINGS, SOURCES, 2))) == workers.SAMPLE


def test_settings_that_cannot_travel_stay_with_the_build() -> None:
    assert workers.is_portable(SETTINGS)
    assert not workers.is_portable({"MARKDOWN": {"extension_configs": {"toc": {"slugify": lambda text, _: text}}}})


def test_a_number_of_processes_is_what_was_asked_for() -> None:
    assert workers.processes(3) == 3
    assert workers.processes(0) >= 1


@pytest.mark.parametrize(
    ("markdown", "plain", "reusable"),
    [
        (
            {"extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.codehilite": {"a": 1}}},
            True,
            True,
        ),
        ({"extensions": ["extra", "meta"], "output_format": "html5"}, True, True),
        ({"extensions": ["extra", "toc"]}, False, True),
        ({"extensions": ["extra"], "tab_length": 2}, False, True),
        ({"extensions": ["wikilinks"]}, False, False),
        ({"extensions": [object()]}, False, False),
        ({"extension_configs": {"footnotes": {"UNIQUE_IDS": True}}}, False, False),
    ],
)
def test_settings_decide_who_converts(markdown: dict[str, object], plain: bool, reusable: bool) -> None:
    assert is_plain(markdown) is plain
    assert is_reusable(markdown) is reusable
