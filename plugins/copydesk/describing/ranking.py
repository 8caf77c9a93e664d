"""Features in, a probability out: how likely an editor would have made this candidate a tag."""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources

SCALE = 1000  # weights are whole thousandths, so that sums are the same everywhere


@dataclass(frozen=True)
class Model:
    """`bias` and `weights` in thousandths of a logit; `wanted` the tags an editor gives, in tenths."""

    bias: int
    wanted: int
    weights: dict[str, int]

    def logit(self, features: tuple[str, ...]) -> int:
        """The score of a candidate in thousandths."""
        return self.bias + sum(filter(None, map(self.weights.get, features)))


@cache
def model(kind: str) -> Model:
    """A trained model of the package: "plain", or "site" for sites with a memory (see benchmarks/train_tags.py)."""
    file = resources.files("copydesk.describing").joinpath("data", "weights.json")
    told = json.loads(file.read_text(encoding="utf-8"))[kind]
    return Model(told["bias"], told["wanted"], told["weights"])


def chance(logit: int) -> float:
    """A score as a probability, rounded so that every machine agrees."""
    return round(1 / (1 + math.exp(-max(-20_000, min(20_000, logit)) / SCALE)), 6)
