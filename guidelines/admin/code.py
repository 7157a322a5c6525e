"""Codes: how an editor is told to spell the short names by which rows mean one another."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _


OF_CATALOGUE = RegexValidator(
    r"\A[a-z0-9][a-z0-9_]*\Z",
    _("Write the code in small letters, digits and _ only, without spaces: renal_30_60."),
)
OF_LIST = RegexValidator(
    r"\A([A-Z]+-?[0-9]+[A-Za-z0-9]*|[A-Z]+|[a-z0-9][a-z0-9_]*)\Z",
    _("Write the letters of the list and the number, such as S05 or G-01; or small letters, digits and _ only."),
)
