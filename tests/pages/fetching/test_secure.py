"""Connections over TLS: to the checked address, under the name that was asked for."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from pathlib import Path

import pytest

from firsthand.pages.fetching import Keeper, Network, fetch_urls
from firsthand.pages.fetching.network import dial_tcp

from .serving import PUBLIC, StillClock, answer, policy

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate with")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of news.test, signed by itself, with its key."""
    file = tmp_path / "news.pem"
    asked = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=news.test -addext"
    command = [*asked.split(), "subjectAltName=DNS:news.test", "-keyout", str(file), "-out", str(tmp_path / "c.pem")]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    file.write_bytes(file.read_bytes() + (tmp_path / "c.pem").read_bytes())
    return file


class Site:
    """Answers over TLS, and remembers under which names it was asked."""

    def __init__(self, certificate: Path) -> None:
        self.names: list[str] = []
        self.hosts: list[str] = []
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(certificate)
        self._context.sni_callback = lambda connection, name, context: self.names.append(name or "")
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._server.accept()
            try:
                with self._context.wrap_socket(connection, server_side=True) as secure:
                    request = secure.recv(65536).decode()
                    self.hosts.append(request.split("Host: ")[1].split("\r\n")[0])
                    secure.sendall(answer())
            except OSError:
                continue


def failure_of(site: Site, file: Path, url: str, context: ssl.SSLContext | None) -> str | None:
    network = Network(
        resolve=lambda host, port: [PUBLIC],
        dial=lambda address, port, timeout: dial_tcp("127.0.0.1", site.port, timeout),
        ssl_context=context,
    )
    clock = StillClock()
    with Keeper(file, clock, "Firsthand/9.9") as keeper:
        (one,) = fetch_urls([url], keeper, policy(), network=network, clock=clock)
    return one.failure


def test_the_name_is_shown_and_checked_and_the_address_dialled(tmp_path: Path, certificate: Path) -> None:
    site = Site(certificate)
    trusting = ssl.create_default_context(cafile=str(tmp_path / "c.pem"))
    assert failure_of(site, tmp_path / "k.warc.gz", "https://news.test/", trusting) is None
    assert set(site.names) == set(site.hosts) == {"news.test"}
    for url in ("https://other.test/", "https://93.184.215.14/"):
        assert failure_of(site, tmp_path / "k.warc.gz", url, trusting) == "its certificate is not trusted"


def test_a_certificate_that_no_one_vouches_for_is_not_trusted(tmp_path: Path, certificate: Path) -> None:
    site = Site(certificate)
    assert failure_of(site, tmp_path / "k.warc.gz", "https://news.test/", None) == "its certificate is not trusted"
