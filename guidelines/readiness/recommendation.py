"""Rules on recommendations: what is offered has a strength, a certainty and a source, can be reached, and is not refused."""

from collections.abc import Iterable

from guidelines.engine import citation
from guidelines.engine.evidence import Position
from guidelines.engine.rulebook import Contraindication, Option, Severity

from .finding import Weight
from .inspection import Inspection
from .proposition import Proposition
from .rule import Breach, Rule, breach


class StrengthMissing(Rule):
    """States no strength. Give it in the words of the source, or write “not stated in the source seen”."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option whose strength is blank."""
        yield from (breach(_place(option)) for option in seen.rulebook.options if not option.strength.strip())


class CertaintyMissing(Rule):
    """States no certainty of the evidence. Give it in the words of the source, or write “not stated in the source seen”."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option whose certainty is blank."""
        yield from (breach(_place(option)) for option in seen.rulebook.options if not option.certainty.strip())


class NoPrimarySource(Rule):
    """Rests on no source that was seen itself ({sources}), and does not say so. Cite one that was, or mark each as what it is."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option whose sources are all second-hand under the cover of a plain citation."""
        for option in seen.rulebook.options:
            if option.sources and not _primary(seen, option) and citation.mark(option.sources) is None:
                yield breach(_place(option), sources=", ".join(option.sources))


class SecondHandRecommendation(Rule):
    """Rests on no source that was seen itself, and says so ({sources})."""

    weight = Weight.MARK
    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option that is openly second-hand, unverified or a proposal."""
        for option in seen.rulebook.options:
            if option.sources and not _primary(seen, option) and citation.mark(option.sources) is not None:
                yield breach(_place(option), sources=", ".join(option.sources))


class SupersededPositionFollowed(Rule):
    """Follows the position {position}, which {successor} has taken the place of. Follow that, or say why not."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option that follows what its own body has replaced."""
        for option, position in _following(seen):
            if position.superseded_by:
                yield breach(_place(option), position=position.code, successor=position.superseded_by)


class OlderPositionFollowed(Rule):
    """Follows the position {position}, though the same body has since spoken of this treatment in {newer}. See whether that
    takes its place."""

    weight = Weight.MARK
    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option that follows a body's earlier word on a treatment, where nobody said that it is superseded."""
        for option, position in _following(seen):
            later = [
                other.code
                for other in seen.rulebook.positions
                if _body(other) == _body(position)
                and other.year > position.year
                and option.treatment in other.treatments
            ]
            if later and not position.superseded_by:
                yield breach(_place(option), position=position.code, newer=", ".join(later))


class PositionAgainstFollowed(Rule):
    """Offers a treatment and follows the position {position}, which speaks against it."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option that follows a position against the treatment, or one that makes no recommendation."""
        for option, position in _following(seen):
            if position.stance in ("against", "no_recommendation"):
                yield breach(_place(option), position=position.code)


class RecommendedAndNot(Rule):
    """Is recommended for {population}, and in every one of these patients ruled out by {rules}."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option whose patients, all of them, must not have the treatment or get no advice."""
        for option, rules, reached in seen.offers():
            place = _place(option)
            if not seen.nobody(place, (*reached, *seen.allowed(rules))) or seen.nobody(place, reached):
                continue
            barring = [rule for rule in rules.contraindications if rule.severity is not Severity.CAUTION]
            for rule in tuple(barring):
                others = [other for other in barring if other is not rule]
                if seen.nobody(place, (*reached, *seen.admitted, *_spared(seen, others))):
                    barring = others
            named = [rule.code for rule in barring] or ["an alert that stops the advice"]
            yield breach(place, population=option.population, rules=" and ".join(named))


class OptionUnreachable(Rule):
    """Is never reached: {earlier} come before it and take every one of its patients."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option whose patients all belong to options of the same treatment that are declared before it."""
        for option, rules, reached in seen.offers():
            place = _place(option)
            if seen.nobody(place, reached) and not seen.nobody(place, reached[:1]):
                before = rules.options[: rules.options.index(option)]
                yield breach(place, earlier=", ".join(other.code for other in before))


def _place(option: Option) -> str:
    return f"options[{option.code}]"


def _spared(seen: Inspection, rules: Iterable[Contraindication]) -> list[Proposition]:
    return [seen.space.contraindication(rule, holds=False) for rule in rules]


def _following(seen: Inspection) -> Iterable[tuple[Option, Position]]:
    positions = {position.code: position for position in seen.rulebook.positions}
    yield from ((one, positions[one.follows]) for one in seen.rulebook.options if one.follows in positions)


def _body(position: Position) -> str:
    """Give the body without the year that its name may end in: NeuPSIG 2015 and NeuPSIG 2025 are one body."""
    return position.body.removesuffix(position.year).strip()


def _primary(seen: Inspection, option: Option) -> bool:
    plain = (seen.references.get(source) for source in option.sources)
    return any(record is not None and record.verification == "primary" for record in plain)


RULES = (
    StrengthMissing,
    CertaintyMissing,
    NoPrimarySource,
    SecondHandRecommendation,
    SupersededPositionFollowed,
    OlderPositionFollowed,
    PositionAgainstFollowed,
    RecommendedAndNot,
    OptionUnreachable,
)
