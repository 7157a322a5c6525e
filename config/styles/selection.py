"""What of another stylesheet is used here: the rules for elements and for chosen classes, and the variables these need."""

import re


NEGATED = re.compile(r":not\([^()]*\)")
CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
DARK = "data-bs-theme=dark"
# In minified text, a declaration of a variable, whose value may hold brackets and quotes but no semicolon.
VARIABLE = re.compile(r"(--bs-[\w-]+):[^;}]*;?")
USE = re.compile(r"var\((--bs-[\w-]+)")


def select(text, classes):
    """Keep the rules of a minified stylesheet whose every class is among these; elements' rules stay.

    Animations go, and so do the rules for Bootstrap's own dark pages: the product brings its own.
    """
    return "".join(_kept(prelude, body, classes) for prelude, body in _rules(text))


def without_idle_variables(text):
    """Leave out Bootstrap's variables that nothing in the text asks for, until none is left."""
    while True:
        used = set(USE.findall(text))
        left = VARIABLE.sub(lambda found, used=used: found[0] if found[1] in used else "", text)
        if left == text:
            return text
        text = left


def _kept(prelude, body, classes):
    if prelude.startswith("@media"):
        inside = select(body, classes)
        return f"{prelude}{{{inside}}}" if inside else ""
    if prelude.startswith("@"):
        return ""
    selectors = [one for one in _selectors(prelude) if _is_used(one, classes)]
    return f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _is_used(selector, classes):
    return DARK not in selector and classes.issuperset(CLASS.findall(NEGATED.sub("", selector)))


def _selectors(prelude):
    """Split at the commas that stand outside brackets."""
    return re.split(r",(?![^(]*\))", prelude)


def _rules(text):
    """Give what stands before each outermost pair of braces, and what stands in it."""
    begun, depth, opened = 0, 0, 0
    for found in re.finditer(r"[{};]", text):
        place, sign = found.start(), found[0]
        if sign == ";" and not depth:
            begun = place + 1
        elif sign == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif sign == "}":
            depth -= 1
            if not depth:
                yield text[begun:opened].strip(), text[opened + 1 : place]
                begun = place + 1
