"""The product served by a thread, on whatever database the process is pointed at."""

from contextlib import contextmanager
from functools import partial

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test.testcases import LiveServerThread


class Server(LiveServerThread):
    """Django's own, but that it looks every few milliseconds whether it is to stop, not twice a second."""

    daemon = True

    def _create_server(self, connections_override=None):
        server = super()._create_server(connections_override)
        server.serve_forever = partial(server.serve_forever, poll_interval=0.02)
        return server


@contextmanager
def serving():
    """Serve the product, and give its address."""
    server = Server("127.0.0.1", StaticFilesHandler, connections_override={})
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://127.0.0.1:{server.port}"
    server.terminate()
