"""A reviewer's desk without a browser: pages of review opened, and their forms sent as they were shown."""

from tests.factories.user import PASS_PHRASE
from tests.journeys.test_consultation import words


class Desk:
    """Somebody signed in, at the pages of one edition."""

    def __init__(self, client, person, edition):
        client.force_login(person)
        self.client = client
        self.person = person
        self.address = f"/review/{edition.guideline_id}/{edition.number}/"

    def reads(self, page=""):
        """Open a page of the edition, and return what it says."""
        return words(self.opens(page))

    def opens(self, page=""):
        """Open a page of the edition."""
        return self.client.get(self.address + page)

    def sends(self, page, shown=None, **typed):
        """Open a page, fill its form and send it; `shown` is a page opened earlier."""
        form = (shown or self.opens("" if page == "take/" else page)).context["form"]
        hidden = {name: form[name].value() for name in ("sha256", "step") if name in form.fields}
        return self.client.post(self.address + page, hidden | typed, follow=True)

    def signs(self, shown=None, phrase=PASS_PHRASE):
        """Approve with the pass phrase."""
        return self.sends("approve/", shown, phrase=phrase)

    def comments(self, place, text):
        """Comment on a place."""
        return self.client.post(f"{self.address}comments/add/", {"place": place, "text": text}, follow=True)
