"""A theme's catalogues in, the interface's words in the site's language out."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

DOMAIN = "broadsheet"
ANOTHER_NAME = {"no": "nb", "nn": "nb", "iw": "he"}  # a language's older or wider code, or the nearest that is written


def catalogue(theme: Path, lang: str) -> NullTranslations:
    """The words of `<theme>/translations/<lang>/LC_MESSAGES/broadsheet.po`; the theme's own English where it has none.

    A region falls back on its language: `de-AT` reads `de`.
    """
    bare = lang.replace("_", "-").split("-")[0].lower()
    for name in (lang.replace("-", "_"), bare, ANOTHER_NAME.get(bare, bare)):
        path = theme / "translations" / name / "LC_MESSAGES" / f"{DOMAIN}.po"
        if path.is_file():
            return compiled(path)
    return NullTranslations()


def compiled(path: Path) -> GNUTranslations:
    """A catalogue read from its source, so that no binary needs to lie beside it."""
    binary = BytesIO()
    with path.open("rb") as source:
        write_mo(binary, read_po(source))
    binary.seek(0)
    return GNUTranslations(binary)
