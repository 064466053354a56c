#!/usr/bin/env python3
"""A server as a witness for other logs (C2SP tlog-witness): its answers, what it never signs, also when it is killed in the
middle; and our own log, which asks it."""
import http.client
import json
import random
import shutil
import signal
import time

from forked_log import ForkedLog, histories_signed, storm, time_of
from server import PRODUCT, Server, check, run, serving, temsao

WORDS = "text/plain"


def watch(home, key):
    added = json.loads(temsao(home, "--json", "log", "witness", "add", key).stdout)
    return added["witness"]


def ask(server, body):
    return server.send("POST", "/add-checkpoint", body)


def answers(server, log, own):
    """C2SP's statuses, one by one."""
    for body, status in (
        (b"", 400),
        (b"old 0\n", 400),
        (b"old 01" + log.request(0, 0, 5)[5:], 400),
        (log.request(0, 7, 5), 400),
        (log.request(0, 0, 5).replace(b"one.example", b"two.example"), 404),
        (log.request(0, 0, 5).replace(b"\n5\n", b"\n6\n"), 403),
        (log.request(0, 3, 5), 409),
    ):
        answer = ask(server, body)
        check(f"{body[:40]} is answered by {status}", answer.status == status, (answer.status, answer.bytes))
    check(
        "a conflict says what was signed last",
        (answer.bytes, answer.getheader("Content-Type")) == (b"0\n", "text/x.tlog.size"),
    )
    began = int(time.time())
    answer = ask(server, log.request(0, 0, 5))
    seen = time_of(own, log.checkpoint(0, 5), answer.bytes.decode())
    check("the first checkpoint is signed", answer.status == 200 and answer.getheader("Content-Type").startswith(WORDS))
    check("at the time it was", seen and began <= seen <= time.time(), seen)
    check("and the same one again", ask(server, log.request(0, 5, 5)).status == 200)
    unproven = b"old 5\n\n" + log.checkpoint(0, 9).encode()
    check("a proof is needed", ask(server, unproven).status == 422)
    check("a longer one with it is signed", ask(server, log.request(0, 5, 9)).status == 200)
    check("a shorter one is not", ask(server, log.request(0, 5, 7)).bytes == b"9\n")
    other = ask(server, log.request(1, 9, 9))
    check("nor another one of this size", other.status == 409, other.status)
    check("nor one that grew out of another", ask(server, log.request(1, 9, 12)).status == 422)


def killed(home, log, own):
    """Two histories are offered at once while the server is killed again and again: never are both signed."""
    state = {"server": Server(home)}

    def send(draw, body):
        try:
            return ask(state["server"], body)
        except (OSError, http.client.HTTPException):
            return None

    threads, signed = storm(log, send, rounds=60)
    draw = random.Random(20)
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.2 + draw.random() * 0.5)
        state["server"].stop(signal.SIGKILL)
        state["server"] = Server(home)
    state["server"].stop()
    check("it signed", len(signed) > 5, len(signed))
    check("and one history only", len(histories_signed(log, signed)) == 1, sorted(set(signed))[:9])
    sizes = [log.checkpoint(which, size) for which, size, _ in signed]
    good = [time_of(own, text, line) for text, (_, _, line) in zip(sizes[:5], signed)]
    check("each signature is of what was offered", all(good), good)


def removed(server, home, log):
    temsao(home, "log", "witness", "remove", log.name)
    check("a log that is no longer watched is unknown", ask(server, log.request(0, 9, 9)).status == 404)
    watch(home, log.key)
    check("watched again, it goes on where it was", ask(server, log.request(0, 0, 5)).bytes == b"9\n")
    seen = json.loads(temsao(home, "--json", "log", "witness", "list").stdout)["logs"]
    check("the list says so", [one["size"] for one in seen if one["name"] == log.name] == [9], seen)


def our_own_log(home, other, server, own):
    """What we print is signed by the witness; a copy of the data directory that prints on by itself is not."""

    def show():
        return json.loads(temsao(other, "--json", "log", "show").stdout)

    def prints(which, lot="L1"):
        made = temsao(which, "label", PRODUCT, "--lot", lot, "--count", "3", "-o", other.parent / "x.pdf")
        check("labels are printed", made.returncode == 0, made.stderr)

    def export(which, folder):
        done = temsao(which, "--json", "--lang", "en", "log", "export", other.parent / folder)
        return done, json.loads(done.stdout) if done.stdout else {}

    prints(other)
    temsao(other, "log", "witness", "add", own, "--url", server.url)
    temsao(other, "log", "witness", "need", "1")
    done, said = export(other, "tiles")
    check("an unknown log is told of", done.returncode == 1 and said["witnesses"]["signed"] == [], said)
    check("and tiles are there all the same", (other.parent / "tiles/checkpoint").exists())
    watch(home, show()["key"])
    for _ in range(3):
        done, said = export(other, "tiles")
        check(
            "the witness signs", done.returncode == 0 and said["witnesses"]["signed"] == [own.partition("+")[0]], said
        )
        note = (other.parent / "tiles/checkpoint").read_text()
        check("and the folder has it", note.count("\n— ") == 2 and time_of(own, note, note.splitlines()[-1]), note)
        prints(other)

    copy = other.parent / "copy"
    shutil.copytree(other, copy)
    (copy / "log-folders").unlink()  # so that it cannot know
    prints(other)
    done, said = export(other, "tiles")
    check("the original goes on", done.returncode == 0, said)
    prints(copy, "L2")
    prints(copy, "L3")
    done, said = export(copy, "elsewhere")
    check(
        "a copy with another history is not signed for", done.returncode == 1 and not said["witnesses"]["signed"], said
    )
    check("and is told so", "two copies of the log" in done.stderr, done.stderr)
    older = other.parent / "older"
    shutil.copytree(other, older)
    (older / "log-folders").unlink()
    prints(other)
    export(other, "tiles")
    done, said = export(older, "third")
    check("an older copy is told that it is one", "older copy" in done.stderr, (done.stderr, said))
    server.stop()
    prints(other)
    done, said = export(other, "tiles")
    check(
        "a witness that is away is told of, and the tiles are written",
        done.returncode == 1 and "did not sign" in done.stderr,
        done.stderr,
    )
    temsao(other, "log", "witness", "need", "0")
    done, said = export(other, "tiles")
    check("and hinders nobody who needs none", done.returncode == 0, done.stderr)


def story(home):
    log, stormy = ForkedLog("one.example", 4, 24), ForkedLog("storm.example", 6, 60)
    own = watch(home, log.key)
    check("the key is the same each time", watch(home, stormy.key) == own)
    with serving(home) as server:
        answers(server, log, own)
        removed(server, home, log)
    killed(home, stormy, own)
    other = home.parent / "other"
    shutil.copytree(home, other)
    (other / "witness.key").unlink()
    our_own_log(home, other, Server(home), own)
    out = home.parent / "backup"
    temsao(home, "backup", out, "--with-keys", "--passphrase-file", "/dev/stdin", input="mật khẩu dài của sao lưu\n")
    check("no backup has the witness's key", out.exists() and b"witness.key" not in out.read_bytes())


if __name__ == "__main__":
    run(story, roles=())
