"""Conversions by one process and by several: the same bytes, and several only where they pay."""

from pathlib import Path

import pytest

from presswork import workers
from presswork.conversion import is_plain, is_reusable

SETTINGS = {"MARKDOWN": {"extension_configs": {"markdown.extensions.extra": {}}}, "FORMATTED_FIELDS": ["summary"]}


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    made = [tmp_path / f"{n}.md" for n in range(120)]
    for n, path in enumerate(made):
        path.write_text(f"Title: Post {n}\nSummary: *short* {n}\n\nText[^1] `{n}` and **more**.\n\n[^1]: A note.\n")
    return [*map(str, made), str(tmp_path / "gone.md")]


def test_several_processes_convert_as_one_does(monkeypatch: pytest.MonkeyPatch, paths: list[str]) -> None:
    monkeypatch.setattr(workers, "WORTH", 0.0)
    made = list(workers.conversions(SETTINGS, b"reading", paths, 2))
    assert made == workers.converted(SETTINGS, b"reading", paths)
    assert [one.path for one in made] == paths
    assert not made[-1].value


def test_what_is_done_sooner_alone_is_left_to_the_build(paths: list[str]) -> None:
    assert len(list(workers.conversions(SETTINGS, b"reading", paths, 2))) == workers.SAMPLE


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
