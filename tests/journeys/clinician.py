"""A clinician at the wizard without a browser: fills page after page from an answers document."""

import re

from advisor import answers, forms


ASKED = re.compile(r'name="asked" value="(\w+)"')
SHOWN = re.compile(r'name="shown" value="([\w:]+)"')
SEEN = re.compile(r'name="seen" value="(\w+)"')


class Clinician:
    """Walks a consultation with the Django client, answering "not known" wherever the document says nothing."""

    def __init__(self, client, book, slug):
        self.client = client
        self.book = book
        self.address = f"/guidelines/{slug}/"
        self.asked = []

    def starts(self):
        """Begin, and be led to the first page."""
        return self.client.post(self.address, follow=True)

    def answers(self, document, response=None):
        """Fill every page that is due; return the summary."""
        response = response or self.starts()
        for _ in range(40):
            codes = ASKED.findall(response.content.decode())
            if not codes:
                return response
            self.asked += codes
            page = self.page(codes, document) | {"shown": SHOWN.findall(response.content.decode())}
            response = self.client.post(response.request["PATH_INFO"], page, follow=True)
            assert response.status_code == 200, response.content.decode()
        raise AssertionError("The wizard does not come to an end.")

    def page(self, codes, document):
        """Make what a browser would post for these questions."""
        typed = {"asked": codes}
        for code in codes:
            question = forms.question(self.book.facts[code], self.book)
            typed |= _posted(question, document.get(code))
        return typed

    def changes(self, address, typed):
        """Open a page with answers given, type others, and save it."""
        shown = SHOWN.findall(self.client.get(address).content.decode())
        return self.client.post(address, {"shown": shown} | typed, follow=True)

    def asks(self, summary):
        """Ask for the recommendation from the summary."""
        seen = SEEN.search(summary.content.decode()).group(1)
        return self.client.post(summary.request["PATH_INFO"], {"seen": seen})

    def consults(self, document):
        """Go the whole way."""
        return self.asks(self.answers(document))


def _posted(question, answer):
    initial = question.initial(answer)
    if answers.is_complete(answer) or (isinstance(answer, dict) and question.fact.kind == "members"):
        initial[question.code] = answers.ticked(answer)
    return {f"a-{name}": value for name, value in initial.items() if value not in (False, None, "")}
