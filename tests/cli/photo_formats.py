#!/usr/bin/env python3
"""Makes photos in formats beside JPEG, PNG and WebP, good, broken and meaning harm, into the folder named:
photo_formats.py FOLDER PHOTO.jpg. libvips writes the good ones; tests/cli/photo_formats.txt uses them."""
import pathlib
import re
import struct
import subprocess
import sys

folder, photo = pathlib.Path(sys.argv[1]), sys.argv[2]


def vips(*words):
    subprocess.run(["vips", *words], cwd=folder, check=True, stderr=subprocess.DEVNULL)


def write(name, data):
    (folder / name).write_bytes(data)


def read(name):
    return (folder / name).read_bytes()


def grown(box, more):
    return struct.pack(">I", struct.unpack(">I", box[:4])[0] + len(more)) + box[4:] + more


def boxes(data):
    at = 0
    while at < len(data):
        size = struct.unpack(">I", data[at : at + 4])[0]
        yield data[at + 4 : at + 8], data[at : at + size]
        at += size


def tile_turned_left(heic):
    """The same photo with a box that says: show it turned by 90 degrees anticlockwise, as phones write it (ISO/IEC
    23008-12, 6.5.10). The box is associated with the whole picture, which libvips writes as the last item."""
    out, longer = b"", 10  # the box itself and one byte that points to it
    for kind, box in boxes(heic):
        if kind == b"meta":
            inner = b""
            for name, part in boxes(box[12:]):
                if name == b"iprp":
                    (_, ipco), (_, ipma) = boxes(part[8:])
                    number = len(list(boxes(ipco[8:]))) + 1
                    before = ipma.rindex(b"\x00\x02") + 2  # the last item's count of properties
                    ipma = grown(ipma[:before] + bytes([ipma[before] + 1]) + ipma[before + 1 :], bytes([0x80 | number]))
                    part = part[:8] + grown(ipco, b"\0\0\0\x09irot\x01") + ipma
                    part = struct.pack(">I", len(part)) + part[4:]
                elif name == b"iloc":  # the picture's bytes begin later
                    start = struct.pack(">I", heic.index(b"mdat") + 4)
                    part = part.replace(start, struct.pack(">I", heic.index(b"mdat") + 4 + longer))
                inner += part
            box = box[:12] + inner
            box = struct.pack(">I", len(box)) + box[4:]
        out += box
    assert len(out) == len(heic) + longer
    return out


def tiff(*entries):
    """A TIFF header and one directory: (tag, kind, value) each."""
    return (
        b"II*\0"
        + struct.pack("<IH", 8, len(entries))
        + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
        + bytes(4)
    )


vips("copy", photo, "nhan.heic")
vips("copy", photo, "nhan.avif[effort=1]")
vips("copy", photo, "nhan.tif")
vips("copy", photo, "lzw.tiff[compression=lzw]")
vips("colourspace", photo, "sau16.tif", "grey16")
vips("colourspace", photo, "in4.tif", "cmyk")
vips("arrayjoin", f"{photo} {photo} {photo}", "cao.v", "--across", "1")
height = int(subprocess.run(["vipsheader", "-f", "height", photo], cwd=folder, capture_output=True, check=True).stdout)
vips("copy", f"cao.v", f"ba-trang.tif[page_height={height}]")
write("xoay.heic", tile_turned_left(read("nhan.heic")))
turned = read("nhan.tif")
orientation = turned.rindex(struct.pack("<HHI", 274, 3, 1)) + 8
write("xoay.tif", turned[:orientation] + b"\6" + turned[orientation + 1 :])

# --- broken, or meaning harm ----------------------------------------------------------------------------------------
(folder / "xau").mkdir()
for name in ("nhan.heic", "nhan.avif", "nhan.tif"):
    write(f"xau/dut.{name[5:]}", read(name)[: len(read(name)) // 2])
heic = read("nhan.heic")
ispe = re.compile(rb"ispe\0\0\0\0.{8}", re.S)
write("xau/lon.heic", ispe.sub(lambda _: b"ispe\0\0\0\0" + struct.pack(">II", 50_000, 50_000), heic))
write(
    "xau/lon.tif",
    tiff(
        (256, 4, 50_000),
        (257, 4, 50_000),
        (258, 3, 8),
        (259, 3, 1),
        (262, 3, 1),
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, 50_000),
        (279, 4, 100),
    ),
)
write("xau/chi-dau.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(range(256)) * 20)
write("xau/vong.tif", b"II*\0" + struct.pack("<IH", 8, 1) + struct.pack("<HHII", 256, 4, 1, 9) + struct.pack("<I", 8))
write(
    "xau/hai-mat.tif",
    b"II*\0" + b"%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\n<svg xmlns='http://www.w3.org/2000/svg'/>",
)
write("xau/phim.heic", b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(200))
write("xau/anh.heic", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
write("ten-sai.jpg", heic)
write("ten-sai.heic", (folder / photo).read_bytes())
