"""What happens to machines: each fault is done, lasts a while, and is put right again."""
import contextlib
import os
import random
import signal
import time

from nodes import NODES


class Faults:
    def __init__(self, cluster, writers, seed):
        self.cluster, self.writers = cluster, writers
        self.random = random.Random(seed)
        # How often each is drawn: most strike the primary, since that is what stops printing.
        self.kinds = {
            self.primary_database_killed: 4,
            self.primary_machine_killed: 4,
            self.primary_machine_stopped: 3,
            self.primary_unplugged: 4,
            self.standby_killed: 2,
            self.standby_stopped: 2,
            self.standby_unplugged: 2,
            self.primary_and_standby_cut: 2,
            self.etcd_killed: 2,
            self.connections_killed: 2,
            self.haproxy_killed: 1,
            self.printing_killed: 2,
        }

    def drawn(self, number):
        """So many, each kind among them where there are enough."""
        every = list(self.kinds)
        self.random.shuffle(every)
        more = self.random.choices(every, [self.kinds[kind] for kind in every], k=max(0, number - len(every)))
        return every[:number] + more

    def lasts(self):
        """Mostly so short that the machine comes back before it is missed; every fourth time so long that another one
        takes its place."""
        time.sleep(self.random.uniform(10, 12) if self.random.random() < 0.25 else self.random.uniform(0.5, 6))

    @contextlib.contextmanager
    def stopped(self, node):
        node.signal(signal.SIGSTOP)
        try:
            yield
        finally:
            node.signal(signal.SIGCONT)

    @contextlib.contextmanager
    def unplugged(self, name):
        self.cluster.network.unplug(name)
        try:
            yield
        finally:
            self.cluster.network.plug_in(name)

    def killed(self, name, word=""):
        self.cluster.nodes[name].kill(word)
        self.lasts()
        self.cluster.nodes[name].start()

    def primary_database_killed(self):
        self.cluster.nodes[self.cluster.primary()].kill_postgres()
        self.lasts()

    def primary_machine_killed(self):
        self.killed(self.cluster.primary())

    def primary_machine_stopped(self):
        with self.stopped(self.cluster.nodes[self.cluster.primary()]):
            self.lasts()

    def primary_unplugged(self):
        with self.unplugged(self.cluster.primary()):
            self.lasts()

    def standby_killed(self):
        self.killed(self.cluster.standby())

    def standby_stopped(self):
        with self.stopped(self.cluster.nodes[self.cluster.standby()]):
            self.lasts()

    def standby_unplugged(self):
        with self.unplugged(self.cluster.standby()):
            self.lasts()

    def primary_and_standby_cut(self):
        """From each other only; both reach the third machine and the office."""
        both = self.cluster.primary(), self.cluster.standby()
        self.cluster.network.cut(*both)
        try:
            self.lasts()
        finally:
            self.cluster.network.mend(*both)

    def etcd_killed(self):
        self.killed(self.random.choice(NODES), "etcd")

    def connections_killed(self):
        """Those that serve temsao, in the middle of what they do; several times, with a normal end."""
        node = self.cluster.nodes[self.cluster.primary()]
        for _ in range(8):
            for process in node.processes("postgres: temsao: temsao temsao"):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGTERM)
            time.sleep(self.random.uniform(0.05, 0.4))

    def haproxy_killed(self):
        self.cluster.haproxy.kill()
        self.cluster.haproxy.wait()
        time.sleep(self.random.uniform(0.1, 3))
        self.cluster.start_haproxy()

    def printing_killed(self):
        for _ in range(5):
            self.random.choice(self.writers).kill_what_prints()
            time.sleep(self.random.uniform(0.05, 0.7))
