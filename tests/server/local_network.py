#!/usr/bin/env python3
"""--lan: HTTPS by a certificate authority of its own, a code on the terminal that pairs a phone, and nothing more over plain
HTTP. The authority can speak for local addresses only."""
import hashlib
import http.client
import json
import re
import ssl
import subprocess

from server import PATIENCE, PRODUCT, Server, check, png, run, temsao, wait_until

FINGERPRINT = re.compile("([0-9A-F]{2}:){31}[0-9A-F]{2}\n")


def start(home):
    server = Server(home, "--lan")
    wait_until(lambda: any(FINGERPRINT.fullmatch(line) for line in server.lines) or server.process.poll() is not None)
    return server


def plain(port, path, method="GET"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path)
    answer = connection.getresponse()
    answer.bytes = answer.read()
    connection.close()
    return answer


def trusted(server, authority):
    trust = ssl.create_default_context(cafile=authority)
    secure = http.client.HTTPSConnection("127.0.0.1", server.port, timeout=PATIENCE, context=trust)
    secure.request("GET", "/healthz")
    check("a client that trusts this authority alone is answered", secure.getresponse().status == 200)
    secure.close()


def pairing(server, authority, port, told):
    """Gives the certificate's fingerprint."""
    page = plain(port, "/lan?lang=en").bytes.decode()
    leads = "/lan/tem-sao-ca.crt" in page and f"https://127.0.0.1:{server.port}/" in page
    check("the page that pairs leads to the certificate and the server", leads, page)
    sent = plain(port, "/lan/tem-sao-ca.crt")
    check("the certificate has its type", sent.getheader("Content-Type") == "application/x-x509-ca-cert")
    check("and is the authority's", sent.bytes == ssl.PEM_cert_to_DER_cert(authority.read_text()), sent.bytes)
    fingerprint = ":".join(f"{byte:02X}" for byte in hashlib.sha256(sent.bytes).digest())
    is_apart = fingerprint in told and fingerprint not in page
    check("its fingerprint stands on the terminal, not on the page", is_apart, told)
    for path in ("/studio/", "/api/v1/session", "/healthz", "/lan/ca.key", "/01/" + PRODUCT):
        check(f"{path} is not there over plain HTTP", plain(port, path).status == 404)
    check("nothing can be sent there", plain(port, "/api/v1/session", "POST").status == 405)
    return fingerprint


def code_on_the_terminal(home, told, address):
    """As a camera sees it: lit where the terminal is."""
    rows = []
    for line in re.findall("^[█▀▄ ]+$", told, re.M):
        rows += [[c in "█▀" for c in line], [c in "█▄" for c in line]]
    for name, on in (("dark", 255), ("light", 0)):
        picture = home / f"terminal-{name}.png"
        large = [[on if lit else 255 - on for lit in row for _ in range(6)] for row in rows for _ in range(6)]
        picture.write_bytes(png(large))
        read = json.loads(temsao(home, "--json", "verify", picture).stdout)["files"][0]["labels"]
        is_read = [label["text"] for label in read] == [address]
        check(f"the code on a {name} terminal is the page's address", is_read, read)


def stolen_key(home, authority):
    words = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=x"
    words = [*words.split(), "-addext", "basicConstraints=critical,CA:FALSE", "-CA", authority]
    words += ["-CAkey", home / "lan/ca.key", "-keyout", "/dev/null", "-out", home / "x.pem"]
    for name, status in (("DNS:ocop.example.vn", 2), ("IP:8.8.8.8", 2), ("IP:192.168.7.7", 0)):
        subprocess.run([*words, "-addext", f"subjectAltName={name}"], check=True, capture_output=True)
        verify = ["openssl", "verify", "-CAfile", authority, home / "x.pem"]
        seen = subprocess.run(verify, capture_output=True, text=True)
        check(f"the authority {'cannot' if status else 'can'} speak for {name}", seen.returncode == status, seen.stderr)


def refused_options(home):
    public, both = ("--lan", "--listen", "8.8.8.8:0"), ("--lan", "--cert", "a", "--key", "b")
    for words, named in ((public, "8.8.8.8"), (both, "--cert")):
        refused = temsao(home, "serve", *words)
        check(f"{words} is refused", refused.returncode == 64 and named in refused.stderr, refused.stderr)


def story(home):
    server = start(home)
    told, authority = "".join(server.lines), home / "lan/ca.pem"
    address = re.search(r"http://127\.0\.0\.1:(\d+)/lan", told)
    check("what was made is told", str(authority) in told and str(home / "lan/server.pem") in told, told)
    trusted(server, authority)
    fingerprint = pairing(server, authority, int(address[1]), told)
    code_on_the_terminal(home, told, address[0])
    check("it ends", server.stop() == 0, server.lines[-3:])

    server = start(home)
    check("the next start can be ended", server.stop() == 0, server.lines)
    told = "".join(server.lines)
    check("it makes nothing new", fingerprint in told and "ca.pem" not in told, told)
    stolen_key(home, authority)
    refused_options(home)


run(story, roles=())
