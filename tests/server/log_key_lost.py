#!/usr/bin/env python3
"""A signed list that needs witnesses: how it is made, who takes it, what is refused. Then the log's key is lost, and the
drill of CONTRIBUTING.md is played through: a new log, which the witnesses sign and the root key names, and machines that
take the next list as any other."""
import json
import re
import shutil

from server import LISTED_LATER, PRODUCT, SECRET, check, import_list, run, serving, temsao


class Office:
    def __init__(self, home):
        self.home, self.place = home, home.parent
        self.secret = self.place / "secret"
        self.secret.write_text(SECRET + "\n")

    def run(self, *words):
        return temsao(self.home, "--lang", "en", *words)

    def json(self, *words):
        done = self.run("--json", *words)
        check(f"{words[:3]} works", done.returncode == 0, (done.stderr, done.stdout))
        return json.loads(done.stdout or "null")

    def log_key(self):
        return self.json("log", "show")["key"]

    def prints(self, lot="L1"):
        more = ("--date", LISTED_LATER, "--count", "3", "--serials", "-o", self.place / "x.pdf")
        return self.run("label", PRODUCT, "--lot", lot, *more)

    def publish(self, name, *more):
        return self.run(
            "publish", "-o", self.place / name, "--date", LISTED_LATER, "--passphrase-file", self.secret, *more
        )

    def entries(self):
        """Every entry of the log."""
        tiles = self.place / "read"
        shutil.rmtree(tiles, ignore_errors=True)
        self.run("log", "export", tiles)
        texts = []
        for path in sorted(tiles.glob("tile/entries/**/*")):
            data = path.read_bytes() if path.is_file() else b""
            while data:
                size = int.from_bytes(data[:2], "big")
                texts.append(data[2 : 2 + size].decode())
                data = data[2 + size :]
        return texts


def install(machine, bundle, *more):
    return temsao(machine, "--lang", "en", "trust", "add", bundle, *more)


def witness_of(home, key):
    return json.loads(temsao(home, "--json", "log", "witness", "add", key).stdout)["witness"]


def published_before(office, machine):
    """Without witnesses a list is as it was, and stands in the log where there is one."""
    check("without a log it is published", office.publish("first").returncode == 0)
    check("in the first form", (office.place / "first").read_bytes().startswith(b"temsao bundle 1\n"))
    root = office.home / "keys/root.pub"
    check("and installed", install(machine, office.place / "first", "--root", root).returncode == 0)
    office.run("key", "new", "htx", "--passphrase-file", office.secret)
    maker = office.json("list", "show", PRODUCT)["products"][0]["producer"]
    certified = office.run("key", "certify", "htx", "--producer", maker, "--passphrase-file", office.secret)
    check("a permit is signed", certified.returncode == 0, certified.stderr)
    office.run("key", "revoke", f"{PRODUCT}/XXXXXXXX", "--kind", "serial", "--reason", "thử")
    check("labels are printed", office.prints().returncode == 0)
    check("with a log too", office.publish("second").returncode == 0)
    check("in the first form", (office.place / "second").read_bytes().startswith(b"temsao bundle 1\n"))
    kinds = [text.split("\n")[0] for text in office.entries()]
    check(
        "permit, revocation and list stand in the log",
        {"temsao permit 1", "temsao revocation 1", "temsao list 1"} <= set(kinds),
        kinds,
    )
    check("each once", office.publish("third").returncode == 0)
    again = [text.split("\n")[0] for text in office.entries()]
    check("the permit only once", again.count("temsao permit 1") == kinds.count("temsao permit 1"), again)
    check("each list", again.count("temsao list 1") == 2, again)
    check("the audit holds", office.json("log", "audit")["statements_astray"] == 0)


def needs_witnesses(office, machine, servers, keys):
    for server, key in zip(servers, keys):
        check("a witness is added", office.run("log", "witness", "add", key, "--url", server.url).returncode == 0)
    more = office.run("log", "witness", "need", "3")
    check("more than there are cannot be needed", more.returncode == 1 and "3" in more.stderr, more.stderr)
    office.json("log", "witness", "need", "2")
    done = office.publish("fourth")
    check("a list with two witnesses is published", done.returncode == 0, done.stderr)
    bundle = (office.place / "fourth").read_bytes()
    check("in the third form", bundle.startswith(b"temsao bundle 3\n"))
    for altered, why in (
        (re.sub(rb"\n\xe2\x80\x94 ocop-witness/[^\n]*", b"", bundle, count=1), "without one signature"),
        (bundle.replace(b"proof: ", b"proof: 0", 1), "with another length"),
    ):
        (office.place / "altered").write_bytes(altered)
        check(f"{why} it is refused", install(machine, office.place / "altered").returncode != 0, why)
    size = int(re.search(rb"proof: (\d+)", bundle)[1])
    lines = re.findall(rb"\n(\xe2\x80\x94 ocop-witness/[^\n]*)", bundle)
    cut = bundle.replace(b"\n" + lines[0], b"", 1).replace(
        b"proof: %d" % size, b"proof: %d" % (size - len(lines[0]) - 1)
    )
    (office.place / "altered").write_bytes(cut)
    refused = install(machine, office.place / "altered")
    check(
        "one witness is too few, in words",
        refused.returncode == 1 and "1 witness has signed" in refused.stderr,
        refused.stderr,
    )
    vietnamese = temsao(machine, "--lang", "vi", "trust", "add", office.place / "altered")
    check("in Vietnamese too", "bên làm chứng" in vietnamese.stderr, vietnamese.stderr)
    check("whole it is installed", install(machine, office.place / "fourth").returncode == 0)
    judged = json.loads(temsao(machine, "--json", "verify", office.place / "x.pdf", "--date", LISTED_LATER).stdout)
    check("and checks go by it", judged["list"]["signed"] is True, judged["list"])


