"""The tables: the working copy that editors change, and the editions, review steps and ledger that nobody does."""

from .alert import Alert
from .case import Case
from .comment import Comment, Resolution
from .contraindication import Contraindication
from .contribution import Authorship, Contribution, Contributor
from .disagreement import Disagreement
from .dose_range import Cell, DoseRange, Titration
from .drug import Drug, Identifier
from .drug_class import DrugClass
from .edition import Edition
from .effect_estimate import EffectEstimate
from .entry import Entry
from .fact import Fact, FactChoice, FactInput, FactMember, FactUnit
from .guideline import Guideline
from .impossible import Impossible
from .inclusion import Inclusion, Section
from .interest import Interest
from .maker import Maker
from .monitoring import Monitoring
from .option import Option
from .population import Line, Population
from .position import Position
from .reference import Reference
from .review_step import ReviewStep
from .safety import Safety
from .source import Source, Verification
from .stake import Stake
from .statement import Rendering, Statement
from .synonym import Synonym
from .topic import Topic
from .treatment import Strength, Treatment
from .tree_head import Leaf, TreeHead


__all__ = (
    "Alert",
    "Authorship",
    "Case",
    "Cell",
    "Comment",
    "Contraindication",
    "Contribution",
    "Contributor",
    "Disagreement",
    "DoseRange",
    "Drug",
    "DrugClass",
    "Edition",
    "EffectEstimate",
    "Entry",
    "Fact",
    "FactChoice",
    "FactInput",
    "FactMember",
    "FactUnit",
    "Guideline",
    "Identifier",
    "Impossible",
    "Inclusion",
    "Interest",
    "Leaf",
    "Line",
    "Maker",
    "Monitoring",
    "Option",
    "Population",
    "Position",
    "Reference",
    "Rendering",
    "Resolution",
    "ReviewStep",
    "Safety",
    "Section",
    "Source",
    "Stake",
    "Statement",
    "Strength",
    "Synonym",
    "Titration",
    "Topic",
    "Treatment",
    "TreeHead",
    "Verification",
)
