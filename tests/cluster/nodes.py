"""Three machines of a cluster on this one: each a network namespace with an address of its own, with etcd, Patroni and
PostgreSQL as packaging/cluster configures them. HAProxy and temsao run beside them, where this runs.

The caller, cluster/run.py, is in network, mount and process namespaces of its own (scripts/cluster-test makes them), so
all of this is gone when it ends, however it ends. A machine's processes are those in its network namespace, and no others."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time
import urllib.request as web
from http.client import HTTPException

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFIGURATION = ROOT / "packaging/cluster"
NODES = ("node1", "node2", "node3")
ADDRESSES = {"node1": "10.20.0.1", "node2": "10.20.0.2", "node3": "10.20.0.3"}
OFFICE = "10.20.0.9"
PASSWORDS = {f"PASSWORD_OF_{name}": f"of-{name.lower()}" for name in ("POSTGRES", "REPLICATOR", "REWINDER")}
STORE = "postgresql://temsao:of-temsao@127.0.0.1:5000,127.0.0.1:5001/temsao"
PRIMARY_ONLY = "postgresql://temsao:of-temsao@127.0.0.1:5000/temsao"
PATIENCE = 180  # seconds until it is given up that the cluster is whole


def run(*words, **more):
    return subprocess.run([str(word) for word in words], check=True, **more)


class Network:
    """A bridge, and one namespace for each machine."""

    def __init__(self):
        pathlib.Path("/run/netns").mkdir(exist_ok=True)
        run("mount", "-t", "tmpfs", "none", "/run/netns")  # so that no name is seen, or stays, outside
        run("ip", "link", "set", "lo", "up")
        run("ip", "link", "add", "switch", "type", "bridge")
        run("ip", "link", "set", "switch", "up")
        run("ip", "addr", "add", f"{OFFICE}/24", "dev", "switch")
        for name, address in ADDRESSES.items():
            run("ip", "netns", "add", name)
            run("ip", "link", "add", f"to-{name}", "type", "veth", "peer", "name", "eth0", "netns", name)
            run("ip", "link", "set", f"to-{name}", "master", "switch", "up")
            for words in (("link", "set", "lo", "up"), ("addr", "add", f"{address}/24", "dev", "eth0")):
                run("ip", "-n", name, *words)
            run("ip", "-n", name, "link", "set", "eth0", "up")

    def unplug(self, name):
        run("ip", "link", "set", f"to-{name}", "down")

    def plug_in(self, name):
        run("ip", "link", "set", f"to-{name}", "up")

    def cut(self, one, other):
        """Between these two only."""
        for here, there in ((one, other), (other, one)):
            run("ip", "-n", here, "route", "add", "blackhole", ADDRESSES[there])

    def mend(self, one, other):
        for here, there in ((one, other), (other, one)):
            run("ip", "-n", here, "route", "del", "blackhole", ADDRESSES[there])


class Node:
    def __init__(self, name, folder):
        self.name, self.folder = name, folder / name
        self.started = []
        for place in ("postgresql", "etcd", "log"):
            (self.folder / place).mkdir(parents=True)
            if place == "etcd":  # on a disk of its own, as it were: others here may keep the disk busy
                run("mount", "-t", "tmpfs", "none", self.folder / place)
            shutil.chown(self.folder / place, "postgres", "postgres")
        data = self.folder / "postgresql/15"  # as the package makes it
        data.mkdir()
        shutil.chown(data, "postgres", "postgres")
        self.configuration = self.folder / "patroni.yml"
        self.configuration.write_text(self.filled_in("patroni.yml"))
        shutil.chown(self.configuration, "postgres", "postgres")
        self.etcd = dict(
            line.split("=", 1) for line in self.filled_in("etcd.env").splitlines() if line and not line.startswith("#")
        )

    def filled_in(self, file):
        text = (CONFIGURATION / file).read_text()
        words = {"THIS_NAME": self.name, "THIS_ADDRESS": ADDRESSES[self.name]} | PASSWORDS
        for word, value in words.items():
            text = text.replace(word, value)
        return text

    def begin(self, what, command, environment):
        """As its service would, with this machine's own folders at the places that the configuration names."""
        mounts = (
            f"mount --bind {self.folder}/postgresql /var/lib/postgresql && mount --bind {self.folder}/etcd /var/lib/etcd"
            " && mkdir -p /run/postgresql && mount -t tmpfs -o mode=1777 none /run/postgresql && exec "
        )
        # Three machines have processors of their own; here others may keep the two busy.
        user = "nice -n -10 setpriv --reuid postgres --regid postgres --clear-groups "
        with (self.folder / f"log/{what}").open("ab") as log:
            self.started.append(
                subprocess.Popen(
                    ["ip", "netns", "exec", self.name, "unshare", "--mount", "sh", "-c", mounts + user + command],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": "/var/lib/postgresql"} | environment,
                    cwd="/",
                )
            )

    def start(self):
        if not self.processes("etcd"):
            self.begin("etcd", "etcd --logger=zap --log-level=warn", self.etcd)
        if not self.processes("patroni"):
            self.begin("patroni", f"patroni {self.configuration}", {})

    def processes(self, word=""):
        """Their ids, of programs whose command line has the word."""
        here = os.stat(f"/run/netns/{self.name}").st_ino
        found = []
        for process in pathlib.Path("/proc").iterdir():
            if process.name.isdigit():
                with contextlib.suppress(OSError):
                    line = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                    if os.stat(process / "ns/net").st_ino == here and line and word in line:
                        found.append(int(process.name))
        return found

    def signal(self, how, word=""):
        for process in self.processes(word):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, how)

    def kill(self, word=""):
        """Until none is left: one that is killed may just have begun another."""
        while self.processes(word):
            self.signal(signal.SIGKILL, word)
            time.sleep(0.05)
        self.started = [one for one in self.started if one.poll() is None]

    def kill_postgres(self):
        self.signal(signal.SIGKILL, "postgres: ")
        self.signal(signal.SIGKILL, "/bin/postgres ")


