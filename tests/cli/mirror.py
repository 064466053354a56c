#!/usr/bin/env python3
"""The print log as plain files: copied by HTTP from a web server that knows nothing of us, file by file as C2SP tlog-tiles
names them, and checked, here and at its address. With Caddy where it is installed, by our sample of a Caddyfile, else with
Python's own server.

    mirror.py PROGRAM"""
import contextlib
import functools
import http.server
import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = ROOT / "samples/ha-tinh/danh-sach.xlsx"
PRODUCT, DAY = "09520000010003", "2026-11-24"
wrong, checked = [], 0
socket.setdefaulttimeout(300)  # seconds
for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
    del os.environ[name]  # nothing here leaves this machine


def check(what, holds, seen=""):
    global checked
    checked += 1
    if not holds:
        wrong.append(f"{what}\n    {str(seen)[:800]}")


def temsao(home, *words):
    command = [PROGRAM, "--home", home, "--lang", "en", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=12 * 60)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


@contextlib.contextmanager
def served_by_python(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@contextlib.contextmanager
def served_by_caddy(folder):
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    sample = (ROOT / "packaging/mirror/Caddyfile").read_text()
    ours = sample.replace("nhat-ky.example.vn {", f"http://127.0.0.1:{port} {{").replace(
        "/srv/nhat-ky\n", f"{folder}\n"
    )
    place = pathlib.Path(tempfile.mkdtemp(prefix="temsao-caddy-"))
    (place / "Caddyfile").write_text("{\n\tadmin off\n}\n" + ours)
    environment = os.environ | {"HOME": str(place), "XDG_DATA_HOME": str(place), "XDG_CONFIG_HOME": str(place)}
    words = ["caddy", "run", "--adapter", "caddyfile", "--config", place / "Caddyfile"]
    process = subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True)
    threading.Thread(target=process.stderr.read, daemon=True).start()
    try:
        for _ in range(600):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(place)


def path_of(level, number, width):
    digits = f"{number:03}"
    pieces = []
    while number >= 0:
        pieces.insert(0, f"{number % 1000:03}")
        number = number // 1000 or -1
    digits = "/".join(["x" + piece for piece in pieces[:-1]] + pieces[-1:])
    return f"tile/{level}/{digits}" + (f".p/{width}" if width < 256 else "")


def mirror(url, folder):
    """What a mirror fetches, by the size that the checkpoint says; the checkpoint is written last."""

    def fetch(name):
        with urllib.request.urlopen(f"{url}/{name}") as answer:
            return answer.read()

    checkpoint = fetch("checkpoint")
    size = int(checkpoint.split(b"\n")[1])
    names, count = [], size
    for level in ("entries", 0, 1, 2, 3):
        if level not in ("entries", 0):
            count //= 256
        names += [path_of(level, n, min(256, count - 256 * n)) for n in range((count + 255) // 256)]
    for name in [*names, "checkpoint"]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(checkpoint if name == "checkpoint" else fetch(name))
    return size, names


def story(folder, served):
    home, tiles, copy = folder / "home", folder / "tiles", folder / "copy"
    temsao(home, "list", "import", LIST, "--as-of", "2026-11-01")
    made = temsao(home, "label", PRODUCT, "--date", DAY, "--count", 700, "--serials", "-o", folder / "x.pdf")
    check("labels are printed", made.returncode == 0, made.stderr)
    temsao(home, "log", "export", tiles)
    key = json.loads(temsao(home, "--json", "log", "show").stdout)["key"]
    stranger = folder / "stranger"  # a machine without a log of its own

    def checks(place, *words):
        return temsao(stranger, "--json", "log", "check", place, "--key", key, *words)

    with served(tiles) as url:
        size, names = mirror(url, copy)
        check("a mirror has every entry", size == 700, size)
        for place in (tiles, copy, url, url + "/"):
            done = checks(place)
            check(f"{place} is whole", done.returncode == 0 and json.loads(done.stdout)["size"] == 700, done.stderr)
        temsao(home, "label", PRODUCT, "--date", DAY, "--count", 100, "-o", folder / "y.pdf")
        temsao(home, "log", "export", tiles)
        check("an older copy is whole still", checks(copy).returncode == 0)
        grown, _ = mirror(url, copy)
        check("and grows", grown == 701 and checks(copy).returncode == 0, grown)
        size, names = mirror(url, copy)
        draw = random.Random(7)
        for name in [*draw.sample(names, min(6, len(names))), "checkpoint"]:
            whole = (copy / name).read_bytes()
            at = draw.randrange(len(whole))
            for damaged in (whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], whole[:-1], None):
                (copy / name).unlink()
                if damaged is not None:
                    (copy / name).write_bytes(damaged)
                done = checks(copy)
                check(f"a copy with {name} damaged is refused", done.returncode not in (0, 70), (name, done.stdout))
                (copy / name).write_bytes(whole)
        check("whole again, it is taken", checks(copy).returncode == 0)
        other = temsao(stranger, "log", "check", copy)
        check("without a key it asks for one", other.returncode == 64 and "--key" in other.stderr, other.stderr)
        if served is served_by_caddy:
            with urllib.request.urlopen(url + "/tile/0/000") as answer:
                kept = answer.headers["Cache-Control"]
            check("Caddy says that tiles stay", "immutable" in kept, kept)
            (tiles / ".lock").write_text("x")
            try:
                status = urllib.request.urlopen(url + "/.lock").status
            except urllib.error.HTTPError as refused:
                status = refused.code
            check("and shows no lock files", status == 404, status)
    gone = checks(url)
    check("an address that does not answer is said", gone.returncode == 74 and url in gone.stderr, gone.stderr)


class Endless(Quiet):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):
            while True:
                self.wfile.write(b"0" * 65536)


class Silent(Quiet):
    def do_GET(self):
        ended.wait()


def hostile(folder):
    """Addresses that send without end, or nothing, are given up in words."""
    for handler, words in ((Endless, "sent more than"), (Silent, "No answer from")):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        ended.clear()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        done = temsao(folder, "log", "check", url, "--key", KEY)
        check(
            f"{handler.__name__}: given up", done.returncode == 74 and words in done.stderr, (done.stderr, done.stdout)
        )
        ended.set()  # not before: the silent one was silent all the time
        server.shutdown()


KEY = "log.example/one+bae2f189+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs"
ended = threading.Event()
with tempfile.TemporaryDirectory(prefix="temsao-hostile-") as place:
    hostile(pathlib.Path(place))
ways = [served_by_python] + ([served_by_caddy] if shutil.which("caddy") else [])
for way in ways:
    with tempfile.TemporaryDirectory(prefix="temsao-mirror-") as place:
        story(pathlib.Path(place), way)
print(
    "\n".join(wrong)
    or f"{checked} checks hold" + ("" if len(ways) == 2 else "; Caddy was left out, it is not installed")
)
sys.exit(bool(wrong) or checked == 0)
