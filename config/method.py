"""Methods: what somebody reads who opens an address that takes something else, such as what a form sends."""

from http import HTTPStatus

from django.shortcuts import render


def explained(get_response):
    """Put a page that says what to do into an empty refusal of a method; what is allowed stays in its header."""

    def respond(request):
        response = get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or response.content:
            return response
        page = render(request, "405.html", status=response.status_code)
        page.headers["Allow"] = response.headers.get("Allow", "")
        return page

    return respond
