"""What every test of the server shares: a data directory with a list and accounts, a server on a free port, requests to
it, and check(). The tests here call run(STORY); each is one ctest, named after its file."""
import contextlib
import datetime
import http.client
import json
import os
import pathlib
import re
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib

from shapes import Shapes

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
PRODUCT = "09520000010003"
CODE = f"https://id.ocop.vn/01/{PRODUCT}/10/L1"
SECRET = "mật khẩu của bài thử"
TODAY = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).date()  # in Viet Nam


def days_ago(days):
    """Servers judge by the real clock, and a list that is older than 30 days calls nothing invalid: what a test says of
    days is counted from today."""
    return str(TODAY - datetime.timedelta(days))


LISTED = days_ago(20)  # the day of the list that a test begins with
LISTED_LATER = days_ago(5)
SAMPLES = tempfile.TemporaryDirectory(prefix="temsao-samples-")
# The sample list of this month: that in samples/ grows old.
subprocess.run(
    [sys.executable, ROOT / "samples/ha-tinh/make.py", "--as-of", LISTED, SAMPLES.name],
    check=True,
    stdout=subprocess.DEVNULL,
)
LIST = pathlib.Path(SAMPLES.name) / "danh-sach.xlsx"
ROLES = ("producer", "inspector", "office", "admin")
PATIENCE = 12 * 60  # seconds until a test gives up waiting. Nothing here asserts how long something takes.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"} | {
    name: value for name, value in os.environ.items() if name.startswith("PG") or name.endswith("SAN_OPTIONS")
}
wrong = []
checked = 0


def check(what, holds, seen=""):
    global checked
    checked += 1
    if not holds:
        wrong.append(f"{what}\n    {str(seen)[:1500]}")


