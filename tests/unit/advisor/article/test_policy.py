"""The editorial policy says what the rules say, and what this deployment does."""

from advisor import article
from guidelines.readiness import RULES, Weight


def test_it_lists_every_rule_that_keeps_an_edition_from_review():
    assert len(article.policy()["rules"]) == len([rule for rule in RULES if rule.weight is Weight.ERROR])
    assert not [rule for rule in article.policy()["rules"] if "{" in rule]


def test_it_says_whether_this_deployment_shows_what_nobody_approved(settings):
    settings.SHOW_UNAPPROVED_EDITIONS = False
    assert article.policy()["shows_unapproved"] is False
