"""One log line when a request starts and one when it ends, with the path and nothing that was typed."""

from django_structlog import middlewares


class RequestMiddleware(middlewares.RequestMiddleware):
    """The library's middleware, without the query string: a search term may be about a patient."""

    @staticmethod
    def format_request(request):
        """Return the method and the path."""
        return f"{request.method} {request.path}"
