"""Only one server works in a data directory: a second one is refused before it touches anything and says who is there;
commands go on working beside the server, and after it was killed the next one starts."""
import os
import signal

from server import LIST, Server, check, run, serving, temsao


def whole(folder):
    """Every file that a server looks after, with its bytes."""
    files = (file for name in ("uploads", "runs") for file in sorted((folder / name).rglob("*")))
    return {file: file.read_bytes() for file in files if file.is_file()}


def story(home):
    server = Server(home)
    (home / "uploads" / "under-way").write_bytes(b"half an upload")
    before = whole(home)
    refused = temsao(home, "--lang", "en", "serve", "--listen", "127.0.0.1:0")
    check("a second server is refused", refused.returncode == 74, refused)
    check("it says who holds the directory", f"{server.process.pid} @ {os.uname().nodename}" in refused.stderr, refused)
    check("it touched nothing", whole(home) == before and before, before)
    check("a command beside the server works", temsao(home, "list", "import", LIST).returncode == 1)
    check("and so does looking", temsao(home, "list", "show").returncode == 0)
    server.stop(signal.SIGKILL)
    with serving(home) as after:
        check("after a kill the next server starts", after.ask("GET", "/healthz").status == 200)
        check("and clears what was half uploaded", not (home / "uploads" / "under-way").exists())


run(story, roles=())
