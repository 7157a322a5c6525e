"""Log lines with the request's and the user's id on each, and never a patient's values."""

import sys
import traceback

import structlog


# Refusals are on the request's own line; the framework's own would say them twice.
LEVELS = {
    "django": {"handlers": [], "level": "WARNING", "propagate": True},
    "django.request": {"level": "ERROR"},
}


def configuration(*, readable):
    """Return Django's LOGGING: coloured lines for a person where readable, one JSON object a line otherwise."""
    renderer = structlog.dev.ConsoleRenderer() if readable else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[*shared_steps(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter(renderer)},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": LEVELS | {"django_structlog": {"level": "WARNING" if readable else "INFO"}},
    }


def formatter(renderer):
    """Return the formatter that gives our lines and the libraries' the same shape."""
    return {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": shared_steps(),
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    }


def shared_steps():
    """Return what happens to every line, from our own code and from libraries alike."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_values,
    ]


def without_values(_logger, _method, event):
    """Replace an exception by its type and the places it passed; its message may quote an answer."""
    error = raised(event.pop("exc_info", None))
    if error is not None:
        event["exception"] = type(error).__qualname__
        event["at"] = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    return event


def raised(exc_info):
    """Return the exception that a log call was given, or is happening, or None."""
    if isinstance(exc_info, BaseException):
        return exc_info
    if isinstance(exc_info, tuple):
        return exc_info[1]
    return sys.exc_info()[1] if exc_info else None
