#!/usr/bin/env python3
"""A certificate of one's own: HTTPS, and the cookie for HTTPS alone; half a handshake and plain words harm nobody; a renewed
certificate is taken without a new start, a broken one is told and left."""
import contextlib
import http.client
import json
import socket
import ssl
import subprocess

from server import PATIENCE, SECRET, check, run, serving, temsao


def make_certificate(key, certificate):
    words = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost"
    words = [*words.split(), "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate]
    subprocess.run(words, check=True, capture_output=True)


def plain_words(server):
    with socket.create_connection(("127.0.0.1", server.port)) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
        got = b""
        with contextlib.suppress(ConnectionError):
            got = plain.recv(200)
        check("plain words get no page", b"200" not in got, got)


def sign_in_over_https(server, certificate):
    trust = ssl.create_default_context(cafile=certificate)
    connection = http.client.HTTPSConnection("127.0.0.1", server.port, timeout=PATIENCE, context=trust)
    body = json.dumps({"name": "office", "password": SECRET})
    connection.request("POST", "/api/v1/session", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    check("HTTPS answers", answer.status == 200, answer.status)
    check("its cookie goes over HTTPS alone", "Secure" in answer.getheader("Set-Cookie", ""), answer.getheaders())
    check("and browsers are told to stay", answer.getheader("Strict-Transport-Security"), answer.getheaders())
    connection.close()


def renewal(server, key, certificate):
    def shown():
        return ssl.get_server_certificate(("127.0.0.1", server.port)).strip()

    first = certificate.read_text().strip()
    certificate.write_text("no certificate at all")
    check("a renewed certificate that is broken leaves the old one in use", shown() == first and shown() == first)
    make_certificate(key, certificate)
    check("a renewed one is taken without a new start", shown() == certificate.read_text().strip() != first)


def story(home):
    key, certificate = home / "server.key", home / "server.pem"
    make_certificate(key, certificate)
    alone = temsao(home, "serve", "--listen", "127.0.0.1:0", "--cert", certificate)
    is_refused = alone.returncode == 64 and "--key" in alone.stderr
    check("a certificate without its key is refused", is_refused, alone.stderr)
    with serving(home, "--cert", certificate, "--key", key) as server:
        stalled = socket.create_connection(("127.0.0.1", server.port))
        plain_words(server)
        sign_in_over_https(server, certificate)
        renewal(server, key, certificate)
        stalled.close()
    kept = [line for line in server.lines if "stays in use" in line]
    check("the broken one is told, once", len(kept) == 1 and str(certificate) in kept[0], server.lines)
    broken = temsao(home, "serve", "--listen", "127.0.0.1:0", "--cert", key, "--key", key)
    check("a wrong file is named", broken.returncode == 65 and "server.key" in broken.stderr, broken.stderr)


run(story, roles=("office",))
