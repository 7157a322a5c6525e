"""Guards: database triggers that let a review step in only where the workflow and the independence of review allow it.

They say in the database what `guidelines.review` says in sentences, so that no shell and no statement goes round it.
They are made again after every migration, like the seals; before one they are taken away, because SQLite cannot
rebuild a table that a trigger of another table names.
"""

from dataclasses import dataclass

from django.db import connections
from django.utils.translation import gettext_noop

from guidelines import workflow
from guidelines.workflow import State


TRIGGER = "review_step_is_guarded"


@dataclass(frozen=True, slots=True)
class Guard:
    """A step that is refused: the condition in SQL that both databases read, and the sentence."""

    condition: str
    sentence: str


def _listed(words):
    return ", ".join(f"'{word}'" for word in sorted(words))


MOVES = workflow.MOVES.values()
LEGAL = _listed(f"{start or ''}>{move.end}" for move in MOVES for start in move.starts)
REASONED = f"NEW.state IN ({_listed({move.end for move in MOVES if move.needs_reason})})"
SIGNED = f"NEW.state IN ({_listed({move.end for move in MOVES if move.is_signed})})"
NEWEST = "FROM guidelines_reviewstep s WHERE s.edition_id = NEW.edition_id ORDER BY s.number DESC LIMIT 1"
EDITION = "FROM guidelines_edition e WHERE e.id = NEW.edition_id"

GUARDS = (
    Guard(
        f"COALESCE((SELECT s.state {NEWEST}), '') || '>' || NEW.state NOT IN ({LEGAL})",
        gettext_noop("The workflow has no such move from where this edition stands."),
    ),
    Guard(
        f"NEW.number <> 1 + COALESCE((SELECT s.number {NEWEST}), 0)",
        gettext_noop("A review step takes the number after the newest of its edition."),
    ),
    Guard(
        f"NEW.sha256 <> COALESCE((SELECT e.sha256 {EDITION}), '')",
        gettext_noop("A review step is about the digest of its edition and no other."),
    ),
    Guard(
        f"{REASONED} AND trim(NEW.reason) = ''", gettext_noop("Say why, so that editors and clinicians can act on it.")
    ),
    Guard(
        f"{SIGNED} AND (trim(NEW.meaning) = '' OR NEW.signed_with NOT IN ({_listed(workflow.PROOFS)}))",
        gettext_noop("An approval says what it means and how it was signed."),
    ),
    Guard(
        f"NEW.state = '{State.SUBMITTED}' AND NOT EXISTS (SELECT 1 FROM guidelines_contributor c "
        f"JOIN guidelines_edition e ON e.id = c.edition_id WHERE e.id = NEW.edition_id "
        "AND e.submitted_by_id = NEW.by_id AND c.person_id = NEW.by_id)",
        gettext_noop("Whoever submits an edition is one of its contributors."),
    ),
    Guard(
        f"{SIGNED} AND (NEW.by_id = (SELECT e.submitted_by_id {EDITION}) OR EXISTS (SELECT 1 "
        "FROM guidelines_contributor c WHERE c.edition_id = NEW.edition_id AND c.person_id = NEW.by_id))",
        gettext_noop("Nobody approves an edition to which they contributed."),
    ),
    Guard(
        f"{SIGNED} AND EXISTS (SELECT 1 FROM guidelines_interest i JOIN guidelines_stake k ON k.maker = i.maker_id "
        "WHERE k.edition_id = NEW.edition_id AND i.person_id = NEW.by_id)",
        gettext_noop("Nobody approves an edition that changes what a maker in which they declared an interest makes."),
    ),
    Guard(
        f"{SIGNED} AND NEW.profession <> (SELECT u.profession FROM accounts_user u WHERE u.id = NEW.by_id)",
        gettext_noop("A review step keeps the profession of whoever took it."),
    ),
    Guard(
        f"{SIGNED} AND EXISTS (SELECT 1 FROM guidelines_reviewstep s JOIN guidelines_edition o ON o.id = s.edition_id "
        f"WHERE s.state = '{State.APPROVED}' AND o.id <> NEW.edition_id AND o.guideline_id = (SELECT e.guideline_id "
        f"{EDITION}) AND s.id > (SELECT MIN(f.id) FROM guidelines_reviewstep f WHERE f.edition_id = NEW.edition_id))",
        gettext_noop(
            "Another edition was approved after this one was submitted, so what this one changes must be worked out again."
        ),
    ),
    Guard(
        f"{SIGNED} AND EXISTS (SELECT 1 FROM guidelines_comment c LEFT JOIN guidelines_resolution r "
        "ON r.comment_id = c.id WHERE c.edition_id = NEW.edition_id AND c.answers_id IS NULL AND r.id IS NULL)",
        gettext_noop("Comments on this edition are still to be resolved."),
    ),
    Guard(
        f"NEW.state = '{State.APPROVED}' AND (SELECT e.approvals_needed {EDITION}) > 1 AND NOT EXISTS (SELECT 1 "
        "FROM guidelines_reviewstep s WHERE s.edition_id = NEW.edition_id AND s.number = NEW.number - 1 "
        f"AND s.state = '{State.ENDORSED}' AND s.by_id <> NEW.by_id AND s.profession <> NEW.profession)",
        gettext_noop("This edition needs the approvals of two people of different professions."),
    ),
)
SENTENCES = frozenset(guard.sentence for guard in GUARDS)


def renew(sender, using, **_):
    """Make the trigger where its table exists; connected to the end of every migration."""
    connection = connections[using]
    if "guidelines_reviewstep" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for statement in STATEMENTS[connection.vendor]:
            cursor.execute(statement)


def lift(sender, using, **_):
    """Take the trigger away where it would be in the way of a migration; connected to the beginning of every one."""
    if connections[using].vendor == "sqlite":
        with connections[using].cursor() as cursor:
            cursor.execute(f"DROP TRIGGER IF EXISTS {TRIGGER}")


def _on_sqlite():
    cases = " ".join(f"WHEN {guard.condition} THEN RAISE(ABORT, '{guard.sentence}')" for guard in GUARDS)
    yield f"DROP TRIGGER IF EXISTS {TRIGGER}"
    yield f"CREATE TRIGGER {TRIGGER} BEFORE INSERT ON guidelines_reviewstep BEGIN SELECT CASE {cases} END; END"


def _on_postgresql():
    refusals = "\n".join(
        f"IF {guard.condition} THEN RAISE EXCEPTION '{guard.sentence}' USING ERRCODE = 'restrict_violation'; END IF;"
        for guard in GUARDS
    )
    yield (
        "CREATE OR REPLACE FUNCTION guard_review_step() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        f"BEGIN\n{refusals}\nRETURN NEW;\nEND $$"
    )
    yield (
        f"CREATE OR REPLACE TRIGGER {TRIGGER} BEFORE INSERT ON guidelines_reviewstep "
        "FOR EACH ROW EXECUTE FUNCTION guard_review_step()"
    )


STATEMENTS = {"sqlite": tuple(_on_sqlite()), "postgresql": tuple(_on_postgresql())}
