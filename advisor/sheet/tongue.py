"""The tongue: a statement in the language of the page where its edition has it, else in that of the edition, which is said."""

from django.utils.translation import get_language

from guidelines.parlance import CONTENT_TAG


def told(statement):
    """Give a statement's words for clinicians and for students, and the language that they are in.

    A rendering without words for students leaves them in the language of the edition, so `why_language` may differ.
    """
    rendering = _rendering(statement)
    if rendering is None:
        return {"text": statement.text, "language": CONTENT_TAG, "why": statement.student, "why_language": CONTENT_TAG}
    why = (rendering.student, rendering.language) if rendering.student else (statement.student, CONTENT_TAG)
    return {"text": rendering.text, "language": rendering.language, "why": why[0], "why_language": why[1]}


def _rendering(statement):
    """Choose the rendering in exactly the page's language, else in that of any region."""
    if not statement.renderings:
        return None
    wanted = get_language() or ""
    found = {one.language.lower(): one for one in statement.renderings}
    spoken = {language.partition("-")[0]: one for language, one in found.items()}
    return found.get(wanted) or spoken.get(wanted.partition("-")[0])
