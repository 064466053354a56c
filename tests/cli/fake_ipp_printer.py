"""An office printer for tests, as threads of the test: it speaks IPP on a loopback address of its own (port 631, which needs
root), prints one page after another, and goes wrong as it is told to. It knows for certain what lies in its tray.

A page is known by its words "page N" in the document; a real PDF has none, and its pages are then numbered."""
import random
import re
import socket
import struct
import threading
import time

PORT = 631
OPERATION, JOB, END, PRINTER = 1, 2, 3, 4
INTEGER, BOOLEAN, ENUM, RESOLUTION, COLLECTION, END_COLLECTION = 0x21, 0x22, 0x23, 0x32, 0x34, 0x37
NAME, KEYWORD, CHARSET, LANGUAGE, MIME, MEMBER = 0x42, 0x44, 0x47, 0x48, 0x49, 0x4A
IDLE, PROCESSING, STOPPED = 3, 4, 5
CREATE, SEND, CANCEL, GET_JOB, GET_PRINTER = 0x05, 0x06, 0x08, 0x09, 0x0B
A4 = (21000, 29700)


def may_open_port():
    """Whether this test can run here; else it says so, and the test ends with 77."""
    try:
        IppPrinter().close()
    except PermissionError:
        print("skipped: only root may open port 631, which IPP has")
        return False
    return True


def piece(tag, name, value):
    if isinstance(value, bool):
        value = bytes([value])
    elif isinstance(value, int):
        value = struct.pack(">i", value)
    elif isinstance(value, str):
        value = value.encode()
    name = name.encode()
    return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value


def attribute(tag, name, *values):
    return b"".join(piece(tag, "" if number else name, value) for number, value in enumerate(values))


def size(name, width, height):
    inner = (("x-dimension", width), ("y-dimension", height))
    members = b"".join(piece(MEMBER, "", member) + piece(INTEGER, "", value) for member, value in inner)
    return piece(COLLECTION, name, b"") + members + piece(END_COLLECTION, "", b"")


def read_attributes(body):
    """The first value of each attribute by its name, and where the document begins."""
    found, at, name = {}, 8, ""
    while body[at] != END:
        tag, at = body[at], at + 1
        if tag < 0x10:
            continue
        (length,) = struct.unpack_from(">H", body, at)
        name, at = body[at + 2 : at + 2 + length].decode() or name, at + 2 + length
        (length,) = struct.unpack_from(">H", body, at)
        value, at = body[at + 2 : at + 2 + length], at + 2 + length
        found.setdefault(name, struct.unpack(">i", value)[0] if tag in (INTEGER, ENUM) else value)
    return found, at + 1


class Job:
    def __init__(self, number, name):
        self.number, self.name, self.state = number, name, 4  # held until its document has come
        self.pages, self.begun, self.count = [], 0, 0
        self.is_whole = False


