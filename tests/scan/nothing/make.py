#!/usr/bin/env python3
"""Makes the pictures of this folder, in which no symbol may be read (tests/scan/nothing.cpp): noise, text, boards, stripes,
cloth, and things that look like a QR code or an EAN-13 without being one. All of them are invented here; the same script
makes the same pixels again.

    tests/scan/nothing/make.py [NAME ...]

drawings.py has what is drawn; here it is held before a camera and written."""
import math
import pathlib
import struct
import sys
import zlib

from drawings import *

HERE = pathlib.Path(__file__).resolve().parent


# --- places: how a drawing is held before the camera ----------------------------------------------------------------
def turned(degrees, drawing):
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    middle_x, middle_y = WIDTH / 2, HEIGHT / 2

    def at(x, y):
        x, y = x - middle_x, y - middle_y
        return drawing(c * x + s * y + middle_x, c * y - s * x + middle_y)

    return at


def tilted(strength, drawing):
    """Seen from below: the upper edge is further away."""

    def at(x, y):
        far = 1 + strength * (HEIGHT - y) / HEIGHT
        return drawing((x - WIDTH / 2) * far + WIDTH / 2, HEIGHT - (HEIGHT - y) * far)

    return at


def wavy(strength, drawing):
    return lambda x, y: drawing(x + strength * math.sin(y / 23), y + strength * math.sin(x / 31))


def shaded(drawing):
    return lambda x, y: drawing(x, y) * (0.45 + 0.55 * x / WIDTH)


def blurred(radius, drawing):
    steps = [(dx * radius / 2, dy * radius / 2) for dx in (-2, -1, 0, 1, 2) for dy in (-2, -1, 0, 1, 2)]
    return lambda x, y: sum(drawing(x + dx, y + dy) for dx, dy in steps) / len(steps)


# --- the pictures: name, bits a pixel, drawing ----------------------------------------------------------------------
WRONG_CHECK_DIGIT, THREE = ean13("9521234543219"), ("tl", "tr", "bl")
PICTURES = [
    ("noise-1-pixel", 1, noise(1, "a")),
    ("noise-2-pixels", 1, noise(2, "b")),
    ("noise-4-pixels", 1, noise(4, "c")),
    ("noise-9-pixels-turned", 1, turned(12, noise(9, "d"))),
    ("noise-grey", 8, grey_noise(6, "e")),
    ("clouds", 8, clouds("f")),
    ("board-3", 1, board(3)),
    ("board-8-turned", 1, turned(31, board(8))),
    ("board-16-tilted", 8, tilted(0.8, board(16))),
    ("board-24-shaded", 8, shaded(board(24))),
    ("rings", 1, rings(5)),
    ("rings-wide", 8, rings(17)),
    ("squares", 1, squares_in_squares(6)),
    ("squares-turned", 8, turned(45, squares_in_squares(10))),
    ("text-small", 1, text(1, "g")),
    ("text", 1, text(2, "h")),
    ("text-large-turned", 8, turned(8, text(4, "i"))),
    ("text-light-on-dark", 1, text(3, "j", PAPER, INK)),
    ("text-blurred", 8, blurred(3, text(3, "k"))),
    ("text-tilted", 8, tilted(0.6, text(3, "l"))),
    ("finders-tiled", 1, tiled_finders(3, 2)),
    ("finders-tiled-turned", 8, turned(20, tiled_finders(5, 6))),
    ("finder-alone", 1, matrix(random_symbol(7, "m", ("tl",), False), 20)),
    ("finders-without-data", 1, matrix(random_symbol(25, "n"), 8, lambda i, j: (i < 8 or j < 8) and (i < 7 or i > 17 or j < 7))),
    ("symbol-of-noise-21", 1, matrix(random_symbol(21, "o"), 9)),
    ("symbol-of-noise-25", 8, turned(15, matrix(random_symbol(25, "p"), 6))),
    ("symbol-of-noise-29", 8, tilted(0.4, matrix(random_symbol(29, "q"), 6))),
    ("symbol-of-noise-45", 1, matrix(random_symbol(45, "r"), 5)),
    ("symbol-of-noise-light-on-dark", 1, matrix(random_symbol(25, "s"), 8, dark=PAPER, light=INK)),
    ("half-a-symbol-left", 1, matrix(random_symbol(33, "t"), 6, lambda i, j: j < 17)),
    ("half-a-symbol-diagonal", 8, turned(5, matrix(random_symbol(33, "u"), 6, lambda i, j: i + j < 33))),
    ("two-finders", 1, matrix(random_symbol(29, "v", ("tl", "br")), 7)),
    ("four-finders", 1, matrix(random_symbol(29, "w", (*THREE, "br")), 7)),
    ("like-data-matrix", 1, matrix(data_matrix_like(24, "x"), 8)),
    ("like-aztec", 1, matrix(aztec_like(27, "y"), 7)),
    ("bars-random-30", 1, random_bars(30, 3, 1)),
    ("bars-random-59", 1, random_bars(59, 2, 2)),
    ("bars-random-turned", 8, turned(7, random_bars(45, 2, 3))),
    ("bars-equal", 1, stripes(4, 4)),
    ("bars-two-widths", 8, stripes(3, 3, 9, 3)),
    ("ean13-wrong-check-digit", 1, modules_as_bars(WRONG_CHECK_DIGIT, 3)),
    ("ean13-wrong-check-digit-turned", 8, turned(-9, modules_as_bars(WRONG_CHECK_DIGIT, 2))),
    ("ean13-left-half", 1, modules_as_bars(ean13("9521234543213")[:50], 3)),
    ("ean13-without-guards", 1, modules_as_bars(ean13("9521234543213")[3:-3], 3)),
    ("cloth-weave", 8, turned(3, weave(5))),
    ("cloth-plaid", 8, plaid(12, 5, 3, 5, 3, 12)),
    ("cloth-houndstooth", 1, houndstooth(4)),
    ("cloth-houndstooth-wavy", 8, wavy(3, houndstooth(5))),
    ("cloth-herringbone", 1, herringbone(6)),
    ("cloth-diamonds", 8, wavy(2, diamonds(48))),
    ("cloth-brocade", 1, brocade(56)),
    ("cloth-brocade-tilted", 8, tilted(0.5, brocade(70))),
    ("crossword", 1, crossword(14, "z")),
    ("bricks", 8, bricks(44, 16)),
    ("maze", 1, maze(8, "aa")),
    ("dominoes", 8, dominoes(26)),
    ("halftone", 1, halftone(7)),
]  # fmt: skip


def brightness(drawing, bits, x, y):
    if bits == 1:
        return drawing(x + 0.5, y + 0.5)
    return sum(drawing(x + dx, y + dy) for dx in (0.25, 0.75) for dy in (0.25, 0.75)) / 4


def png(bits, drawing):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b""
    for y in range(HEIGHT):
        row = [brightness(drawing, bits, x, y) for x in range(WIDTH)]
        if bits == 1:
            row = [sum((row[x + k] > 0.5) << (7 - k) for k in range(8)) for x in range(0, WIDTH, 8)]
        else:  # 32 shades are enough, and pack better
            row = [round(round(value * 31) / 31 * 255) for value in row]
        rows += b"\0" + bytes(row)
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, bits, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


for name, bits, drawing in PICTURES:
    if len(sys.argv) == 1 or name in sys.argv[1:]:
        (HERE / f"{name}.png").write_bytes(png(bits, drawing))
