"""A log with two histories under one key, in Python's standard library alone, and what a witness signs of it: RFC 6962's
tree word for word, signed notes and requests to witnesses as C2SP writes them. What several threads may sign at once is
settled here too: of a log with two histories, only one."""
import base64
import hashlib
import pathlib
import random
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "trace"))
from second_verifier import BASE, L, encode, point_of, sound_key, times, verifies  # noqa: E402


def sign(seed, message):
    """Ed25519, RFC 8032 section 5.1.6."""
    digest = hashlib.sha512(seed).digest()
    a = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | 1 << 254
    r = int.from_bytes(hashlib.sha512(digest[32:] + message).digest(), "little") % L
    point = encode(times(r, BASE))
    k = int.from_bytes(hashlib.sha512(point + public_of(seed) + message).digest(), "little") % L
    return point + ((r + k * a) % L).to_bytes(32, "little")


def public_of(seed):
    digest = hashlib.sha512(seed).digest()
    return encode(times(int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | 1 << 254, BASE))


def key_hash(name, kind, key):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def vkey(name, kind, key):
    return f"{name}+{key_hash(name, kind, key).hex()}+{base64.b64encode(bytes([kind]) + key).decode()}"


def leaf_hash(entry):
    return hashlib.sha256(b"\0" + entry.encode()).digest()


def split(n):
    return 1 << (n - 1).bit_length() - 1


def root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256(b"").digest()
    k = split(len(leaves))
    return hashlib.sha256(b"\1" + root(leaves[:k]) + root(leaves[k:])).digest()


def consistency(m, leaves, known=True):
    """RFC 6962's SUBPROOF."""
    if m == len(leaves):
        return [] if known else [root(leaves)]
    k = split(len(leaves))
    if m <= k:
        return consistency(m, leaves[:k], known) + [root(leaves[k:])]
    return consistency(m - k, leaves[k:], False) + [root(leaves[:k])]


class ForkedLog:
    """`shared` entries, then two histories that differ."""

    def __init__(self, name, shared, size):
        self.name, self.shared, self.seed = name, shared, hashlib.sha256(name.encode()).digest()
        self.key = vkey(name, 1, public_of(self.seed))
        same = [leaf_hash(f"same {i}") for i in range(shared)]
        self.histories = [same + [leaf_hash(f"{which} {i}") for i in range(shared, size)] for which in "ab"]
        self.notes = {}

    def checkpoint(self, which, size):
        if (which, size) not in self.notes:
            text = f"{self.name}\n{size}\n{base64.b64encode(root(self.histories[which][:size])).decode()}\n"
            signed = key_hash(self.name, 1, public_of(self.seed)) + sign(self.seed, text.encode())
            self.notes[which, size] = f"{text}\n— {self.name} {base64.b64encode(signed).decode()}\n"
        return self.notes[which, size]

    def request(self, which, old, size):
        proof = consistency(old, self.histories[which][:size]) if 0 < old <= size else []
        lines = "".join(base64.b64encode(each).decode() + "\n" for each in proof)
        return f"old {old}\n{lines}\n{self.checkpoint(which, size)}".encode()


def time_of(witness, checkpoint, line):
    """When this witness signed the checkpoint, by the line it answered; None when the line is none of its signatures."""
    name, _, rest = witness.partition("+")
    key = base64.b64decode(rest.partition("+")[2])
    dash, said, signature = line.rstrip("\n").split(" ")
    data = base64.b64decode(signature)
    if (dash, said, key[0]) != ("—", name, 4) or data[:4] != key_hash(name, 4, key[1:]) or len(data) != 76:
        return None
    when = int.from_bytes(data[4:12], "big")
    text = checkpoint[: checkpoint.rindex("\n\n") + 1]
    message = f"cosignature/v1\ntime {when}\n{text}".encode()
    return when if verifies(sound_key(key[1:]), message, data[12:]) else None


def storm(log, send, rounds, threads=4, seed=1):
    """Each thread offers one history or the other, as large as it likes, to a server drawn anew each time; gives what was
    signed: (which, size, line). `send(random, body)` gives an answer, or None when the server is away."""
    signed, lock = [], threading.Lock()

    def offer(number):
        draw = random.Random(f"{seed} {number}")
        known = 0
        for _ in range(rounds):
            which = draw.randrange(2)
            size = min(len(log.histories[which]), known + draw.randrange(4))
            answer = send(draw, log.request(which, known if draw.random() < 0.9 else draw.randrange(size + 1), size))
            if answer is None:
                continue
            if answer.status == 409:
                known = int(answer.bytes)
            elif answer.status == 200:
                known = size
                with lock:
                    signed.append((which, size, answer.bytes.decode()))

    all_threads = [threading.Thread(target=offer, args=(number,)) for number in range(threads)]
    for thread in all_threads:
        thread.start()
    return all_threads, signed


def histories_signed(log, signed):
    """Which of the two were signed beyond what they share."""
    return {which for which, size, _ in signed if size > log.shared}


assert point_of(public_of(b"\1" * 32)) is not None
