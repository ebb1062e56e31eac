"""For every test: no way out to the network, and two measures of how hard to fuzz.

Only this process is held back. Programs that a test starts (a browser, node) are given loopback
addresses only.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.browser"]  # fixtures of a real browser, for every room

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", parent=settings.get_profile("default"), max_examples=5_000)
settings.load_profile("default")


class OutsideWorld(RuntimeError):
    """A test tried to reach another machine."""


def is_loopback(host: object) -> bool:
    """Whether an address or host name means this machine; no name is looked up to find out."""
    if host is None or host in ("", "localhost", b"localhost"):
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(name.strip("[]").partition("%")[0]).is_loopback
    except ValueError:
        return False


def _guarded(name: str, place: int) -> Any:
    """The socket method `name`, refusing an address (at position `place` of its arguments) outside."""
    real = getattr(socket.socket, name)

    def guarded(self: socket.socket, *args: Any) -> Any:
        address = args[place] if -len(args) <= place < len(args) else None
        if self.family in (socket.AF_INET, socket.AF_INET6) and address and not is_loopback(address[0]):
            raise OutsideWorld(f"a test wanted to reach {address!r}; tests talk to this machine only")
        return real(self, *args)

    return guarded


@pytest.fixture(scope="session", autouse=True)
def no_outside_world() -> Iterator[None]:
    """Tests talk to loopback addresses only, and look up no other names."""
    look_up = socket.getaddrinfo

    def guarded_look_up(host: Any, *args: Any, **named: Any) -> Any:
        if not is_loopback(host):
            raise OutsideWorld(f"a test wanted to look up {host!r}; tests talk to this machine only")
        return look_up(host, *args, **named)

    with pytest.MonkeyPatch.context() as patch:
        for name, place in (("connect", 0), ("connect_ex", 0), ("sendto", -1)):
            patch.setattr(socket.socket, name, _guarded(name, place))
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


@pytest.fixture(autouse=True)
def no_language_left_over() -> Iterator[None]:
    """A page in another language must not speak into the next test."""
    yield
    from django.utils import translation

    translation.deactivate()