def proofs(office, machine):
    office.run("log", "export", office.place / "tiles")
    serial = next(text.rpartition("serial ")[2].strip() for text in office.entries() if "\nserial " in text)
    office.run("log", "prove", serial, "-o", office.place / "proof")
    proof = office.place / "proof"
    done = temsao(machine, "--json", "log", "check", proof)
    said = json.loads(done.stdout or "{}")
    check(
        "a proof is checked against the list's log and policy",
        len(said.get("witnesses", {}).get("signed", [])) == 2,
        done,
    )
    bare = re.sub(r"\n— ocop-witness/[^\n]*", "", proof.read_text())
    (office.place / "bare").write_text(bare)
    done = temsao(machine, "--lang", "en", "log", "check", office.place / "bare")
    check("without signatures it is refused", done.returncode == 1 and "are needed" in done.stderr, done.stderr)


def without_policy(office, machine):
    """A list of this root without witnesses, for one machine only."""
    other = Office(office.place / "coerced")
    shutil.copytree(office.home, other.home)
    (other.home / "witness-policy").unlink()
    refused = other.publish("one-only")
    check("giving witnesses up is refused", refused.returncode == 1 and "--fewer" in refused.stderr, refused.stderr)
    check("unless it is wanted", other.publish("one-only", "--fewer").returncode == 0)
    refused = install(machine, office.place / "one-only")
    check("but a machine does not take it", refused.returncode == 1 and "witnesses" in refused.stderr, refused.stderr)


def key_lost(office, machine, servers, witnesses):
    old = office.log_key()
    (office.home / "log.key").unlink()
    refused = office.prints("L2")
    check("without its key nothing is printed", refused.returncode != 0 and "log.key" in refused.stderr, refused.stderr)
    check("nor published", office.publish("fifth").returncode != 0)
    sealed = ("--with-keys", "--passphrase-file", office.secret)
    check("a backup is made", office.run("backup", office.place / "backup", *sealed).returncode == 0)
    fresh = Office(office.place / "fresh")
    restored = fresh.run("restore", office.place / "backup", *sealed)
    check("and restored", restored.returncode == 0, restored.stderr)
    new = fresh.log_key()
    check("a new log begins", new != old, (old, new))
    check("it names the old one", any("temsao continues 1" in text and old in text for text in fresh.entries()))
    refused = fresh.publish("sixth")
    check(
        "the witnesses do not know it yet",
        refused.returncode == 1 and "nothing was published" in refused.stderr,
        refused.stderr,
    )
    for home in witnesses:
        witness_of(home, new)
    check("labels are printed again", fresh.prints("L3").returncode == 0)
    done = fresh.publish("sixth")
    check("they sign the new log", done.returncode == 0, done.stderr)
    bundle = (fresh.place / "sixth").read_bytes()
    sequence = int(re.search(rb"\nsequence: (\d+)", bundle)[1])
    numbers = [
        int(re.search(r"sequence (\d+)", text)[1]) for text in fresh.entries() if text.startswith("temsao list 1")
    ]
    check(
        "no number of a list stands twice in the log",
        len(numbers) == len(set(numbers)) and max(numbers) == sequence,
        numbers,
    )
    done = install(machine, fresh.place / "sixth")
    check("a machine takes the list as any other", done.returncode == 0, done.stderr)
    fresh.run("log", "export", fresh.place / "tiles2")
    done = temsao(machine, "--json", "log", "check", fresh.place / "tiles2")
    said = json.loads(done.stdout or "{}")
    check("and knows the new log by it", said.get("log") == new.partition("+")[0], (done.stdout, done.stderr))


def story(home):
    import_list(home)
    office, machine = Office(home), home.parent / "machine"
    machine.mkdir()
    office.run("key", "new", "root", "--owner", "UBND tỉnh Hà Tĩnh", "--passphrase-file", office.secret)
    published_before(office, machine)
    witnesses = [home.parent / name for name in ("one", "two")]
    keys = [witness_of(each, office.log_key()) for each in witnesses]
    with serving(witnesses[0]) as one, serving(witnesses[1]) as two:
        needs_witnesses(office, machine, (one, two), keys)
        proofs(office, machine)
        without_policy(office, machine)
        key_lost(office, machine, (one, two), witnesses)


run(story, roles=())
