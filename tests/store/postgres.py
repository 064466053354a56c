#!/usr/bin/env python3
"""The ledger's cases, the commands and two servers on PostgreSQL: a cluster that lives as long as this test does, in a
folder of its own, with a socket there and no port. It sorts texts as Vietnamese does, in which "~" stands before figures and
small letters beside capital ones: nothing may depend on how a province's PostgreSQL sorts.

    postgres.py STORE_TESTS PROGRAM

Exit status 77 where PostgreSQL is not installed."""
import contextlib
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TESTS, PROGRAM = (str(pathlib.Path(name).resolve()) for name in sys.argv[1:3])
LIST = pathlib.Path(__file__).resolve().parents[2] / "samples/ha-tinh/danh-sach.xlsx"
FOLDER = pathlib.Path(__file__).resolve().parents[1]
STORE, STORE_OF_ITS_OWN = "postgresql:///postgres", "postgresql:///hung"
PATIENCE = 5 * 60  # seconds until it is given up that the cluster starts, or ends
SETTINGS = ("listen_addresses=", "fsync=off", "max_connections=30", "shared_buffers=64MB")


def server_programs():
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else None


def owner():
    """Whom the cluster runs as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def own_folder(user):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="temsao-pg-"))
    try:
        if user:
            os.chown(folder, user["user"], user["group"])
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def cluster(programs, folder, user, environment):
    data, quiet = folder / "cluster", {"cwd": folder, "stdout": subprocess.DEVNULL, **user}
    make = [programs / "initdb", "-D", data, "-U", "temsao", "-A", "trust", "-N", "-E", "UTF8", "--locale=C.UTF-8"]
    if int(programs.parent.name) >= 15:
        make += ["--locale-provider=icu", "--icu-locale=vi"]
    subprocess.run(make, check=True, **quiet)
    serve = [programs / "postgres", "-D", data, "-k", folder]
    for setting in SETTINGS:
        serve += ["-c", setting]
    server = subprocess.Popen(serve, stderr=subprocess.DEVNULL, **quiet)
    try:
        end = time.monotonic() + PATIENCE
        while subprocess.run([programs / "pg_isready", "-q", "-t", "1"], env=environment).returncode != 0:
            if server.poll() is not None or time.monotonic() > end:
                sys.exit("the PostgreSQL server did not start")
            time.sleep(0.1)
        yield server.pid
    finally:
        server.send_signal(signal.SIGINT)  # at once: SIGTERM waits until the last client has gone
        try:
            server.wait(timeout=PATIENCE)
        finally:
            server.kill()


def commands(folder, environment):
    """The commands with --store: what is printed here is in the log there, and nowhere else."""
    store = ("--store", STORE)
    label = ("label", "09520000010003", "--date", "2026-11-24", "--serials", "--count", "3", "-o", "a.pdf")
    steps = [
        (("list", "import", str(LIST), "--as-of", "2026-11-01"), 1, ""),
        ((*label, *store), 0, ""),
        (("log", "audit", *store), 0, "printed 3"),
        (("log", "audit"), 0, "0 entries"),
        (("log", "export", "tiles", *store), 0, "3 entries"),
        (("log", "show", "--store", "postgresql://me:secret@127.0.0.1:1/none"), 74, "postgresql://127.0.0.1:1/none"),
        (("log", "show", "--store", "mysql://x"), 64, "mysql://x"),
    ]
    wrong = 0
    for words, status, shown in steps:
        done = subprocess.run([PROGRAM, *words], cwd=folder, env=environment, capture_output=True, text=True)
        text = done.stdout + done.stderr
        if done.returncode != status or shown not in text or "secret" in text:
            wrong = 1
            print(f"not so: {' '.join(words)}: exit {done.returncode}, {text}")
    return wrong


def main():
    programs, user = server_programs(), owner()
    if not programs:
        print("PostgreSQL is not installed (scripts/packages.txt names it); its half of the store's tests did not run.")
        return 77
    with own_folder(user) as folder:
        environment = {
            **os.environ,
            "PGHOST": str(folder),
            "PGUSER": "temsao",
            "PGDATABASE": "postgres",
            "LANG": "C.UTF-8",
            "TEMSAO_HOME": str(folder / "home"),
            "TEMSAO_TEST_CREATEDB": str(programs / "createdb"),
        }
        with cluster(programs, folder, user, environment) as process:
            cases = subprocess.run([TESTS, "[ledger],[desk]", *sys.argv[3:]], env=environment).returncode
            two = [sys.executable, FOLDER / "server/two_servers.py", PROGRAM, STORE]
            witnesses = [sys.executable, FOLDER / "server/two_witnesses.py", PROGRAM, STORE]
            hung = [sys.executable, FOLDER / "server/store_that_hangs.py", PROGRAM, STORE_OF_ITS_OWN, str(process)]
            if cases or commands(folder, environment):
                return 1
            old = [sys.executable, FOLDER / "store/old_shape.py", PROGRAM, "postgresql:///old"]
            lost = [sys.executable, FOLDER / "store/lost_answers.py", PROGRAM, "lost", folder / ".s.PGSQL.5432"]
            for name in ("hung", "old", "lost"):
                subprocess.run([programs / "createdb", name], env=environment, check=True)
            return any(
                [subprocess.run(words, env=environment).returncode for words in (old, lost, two, witnesses, hung)]
            )


if __name__ == "__main__":
    sys.exit(main())
