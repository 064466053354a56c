#!/usr/bin/env python3
"""The ledger's cases, and the commands, on PostgreSQL: a cluster that lives as long as this test does, in a folder of its
own, with a socket there and no port.

    postgres.py STORE_TESTS PROGRAM

Exit status 77 where PostgreSQL is not installed."""
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile

TESTS, PROGRAM = (str(pathlib.Path(name).resolve()) for name in sys.argv[1:3])
LIST = pathlib.Path(__file__).resolve().parent.parent / "samples/ha-tinh/danh-sach.xlsx"


def server_programs():
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else None


def main():
    programs = server_programs()
    if not programs:
        print("PostgreSQL is not installed (scripts/packages.txt names it); its half of the store's tests did not run.")
        return 77
    # PostgreSQL refuses to run as root.
    user = {}
    if os.geteuid() == 0:
        names = {entry.pw_name: entry for entry in pwd.getpwall()}
        owner = names.get("postgres") or names["nobody"]
        user = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    folder = pathlib.Path(tempfile.mkdtemp(prefix="temsao-pg-"))
    try:
        if user:
            os.chown(folder, user["user"], user["group"])
        folder.chmod(0o755)
        cluster = str(folder / "cluster")
        quiet = {"cwd": folder, "check": True, "stdout": subprocess.DEVNULL, **user}
        subprocess.run([programs / "initdb", "-D", cluster, "-U", "temsao", "-A", "trust", "-N", "-E", "UTF8",
                        "--locale=C.UTF-8"], **quiet)
        server = subprocess.Popen([programs / "postgres", "-D", cluster, "-k", folder, "-c", "listen_addresses=",
                                   "-c", "fsync=off", "-c", "max_connections=30", "-c", "shared_buffers=64MB"],
                                  cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **user)
        try:
            environment = {**os.environ, "PGHOST": str(folder), "PGUSER": "temsao", "PGDATABASE": "postgres",
                           "LANG": "C.UTF-8", "TEMSAO_HOME": str(folder / "home"),
                           "TEMSAO_TEST_CREATEDB": str(programs / "createdb")}
            ready = [programs / "pg_isready", "-q", "-t", "1"]
            for _ in range(100):
                if subprocess.run(ready, env=environment).returncode == 0:
                    break
                if server.poll() is not None:
                    sys.exit("the PostgreSQL server did not start")
                subprocess.run(["sleep", "0.1"])
            wrong = subprocess.run([TESTS, "[ledger]", *sys.argv[3:]], env=environment).returncode
            return wrong or commands(folder, environment) or subprocess.run(
                [sys.executable, "serve.py", PROGRAM, "postgresql:///postgres"], env=environment).returncode
        finally:
            server.terminate()
            server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def commands(folder, environment):
    """The commands with --store: what is printed here is in the log there, and nowhere else."""
    def temsao(*words):
        done = subprocess.run([PROGRAM, *words], cwd=folder, env=environment, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr
    store = ("--store", "postgresql:///postgres")
    steps = [(("list", "import", str(LIST), "--as-of", "2026-11-01"), 1, ""),
             (("label", "09520000010003", "--date", "2026-11-24", "--serials", "--count", "3", "-o", "a.pdf", *store), 0, ""),
             (("log", "audit", *store), 0, "printed 3"),
             (("log", "audit"), 0, "0 entries"),
             (("log", "export", "tiles", *store), 0, "3 entries"),
             (("log", "show", "--store", "postgresql://me:secret@127.0.0.1:1/none"), 74, "postgresql://127.0.0.1:1/none"),
             (("log", "show", "--store", "mysql://x"), 64, "mysql://x")]
    wrong = 0
    for words, status, shown in steps:
        got, text = temsao(*words)
        if got != status or shown not in text or "secret" in text:
            wrong = 1
            print(f"not so: {' '.join(words)}: exit {got}, {text}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
