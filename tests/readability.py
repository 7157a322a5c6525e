"""How old a reader must be: Flesch-Kincaid and SMOG, with syllables counted by pyphen, names of drugs left out.

The names of the drugs, classes and treatments of an edition count as one short word each: a patient reads them off the
packet, and nobody can word them shorter. A number counts as one short word, too. A line of a list ends a sentence.
"""

import math
import re
from functools import cache

import pyphen


AGE_AT_SCHOOL = 5
"""Grade 1 is read at the age of six."""
VOWELS = re.compile(r"[aeiouy]+")
SENTENCES = re.compile(r"[.;:!?]+(?:\s|$)|\n")
WORDS = re.compile(r"[A-Za-z][A-Za-z’'-]*|[0-9]+(?:[.,–][0-9]+)*")
_hyphens = pyphen.Pyphen(lang="en_GB", left=1, right=2)


def flesch_kincaid_age(lines, names=()):
    """Return the reading age by Flesch-Kincaid."""
    sentences, words, syllables, _long = counted(lines, names)
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + AGE_AT_SCHOOL


def smog_age(lines, names=()):
    """Return the reading age by SMOG."""
    sentences, _words, _syllables, long = counted(lines, names)
    return 1.043 * math.sqrt(long * 30 / sentences) + 3.1291 + AGE_AT_SCHOOL


def counted(lines, names=()):
    """Count sentences, words, syllables, and words of three syllables or more."""
    text = without(names, "\n".join(lines))
    sentences = [part for part in SENTENCES.split(text) if part and WORDS.search(part)]
    syllables = [syllables_of(word.lower()) for word in WORDS.findall(text)]
    return len(sentences), len(syllables), sum(syllables), sum(count > 2 for count in syllables)


def without(names, text):
    """Put one short word in the place of every name."""
    longest_first = sorted({name.lower() for name in names if name}, key=len, reverse=True)
    pattern = "|".join(re.escape(name.removesuffix("s")) + "s?" for name in longest_first)
    return re.sub(rf"(?i)\b(?:{pattern})\b", "it", text) if longest_first else text


@cache
def syllables_of(word):
    """Count the syllables of a word: pyphen misses some that its vowels show, so the larger count holds."""
    if not word[0].isalpha():
        return 1
    silent = word.endswith("e") and not word.endswith(("le", "ee", "ie")) and len(VOWELS.findall(word)) > 1
    by_vowels = len(VOWELS.findall(word)) - silent
    return max(1, by_vowels, len(_hyphens.positions(word)) + 1)
