"""Grammar: whether each line of a population can be said of its fact, and no population leads back to itself."""

from collections.abc import Mapping

from .decoding import Fault
from .fact import Fact, Kind
from .population import Line, Op, Population
from .rulebook import Rulebook


ALLOWED: Mapping[Kind, tuple[Op, ...]] = {
    Kind.BOOLEAN: (Op.YES,),
    Kind.NUMBER: (Op.LT, Op.LE, Op.GT, Op.GE),
    Kind.CHOICE: (Op.IN,),
    Kind.MEMBERS: (Op.INCLUDES, Op.AT_LEAST),
    Kind.TRIALS: (Op.FAILED, Op.NOT_TOLERATED, Op.PARTIAL, Op.RESPONDED, Op.TAKING, Op.TRIED),
}


def faults(rulebook: Rulebook) -> list[Fault]:
    """List lines that say nothing of their fact, empty populations, and circles."""
    facts = {fact.code: fact for fact in rulebook.facts}
    found = [
        Fault(f"populations[{population.code}]", text)
        for population in rulebook.populations
        for text in _population(rulebook, facts, population)
    ]
    return found or _circles(rulebook, facts)


def _population(rulebook: Rulebook, facts: Mapping[str, Fact], population: Population) -> list[str]:
    if not population.lines:
        return ["has no line; an empty population would take in everybody."]
    known = {other.code for other in rulebook.populations}
    said = []
    for number, line in enumerate(population.lines, 1):
        text = _line(rulebook, facts, known, line)
        if text:
            said.append(f"line {number}: {text}")
    return said


def _line(rulebook: Rulebook, facts: Mapping[str, Fact], known: set[str], line: Line) -> str:
    if bool(line.fact) == bool(line.population):
        return "names either a fact or a population, not both and not neither."
    if line.population:
        return "" if line.population in known else f'names the population "{line.population}", which does not exist.'
    fact = facts.get(line.fact)
    if fact is None:
        return f'names the fact "{line.fact}", which does not exist.'
    if line.op not in ALLOWED[fact.kind]:
        return f'"{line.op}" cannot be said of {fact.code}; allowed are {", ".join(ALLOWED[fact.kind])}.'
    return _number(fact, line) or _listing(rulebook, fact, line) or _count(rulebook, facts, line)


def _number(fact: Fact, line: Line) -> str:
    needed = fact.kind is Kind.NUMBER or line.op is Op.AT_LEAST
    if needed == (line.number is not None):
        return ""
    return f"{fact.code} needs a number." if needed else f"{fact.code} takes no number."


def _listing(rulebook: Rulebook, fact: Fact, line: Line) -> str:
    if fact.kind in (Kind.BOOLEAN, Kind.NUMBER):
        return f"{fact.code} takes no values." if line.values else ""
    unknown = [value for value in line.values if value not in _values(rulebook, fact)]
    return f'{fact.code} has no "{unknown[0]}".' if unknown else "" if line.values else f"{fact.code} needs values."


def _count(rulebook: Rulebook, facts: Mapping[str, Fact], line: Line) -> str:
    if line.op is not Op.AT_LEAST:
        return f'only after "{Op.AT_LEAST}" stand besides and or_taking.' if line.besides or line.or_taking else ""
    if line.or_taking and (line.or_taking not in facts or facts[line.or_taking].kind is not Kind.TRIALS):
        return f'or_taking names "{line.or_taking}", which is no fact of the kind trials.'
    members = {group.code: group.members for group in rulebook.drug_classes}
    wanted, apart = ({m for code in codes for m in members.get(code, (code,))} for codes in (line.values, line.besides))
    if apart - wanted:
        return f'besides leaves out "{min(apart - wanted)}", which is not among its values.'
    size, number = len(wanted - apart), line.number or 0
    if number % 1 == 0 and 1 <= number <= size:
        return ""
    return f"{number:g} cannot be counted to: give a whole number of at least 1 and at most {size}, the length of the list."


def _values(rulebook: Rulebook, fact: Fact) -> set[str]:
    drugs = {drug.code for drug in rulebook.drugs} | {group.code for group in rulebook.drug_classes}
    if fact.kind is Kind.CHOICE:
        return {choice.code for choice in fact.choices}
    if fact.kind is Kind.TRIALS:
        return drugs | {treatment.code for treatment in rulebook.treatments}
    return {member.code for member in fact.members} | (drugs if fact.drugs else set())


def _circles(rulebook: Rulebook, facts: Mapping[str, Fact]) -> list[Fault]:
    """Follow populations through their lines, the guards of the facts they name and the inputs of derived facts."""
    leads = {f"population {p.code}": _leads(p) for p in rulebook.populations}
    for fact in facts.values():
        guard = [f"population {fact.asked_of}"] if fact.asked_of else []
        leads[f"fact {fact.code}"] = [*guard, *(f"fact {part.fact}" for part in fact.inputs)]
    done: set[str] = set()
    return [Fault(start, "leads back to itself.") for start in leads if _returns(start, leads, done, ())]


def _leads(population: Population) -> list[str]:
    lines = population.lines
    facts = [f"fact {code}" for line in lines for code in line.facts]
    return [*facts, *(f"population {line.population}" for line in lines if line.population)]


def _returns(at: str, leads: Mapping[str, list[str]], done: set[str], path: tuple[str, ...]) -> bool:
    if at in path:
        return True
    if at in done or at not in leads:
        return False
    found = any(_returns(to, leads, done, (*path, at)) for to in leads[at])
    done.add(at)
    return found