class Cluster:
    def __init__(self, folder):
        self.network = Network()
        self.folder = folder
        self.nodes = {name: Node(name, folder) for name in NODES}
        self.haproxy = None
        self.copied_again = []

    def start(self):
        for node in self.nodes.values():
            node.start()
        self.start_haproxy()
        self.wait_until_whole()
        sql = "CREATE ROLE temsao LOGIN PASSWORD 'of-temsao'", "CREATE DATABASE temsao OWNER temsao ENCODING 'UTF8'"
        address = f"postgresql://postgres:{PASSWORDS['PASSWORD_OF_POSTGRES']}@{ADDRESSES[self.primary()]}/postgres"
        for one in sql:
            run("psql", address, "-q", "-c", one)

    def start_haproxy(self):
        with (self.folder / "haproxy.log").open("ab") as log:
            words = ["nice", "-n", "-10", "haproxy", "-db", "-f", CONFIGURATION / "haproxy.cfg"]
            self.haproxy = subprocess.Popen(words, stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def members(self):
        """What Patroni says of each machine, asked at the first that answers."""
        for address in ADDRESSES.values():
            with contextlib.suppress(OSError, ValueError, KeyError, HTTPException):
                with web.urlopen(f"http://{address}:8008/cluster", timeout=2) as answer:
                    if members := json.load(answer)["members"]:
                        return members
        return []

    def role(self, wanted):
        """Who has it now; asked until somebody has."""
        end = time.monotonic() + PATIENCE
        while not (found := next((one["name"] for one in self.members() if one["role"] == wanted), None)):
            if time.monotonic() > end:
                raise TimeoutError(f"no machine is {wanted}: {self.members()}")
            time.sleep(0.2)
        return found

    def primary(self):
        return self.role("leader")

    def standby(self):
        return self.role("sync_standby")

    @staticmethod
    def etcd_is_well(address):
        with contextlib.suppress(OSError, ValueError, KeyError, HTTPException):
            with web.urlopen(f"http://{address}:2379/health", timeout=2) as answer:
                return json.load(answer)["health"] == "true"
        return False

    def is_whole(self):
        members = self.members()
        roles = sorted(one["role"] for one in members if one["state"] in ("running", "streaming"))
        timelines = {one.get("timeline") for one in members}
        if not all(self.etcd_is_well(address) for address in ADDRESSES.values()):
            return False
        return roles == ["leader", "replica", "sync_standby"] and len(timelines) == 1 and None not in timelines

    def copy_again(self, name):
        """What the README says of a machine that does not come back by itself."""
        self.copied_again.append(name)
        words = ["patronictl", "-c", self.nodes[name].configuration, "reinit", "temsao", name, "--force"]
        subprocess.run([str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def astray(self):
        """Machines that answer and do not follow, while there is a primary."""
        members = self.members()
        timelines = [one.get("timeline") for one in members if one["role"] == "leader" and one["state"] == "running"]
        return [one["name"] for one in members if timelines and one.get("timeline") != timelines[0]]

    def wait_until_whole(self):
        began = time.monotonic()
        end, remedy = began + PATIENCE, began + PATIENCE / 4
        while not self.is_whole():
            if time.monotonic() > remedy:
                remedy = end
                for name in self.astray():
                    self.copy_again(name)
            if time.monotonic() > end:
                raise TimeoutError(f"the cluster did not become whole in {PATIENCE} s: {self.members()}")
            time.sleep(0.5)

    def psql(self, question):
        words = ["psql", PRIMARY_ONLY, "-XAtq", "-c", question]
        return subprocess.run(words, capture_output=True, text=True, timeout=60).stdout

    def stop(self):
        for node in self.nodes.values():
            node.signal(signal.SIGCONT)
            node.kill()
        if self.haproxy and self.haproxy.poll() is None:
            self.haproxy.kill()
