"""Names: which treatments of an edition go by a word, be it a name, a brand, a class, a word for one, or a slip of any of these."""

from . import spelling


LONGEST = 100


def called(reading, sought: str) -> frozenset[str]:
    """Return the treatments that every word sought fits, by their codes; a word that fits none is tried as a slip."""
    known = _names(reading.compiled.rulebook)
    words = sought[:LONGEST].casefold().split()
    found = _fitting(known, words)
    if found or not words:
        return found
    said = spelling.names(reading.compiled)
    return _fitting(known, [spelling.meant(word, said) or word for word in words])


def _fitting(known, words):
    return frozenset(code for code, name in known.items() if all(word in name for word in words))


def _names(rulebook):
    """Give for each treatment all by which it may be sought, in small letters."""
    drugs = {drug.code: drug for drug in rulebook.drugs}
    return {
        treatment.code: "\n".join(_said(rulebook, treatment, drugs.get(treatment.drug))).casefold()
        for treatment in rulebook.treatments
    }


def _said(rulebook, treatment, drug):
    yield treatment.name
    classes = [one for one in rulebook.drug_classes if treatment.drug and treatment.drug in one.members]
    yield from (one.name for one in classes)
    if drug:
        yield from (drug.name, *drug.synonyms)
    codes = {one.code for one in classes}
    for one in rulebook.synonyms:
        if treatment.code in one.treatments or treatment.drug in one.drugs or codes.intersection(one.drug_classes):
            yield from one.terms
