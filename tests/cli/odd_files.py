#!/usr/bin/env python3
"""Makes a folder of photos as offices have them, from a label's picture: odd_files.py FOLDER LABEL.png. Four inks, other
endings, none, an animation, a locked PDF, an empty file, what macOS leaves behind, and what is no picture."""
import pathlib
import shutil
import struct
import subprocess
import sys

folder, label = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
folder.mkdir()


def run(*words):
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def chunk(name, data):
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def animated(webp, width, height):
    """The same picture as the only frame of an animation (RFC 9649, 2.7)."""
    frame = webp[12:]
    size = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body = chunk(b"VP8X", b"\x02\0\0\0" + size) + chunk(b"ANIM", b"\xff\xff\xff\xff\0\0")
    body += chunk(b"ANMF", b"\0" * 6 + size + b"\x64\0\0\0" + frame)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


run("vips", "colourspace", label, folder / "four-inks.jpg", "cmyk")
run("vips", "copy", label, folder / "a.jpg")
shutil.move(folder / "a.jpg", folder / "chat.jfif")
shutil.copy(label, folder / "no-ending")
run("vips", "copy", label, folder / "a.webp")
header = struct.unpack(">II", label.read_bytes()[16:24])
(folder / "moving.webp").write_bytes(animated((folder / "a.webp").read_bytes(), *header))
(folder / "a.webp").unlink()
(folder / "empty.JPG").write_bytes(b"")
(folder / "old.gif").write_bytes(b"GIF89a\x01\0\x01\0\0\0\0;")
(folder / "._chat.jfif").write_bytes(b"\0\x05\x16\x07\0\x02\0\0" + b"\0" * 74)
for note in (".DS_Store", "Thumbs.db", "desktop.ini"):
    (folder / note).write_bytes(b"\0\0\0\1Bud1")
(folder / "notes.txt").write_text("chụp ở chợ")
