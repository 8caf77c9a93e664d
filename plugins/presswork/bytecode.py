"""Templates once compiled in, their code out in the next build, where nothing has changed that they hang on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache

from presswork.environments import foreign_extensions
from presswork.state import state

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class KeptBytecode(BytecodeCache):
    """Jinja's own cache, in the store.

    A template's checksum is that of its source alone; options, filters and extensions have a hand in compiling it, too.
    So code is taken only in an edition that has found settings, plugins and libraries to be the same.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, if it is known."""
        known = state.edition.code.get(bucket.key) if state.edition is not None else None
        if known is not None and known[0] == bucket.checksum and is_stock(bucket.environment):
            bucket.code = known[1]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's code for the next build."""
        if state.edition is not None and is_stock(bucket.environment):
            state.edition.fresh_code[bucket.key] = (bucket.checksum, bucket.code)


def is_stock(environment: Any) -> bool:
    """Whether Jinja itself does all the compiling."""
    return not any(foreign_extensions(environment))
