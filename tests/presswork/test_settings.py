"""Every knob of the press has its heading in the documentation, with its default."""

from pathlib import Path

from presswork.settings import knobs

DOCS = Path(__file__).resolve().parents[2] / "docs" / "presswork.md"


def test_every_knob_is_documented():
    text = DOCS.read_text(encoding="utf-8")
    headings = [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")]
    assert sorted(headings) == sorted(knobs())
    for name, knob in knobs().items():
        default = "[]" if knob.default == () else f'"{knob.default}"' if isinstance(knob.default, str) else knob.default
        assert f"### {name}\n\n`{default}`." in text
