"""A label printer for tests, as a thread of the test: it takes ZPL or TSPL on a loopback address of its own, prints one label
after another and answers what it is asked, as far as it is told to."""
import random
import re
import socket
import threading
import time

PATIENCE = 60  # seconds in which a printer that has paper prints a label


class Printer:
    """A label printer on a loopback address of its own."""

    ZPL_END, TSPL_END = b"^XZ\n", b"PRINT 1,1\r\n"

    def __init__(self, kind="zebra", counts=True, answers=True, dpi=b"8", paper=10**9, a_label=0.01):
        self.kind, self.answers, self.dpi = kind, answers, dpi
        self.counts = counts and kind == "zebra"  # others print a label only after they were seen to be busy
        self.paper, self.a_label = paper, a_label
        self.odometer, self.held, self.roll, self.heard = 1000, [], [], b""
        self.told_busy = False
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.address = self.listen()
        self.lock = threading.Lock()
        threading.Thread(target=self.serve, daemon=True).start()
        threading.Thread(target=self.print_on, daemon=True).start()

    def listen(self):
        for _ in range(50):
            host = f"127.{random.randrange(70, 120)}.{random.randrange(256)}.{random.randrange(1, 255)}"
            try:
                self.listener.bind((host, 9100))
                self.listener.listen(4)
                return host
            except OSError:
                continue
        raise OSError("no loopback address for a fake printer")

    def print_on(self):
        while True:
            time.sleep(self.a_label)
            with self.lock:
                # One that says only "busy" is slow enough to be seen at it.
                if self.held and self.paper > 0 and (self.counts or not self.answers or self.told_busy):
                    self.roll.append(self.held.pop(0))
                    self.odometer += 1
                    self.paper -= 1
                    self.told_busy = False

    def serve(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            self.heard = b""
            try:
                while piece := client.recv(5000):
                    with self.lock:
                        self.heard += piece
                        while answer := self.take_one():
                            if answer is not True and self.answers:
                                client.sendall(answer)
            except OSError:
                pass
            client.close()

    def take_one(self):
        """One command; its answer, True for one without, None when no whole one has come."""
        busy = b"1" if self.held else b"0"
        out = b"1" if self.paper <= 0 else b"0"
        if self.kind == "zebra":
            known = {
                b"~HS\r\n": b"\x02030," + out + b",0,0480,00" + busy + b",0,0,0,000,0,0,0\x03\r\n"
                b"\x02000,0,0,0,0,2,4,0,0000000" + busy + b",1,000\x03\r\n\x020000,0\x03\r\n",
                b"~HI\r\n": b"\x02ZD421-203dpi ZPL,V93," + self.dpi + b",8192KB\x03\r\n",
                b'! U1 getvar "odometer.total_label_count"\r\n': b'"%d"' % self.odometer if self.counts else b'"?"',
            }
            empty, end = b"~JA\r\n", self.ZPL_END
        else:
            known = {b"\x1b!?": bytes([32 * bool(self.held) | 4 * (self.paper <= 0)])}
            empty, end = b"\x1b!.", self.TSPL_END
        for question, answer in known.items():
            if self.heard.startswith(question):
                self.heard = self.heard[len(question) :]
                if self.held and b"getvar" not in question:
                    self.told_busy = True
                return answer
        if self.heard.startswith(empty):
            self.heard = self.heard[len(empty) :]
            self.held.clear()
            return True
        if self.kind == "tsc" and self.heard[:3] in (b"~HS", b"~HI", b"! U") and b"\r\n" in self.heard:
            self.heard = self.heard.partition(b"\r\n")[2]  # of another language
            return True
        at = self.heard.find(end)
        if at < 0:
            return None
        commands = self.heard[: at + len(end)]
        copies = re.search(rb"\^PQ(\d+)", commands) if self.kind == "zebra" else None
        self.held += [(commands, copy) for copy in range(int(copies[1]) if copies else 1)]
        self.heard = self.heard[at + len(end) :]
        return True

    def settle(self):
        """Whether all that it holds was printed."""
        last, since = None, time.monotonic()
        while self.held and self.paper > 0 and time.monotonic() < since + PATIENCE:
            if last != len(self.held):
                last, since = len(self.held), time.monotonic()
            time.sleep(self.a_label)
        return not self.held or self.paper <= 0