class IppPrinter:
    """`how` it goes wrong once `at_page` pages lie in the tray, or `at_byte` bytes of documents have come: "jam",
    "media-empty" and the like: it stops, with that reason; "warns": it goes on; "reset": connections are; "power": off and
    on, so that it forgets its jobs and counts them from 1; "gone": off for good; "silent": it prints on and answers
    nothing; "cancels": somebody cancels at the printer."""

    def __init__(self, a_page=0.01, how="", at_page=None, at_byte=None, **more):
        self.a_page, self.how, self.at_page, self.at_byte = a_page, how, at_page, at_byte
        self.reason = how if how.startswith("media-") or how.startswith("cover-") else "media-jam-error"
        self.counts = more.get("counts", True)  # job-impressions-completed
        self.counts_early = more.get("counts_early", False)  # as a page begins, not as it lies in the tray
        self.streams = more.get("streams", False)  # prints pages while more of the document comes
        self.sizes = more.get("sizes", [A4, (14800, 21000), (6000, 4000)])
        self.formats = more.get("formats", ["application/octet-stream", "application/pdf"])
        self.raster = more.get("raster", ["black_1", "sgray_8", "srgb_8"])
        self.holds_cancelled = more.get("holds_cancelled", False)  # a cancelled job ends only when it goes on
        self.is_queue = more.get("is_queue", False)
        self.standing = more.get("standing", [])  # reasons that are always there
        self.reply = more.get("reply")  # changes each answer: (operation, bytes) -> bytes
        self.cut_reply = more.get("cut_reply")  # (which answer, after how many bytes)
        self.slow_reply = more.get("slow_reply", 0)  # seconds for each byte
        self.tray, self.jobs, self.clients, self.seen = [], {}, set(), []
        self.document_bytes, self.replies, self.next_job, self.last_document = 0, 0, 1, b""
        self.is_off = self.is_silent = self.is_stopped = self.has_broken = self.is_closed = False
        self.warning = []
        self.lock = threading.RLock()
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.host = self.listen()
        self.address = f"ipp://{self.host}:{PORT}/ipp/print"
        threading.Thread(target=self.serve, daemon=True).start()
        threading.Thread(target=self.print_on, daemon=True).start()

    def listen(self):
        for _ in range(50):
            host = f"127.{random.randrange(120, 200)}.{random.randrange(256)}.{random.randrange(1, 255)}"
            try:
                self.listener.bind((host, PORT))
                self.listener.listen(8)
                return host
            except PermissionError:
                raise
            except OSError:
                continue
        raise OSError("no loopback address for a fake printer")

    def close(self):
        self.is_closed = self.is_off = True
        self.listener.close()
        self.drop_clients()

    # ---- paper

    def active(self):
        return next((job for job in self.jobs.values() if job.state < 7), None)

    def print_on(self):
        while not self.is_closed:
            with self.lock:
                job = self.active()
                can = job and not self.is_off and not self.is_stopped and job.begun < len(job.pages)
                if can:
                    job.state, page = 5, job.pages[job.begun]
                    job.begun += 1
                    job.count += self.counts_early
                elif job and job.is_whole and not self.is_stopped and job.begun == len(job.pages):
                    job.state = 9
            time.sleep(self.a_page if can else 0.002)
            with self.lock:
                if can and not self.is_off and job.state == 5:
                    if self.how and not self.has_broken and self.at_page == len(self.tray):
                        self.go_wrong(job)
                        if self.is_stopped or self.how == "power":
                            continue  # this page is lost
                    self.tray.append(page)
                    job.count += not self.counts_early

    def go_wrong(self, job=None):
        self.has_broken = True
        if self.how in ("reset", "power", "gone"):
            if self.how != "reset":
                self.jobs, self.next_job = {}, 1
            self.is_off = self.how == "gone"
            if self.is_off:
                self.listener.close()
            self.drop_clients()
        elif self.how == "silent":
            self.is_silent = True
        elif self.how == "warns":
            self.warning = ["media-jam-warning"]
        elif self.how == "cancels" and job:
            job.state = 7
        elif self.how != "cancels":
            self.is_stopped = True

    def settle(self):
        """Whether nothing is left that would still be printed."""
        for _ in range(2000):
            with self.lock:
                job = self.active()
                if not job or self.is_stopped or self.is_off or (job.begun == len(job.pages) and not job.is_whole):
                    break
            time.sleep(0.005)
        time.sleep(2 * self.a_page)
        return True

    # ---- network

    def drop_clients(self):
        for client in list(self.clients):
            try:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                client.shutdown(socket.SHUT_RD)
                client.close()
            except OSError:
                pass

    def serve(self):
        while not self.is_closed:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            self.clients.add(client)
            threading.Thread(target=self.talk, args=(client,), daemon=True).start()

    def talk(self, client):
        try:
            heard = b""
            while True:
                while b"\r\n\r\n" not in heard:
                    heard += self.more(client)
                head, _, heard = heard.partition(b"\r\n\r\n")
                length = int(re.search(rb"(?i)content-length: *(\d+)", head)[1])
                heard = self.take_body(client, heard, length)
                self.answer(client, heard[:length])
                heard = heard[length:]
        except (OSError, TypeError, ValueError):
            pass
        finally:
            self.clients.discard(client)
            client.close()

    def more(self, client):
        piece_of_it = client.recv(1500)
        if not piece_of_it:
            raise OSError("the connection ended")
        return piece_of_it

    def take_body(self, client, heard, length):
        job, begins = None, None
        while True:
            is_document = len(heard) >= 12 and struct.unpack_from(">H", heard, 2)[0] == SEND
            if is_document and len(heard) > 400:
                with self.lock:
                    values, begins = read_attributes(heard)
                    job = self.jobs.get(values.get("job-id"))
                    come = self.document_bytes + len(heard) - begins
                    if self.streams and job:
                        job.pages = self.pages_of(heard[begins:])
                    if self.at_byte is not None and come >= self.at_byte and not self.has_broken:
                        self.go_wrong(job)
                        if self.how in ("reset", "power", "gone"):
                            raise OSError("broken while the document came")
            if len(heard) >= length:
                if begins:
                    self.document_bytes += length - begins
                return heard
            heard += self.more(client)

    def pages_of(self, document):
        named = [int(number) for number in re.findall(rb"page (\d+)\n", document)]
        real = len(re.findall(rb"/Type ?/Page\b", document)) or document.count(b"PwgRaster\0")
        return named or [(hash(document), number) for number in range(real)]

    def answer(self, client, body):
        operation, request = struct.unpack_from(">HI", body, 2)
        values, begins = read_attributes(body)
        with self.lock:
            self.seen.append((operation, values))
            status, rest = self.do(operation, values, body[begins:])
            if self.is_silent:
                return
        reply = body[:2] + struct.pack(">HI", status, request) + bytes([OPERATION])
        reply += attribute(CHARSET, "attributes-charset", "utf-8")
        reply += attribute(LANGUAGE, "attributes-natural-language", "en") + rest + bytes([END])
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: %d\r\n\r\n"
        whole = answer % len(reply) + reply
        if self.reply:
            whole = self.reply(operation, reply, answer)
        self.replies += 1
        if self.cut_reply and self.replies == self.cut_reply[0]:
            client.sendall(whole[: self.cut_reply[1]])
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raise OSError("cut")
        if self.slow_reply:
            for byte in whole:
                client.sendall(bytes([byte]))
                time.sleep(self.slow_reply)
        else:
            client.sendall(whole)

    # ---- IPP

    def do(self, operation, values, document):
        if operation == GET_PRINTER:
            return 0, self.about_printer()
        if operation == CREATE:
            if self.active():
                return 0x0507, b""
            job = Job(self.next_job, values["job-name"])
            self.jobs[job.number] = job
            self.next_job += 1
            return 0, self.about_job(job)
        job = self.jobs.get(values.get("job-id"))
        if not job:
            return 0x0406, b""
        if operation == SEND:
            job.pages, job.is_whole, self.last_document = self.pages_of(document), True, document
        elif operation == CANCEL and job.state < 7:
            job.state = job.state if self.is_stopped and self.holds_cancelled else 7
        elif operation == CANCEL:
            return 0x0404, b""
        return 0, self.about_job(job)

    def about_job(self, job):
        told = bytes([JOB]) + attribute(INTEGER, "job-id", job.number) + attribute(NAME, "job-name", job.name)
        state = 6 if self.is_stopped and job.state == 5 else job.state
        told += attribute(ENUM, "job-state", state) + attribute(KEYWORD, "job-state-reasons", "none")
        return told + (attribute(INTEGER, "job-impressions-completed", job.count) if self.counts else b"")

    def about_printer(self):
        job = self.active()
        state = STOPPED if self.is_stopped else PROCESSING if job and job.state == 5 else IDLE
        reasons = self.standing + self.warning + [self.reason] * self.is_stopped or ["none"]
        told = bytes([PRINTER]) + attribute(ENUM, "printer-state", state)
        told += attribute(KEYWORD, "printer-state-reasons", *reasons)
        told += attribute(BOOLEAN, "printer-is-accepting-jobs", True)
        told += attribute(MIME, "document-format-supported", *self.formats)
        told += attribute(ENUM, "operations-supported", 2, 4, CREATE, SEND, CANCEL, GET_JOB, 10, GET_PRINTER)
        told += attribute(KEYWORD, "print-scaling-supported", "auto", "fit", "none")
        dots = [struct.pack(">iib", dpi, dpi, 3) for dpi in (600, 300, 150)]
        told += attribute(RESOLUTION, "printer-resolution-default", dots[0])
        told += attribute(RESOLUTION, "pwg-raster-document-resolution-supported", *dots)
        told += attribute(KEYWORD, "pwg-raster-document-type-supported", *self.raster)
        told += attribute(0x41, "cups-version", "2.4.2") if self.is_queue else b""
        for number, (width, height) in enumerate(self.sizes):
            told += size("" if number else "media-size-supported", width, height)
        inner = piece(MEMBER, "", "media-size") + size("", *self.sizes[0])
        return told + piece(COLLECTION, "media-col-default", b"") + inner + piece(END_COLLECTION, "", b"")
