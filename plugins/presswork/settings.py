"""Every knob of the press, once: Pelican's settings in, one frozen `Settings` out."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "PRESSWORK_"


class SettingError(ValueError):
    """A knob that does not exist, or whose value is of the wrong type; the message is a sentence for people."""


def knob(default: Any, meaning: str) -> Any:
    """A setting's default and its meaning in one sentence."""
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True)
class Settings:
    """What the press may be told. The field `store` is set as `PRESSWORK_STORE` in `pelicanconf.py`."""

    enabled: bool = knob(True, "Whether the press works at all; False builds as stock Pelican does.")
    store: str = knob(".cache/presswork", "The folder of what only saves time; it may be deleted at any moment.")
    incremental: bool = knob(True, "Whether pages whose ingredients have not changed are left as they lie.")
    workers: int = knob(0, "Processes that convert Markdown in a cold build; 0 means one a core, 1 means no others.")
    oldest_first: bool = knob(False, "Whether paginated lists are numbered from the oldest page, so old pages stay.")
    pure: tuple[str, ...] = knob((), "Your own Jinja filters and functions that depend on their arguments alone.")

    @property
    def store_path(self) -> Path:
        """The store's folder, absolute; relative names are relative to the working directory, as `CACHE_PATH` is."""
        return Path(self.store).absolute()


def knobs() -> dict[str, Any]:
    """The settings a person may set: `PRESSWORK_NAME` -> its dataclass field."""
    return {PREFIX + f.name.upper(): f for f in fields(Settings)}


def from_pelican(pelican: Mapping[str, Any]) -> Settings:
    """Pelican's settings -> `Settings`; raises `SettingError` for an unknown or ill-typed knob."""
    known = knobs()
    given = {name: value for name, value in pelican.items() if name.startswith(PREFIX)}
    for name, value in given.items():
        if name not in known:
            raise SettingError(f"{name} is no setting of presswork; known are {', '.join(known)}.")
        check(name, value, type(known[name].default))
    settings = Settings(**{known[name].name: frozen(value) for name, value in given.items()})
    if settings.store_path.is_relative_to(Path(pelican.get("OUTPUT_PATH") or "output").absolute()):
        raise SettingError(f"PRESSWORK_STORE is {settings.store!r}, inside the output: it would be published.")
    content = Path(pelican.get("PATH") or "content").absolute()
    if "PRESSWORK_STORE" in given and (not settings.store or settings.store_path.is_relative_to(content)):
        where = "inside the content" if settings.store else "which names no folder"
        raise SettingError(f"PRESSWORK_STORE is {settings.store!r}, {where}: give it a folder of its own.")
    return settings


def check(name: str, value: Any, wanted: type) -> None:
    """Raise `SettingError` unless the value is of the wanted type; a list passes for a tuple, no number is negative."""
    if not isinstance(frozen(value), wanted) or (wanted is int and isinstance(value, bool)):
        raise SettingError(f"{name} is {value!r}, but wants {wanted.__name__}.")
    if wanted is int and value < 0:
        raise SettingError(f"{name} is {value}, but wants 0 or more.")


def frozen(value: Any) -> Any:
    """Lists become tuples; everything else stays."""
    return tuple(value) if isinstance(value, list) else value
