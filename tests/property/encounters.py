"""Random encounters: a made-up rulebook, a patient who answers question after question, and the advice at each step."""

import os
from dataclasses import dataclass
from functools import cache, cached_property
from random import Random

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from guidelines.engine import advice
from guidelines.engine.compilation import Compiled
from tests.property import patients, rulebooks
from tests.spec import ward


MANY = int(os.environ.get("EXAMPLES", "80"))

thorough = settings(
    max_examples=MANY,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
"""Each property sees the same encounters, made once; EXAMPLES=5000 looks further."""


@dataclass(frozen=True)
class Encounter:
    """One rulebook and one patient; `seed` makes it again."""

    seed: int
    plain: dict
    book: Compiled
    story: list

    @cached_property
    def told(self):
        """Give the advice after each answer."""
        return [advice.advise(self.book, person, edition=ward.EDITION) for person in self.story]

    def __repr__(self):
        return f"encounters.made({self.seed})"


@cache
def made(seed):
    """Make up an encounter."""
    chance = Random(seed)
    plain = rulebooks.document(chance)
    book = ward.compiled_of(plain)
    return Encounter(seed, plain, book, patients.story(chance, book))


encounters = st.integers(0, MANY - 1).map(made)
