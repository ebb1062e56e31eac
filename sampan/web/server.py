"""The embedded server: one process of waitress, for one computer or one room."""

from __future__ import annotations

import sys

import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application


def serve(host: str = "127.0.0.1", port: int = 8000) -> int:
    """Serve until stopped. What is over the limit for a request is refused before it is all taken in."""
    application = get_wsgi_application()
    try:
        server = waitress.create_server(
            application, host=host, port=port, threads=8, ident="Sampan",
            max_request_body_size=4 * settings.BODY_LIMIT, inbuf_overflow=4 * settings.BODY_LIMIT,
        )
    except OSError as error:
        sys.stderr.write(f"Sampan cannot serve on {host}:{port}: {error.strerror or error}. Choose another port.\n")
        return 2
    sys.stdout.write(f"Sampan is at http://{host}:{port}/ (stop with Ctrl-C)\n")
    sys.stdout.flush()
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
    return 0