def wait_until(condition):
    """Asks until the condition holds, or patience ends; gives what it said last."""
    end = time.monotonic() + PATIENCE
    while not (said := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return said


def temsao(home, *words, **more):
    environment = ENVIRONMENT | {"HOME": str(home), "TEMSAO_PASSPHRASE": SECRET}
    command = [PROGRAM, "--home", home, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=PATIENCE, **more)


def import_list(home):
    home.mkdir(parents=True, exist_ok=True)
    temsao(home, "list", "import", LIST, "--as-of", LISTED)


def add_accounts(home, *roles):
    """An account of each role, named as the role; the producer's is of the maker of PRODUCT."""
    shown = json.loads(temsao(home, "--json", "list", "show", PRODUCT).stdout)
    for role in roles:
        more = ("--producer", shown["products"][0]["producer"]) if role == "producer" else ()
        added = temsao(home, "account", "add", role, "--role", role, *more)
        check(f"an account for {role} is added", added.returncode == 0, added.stderr)


class Server:
    def __init__(self, home, *options, program=PROGRAM):
        command = [program, "--home", home, "--lang", "en", "serve", "--listen", "127.0.0.1:0", *map(str, options)]
        environment = ENVIRONMENT | {"HOME": str(home)}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        )
        self.lines = []
        first = self.process.stderr.readline()
        found = re.search(r":(\d+)/", first)
        if not found:
            sys.exit(f"the server did not start: {first}{self.process.stderr.read()}")
        self.port = int(found[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.reader = threading.Thread(target=lambda: self.lines.extend(self.process.stderr), daemon=True)
        self.reader.start()
        self.shapes = None

    def ask(self, method, path, body=None, headers=None, session=None):
        """Sends a request and reads the answer, which must be as openapi.json says."""
        answer = self.send(method, path, body, headers, session)
        self.shapes = self.shapes or Shapes(json.loads(self.send("GET", "/api/v1/openapi.json").bytes))
        found = self.shapes.misfits_of(method, path, answer)
        check(f"{method} {path}: {answer.status} keeps to its schema", not found, found[:8])
        if answer.getheader("Content-Type") == "application/problem+json":
            said = json.loads(answer.bytes)["status"]
            check(f"{method} {path}: the document says {answer.status} too", said == answer.status, said)
        return answer

    def send(self, method, path, body=None, headers=None, session=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = dict(headers or {})
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
            headers.setdefault("Content-Type", "application/json")
        if session:
            headers["Cookie"] = session.cookie
            if method != "GET":
                headers.setdefault("X-CSRF", session.csrf)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.bytes = answer.read()
        connection.close()
        return answer

    def json(self, *words, **more):
        return json.loads(self.ask(*words, **more).bytes)

    def sign_in(self, role):
        return Session(self.ask("POST", "/api/v1/session", {"name": role, "password": SECRET}))

    def judge(self, text=CODE, **more):
        return self.json("POST", "/api/v1/checks/text", {"texts": [text]}, **more)

    def start_run(self, session, **wish):
        wish = {"product": PRODUCT, "template": "jar-60x40"} | wish
        return self.json("POST", "/api/v1/runs", wish, session=session)["id"]

    def finished(self, session, run_id):
        """The run, once it has ended in one way or another."""

        def ended():
            run = self.json("GET", f"/api/v1/runs/{run_id}", session=session)
            return run if run["state"] in ("done", "failed", "cancelled") else None

        return wait_until(ended) or {"state": "never ended"}

    def cpu_seconds(self):
        """Processor time of the server and of the programs that it ran; other work on the machine does not change it."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    def connections(self):
        return int(re.search(r"temsao_connections (\d+)", self.ask("GET", "/metrics").bytes.decode())[1])

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        status = self.process.wait(timeout=PATIENCE)
        self.reader.join(timeout=PATIENCE)
        return status


class Session:
    def __init__(self, answer):
        check("signing in is answered", answer.status == 200, answer.bytes)
        self.header = answer.getheader("Set-Cookie", "")
        self.cookie = self.header.partition(";")[0]
        self.csrf = json.loads(answer.bytes)["csrf"]


def stand_in(folder):
    """A copy of the program to be served. What it starts for each file that is sent is the program under its own name:
    once the server runs, lay_script() lays another one there."""
    folder.mkdir()
    program = folder / "temsao"
    program.write_bytes(PROGRAM.read_bytes())
    program.chmod(0o755)
    return program


def lay_script(program, lines):
    program.unlink()
    program.write_text(f"#!/bin/sh\n{lines}\n")
    program.chmod(0o755)


@contextlib.contextmanager
def serving(home, *options, program=PROGRAM):
    server = Server(home, *options, program=program)
    try:
        yield server
    finally:
        check("SIGTERM ends it with 0", server.stop() == 0, server.lines[-3:])
        log = "".join(line for line in server.lines if line.startswith("{"))
        check("the log names no person and no product", not re.search(f"office|{PRODUCT}|127[.]0", log), log)


def is_clear_refusal(answer):
    return 400 <= answer.status < 500 and answer.getheader("Content-Type") == "application/problem+json"


def without_times(text):
    document = json.loads(text)
    for file in document["files"]:
        file.pop("ms")
    return document


def png(rows):
    """Grey, eight bits; or the very bytes of IHDR and IDAT for a picture that is not what it says."""
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    return png_of(head, zlib.compress(b"".join(b"\0" + bytes(row) for row in rows)))


def png_of(head, packed):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def check_secrets_at_rest(home):
    """Passwords are kept as Argon2id makes them, and nowhere as they are."""
    kept = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    check("passwords are kept as Argon2id", any(b"$argon2id$v=19$" in one for one in kept))
    check("and never as they are", not any(SECRET.encode() in one for one in kept))


def report():
    print("\n".join(wrong) or f"{checked} checks hold")
    sys.exit(bool(wrong) or checked == 0)


def run(story, roles=ROLES):
    """The story is told a data directory with the sample list and an account of each role."""
    with tempfile.TemporaryDirectory(prefix="temsao-serve-") as folder:
        home = pathlib.Path(folder) / "home"
        import_list(home)
        add_accounts(home, *roles)
        story(home)
        if roles:
            check_secrets_at_rest(home)
    report()
