"""The drawings of make.py. Each is a function of a place, x to the right and y down, that gives its brightness from 0, black,
to 1."""
import functools
import math
import random
import zlib

WIDTH, HEIGHT = 320, 240
BLACK, WHITE, PAPER, INK = 0.0, 1.0, 0.86, 0.14


def dice(*place):
    """A number from 0 up to 1 that belongs to a place."""
    z = zlib.crc32(repr(place).encode()) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
    z = (z ^ z >> 29) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    return (z >> 11) / 2**53


def noise(size, seed):
    return lambda x, y: float(dice(seed, int(x // size), int(y // size)) < 0.5)


def grey_noise(size, seed):
    return lambda x, y: dice(seed, int(x // size), int(y // size))


def clouds(seed):
    """Four layers of smooth noise."""

    def layer(x, y, size):
        left, top = math.floor(x / size), math.floor(y / size)
        u, v = x / size - left, y / size - top
        u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
        corner = lambda i, j: dice(seed, size, left + i, top + j)
        upper = corner(0, 0) * (1 - u) + corner(1, 0) * u
        return upper * (1 - v) + (corner(0, 1) * (1 - u) + corner(1, 1) * u) * v

    return lambda x, y: sum(layer(x, y, size) * size for size in (8, 16, 32, 64)) / 120


def board(size):
    return lambda x, y: WHITE if (x // size + y // size) % 2 else BLACK


def rings(size):
    return lambda x, y: WHITE if math.hypot(x - WIDTH / 2, y - HEIGHT / 2) // size % 2 else BLACK


def squares_in_squares(size):
    return lambda x, y: WHITE if max(abs(x - WIDTH / 2), abs(y - HEIGHT / 2)) // size % 2 else BLACK


def stripes(*widths):
    """Dark and light in turn, again and again."""
    edges = [sum(widths[: i + 1]) for i in range(len(widths))]

    def at(x, _):
        place = x % edges[-1]
        return PAPER if next(i for i, edge in enumerate(edges) if place < edge) % 2 else INK

    return at


def random_bars(count, module, seed, top=30, bottom=210):
    chance = random.Random(seed)
    widths = [chance.randint(1, 4) * module for _ in range(count)]
    left = (WIDTH - sum(widths)) / 2

    def at(x, y):
        if not (top <= y < bottom and left <= x < left + sum(widths)):
            return PAPER
        place, i = x - left, 0
        while place >= widths[i]:
            place, i = place - widths[i], i + 1
        return PAPER if i % 2 else INK

    return at


def modules_as_bars(text, module, top=30, bottom=210):
    left = (WIDTH - len(text) * module) / 2

    def at(x, y):
        i = math.floor((x - left) / module)
        return INK if top <= y < bottom and 0 <= i < len(text) and text[i] == "1" else PAPER

    return at


LEFT_ODD = "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011".split()
PARITY = "LLLLLL LLGLGG LLGGLG LLGGGL LGLLGG LGGLLG LGGGLL LGLGLG LGLGGL LGGLGL".split()


def ean13(digits):
    """The modules of GS1 General Specifications 5.2.1.2, whether the check digit is right or not."""
    right = [code.translate(str.maketrans("01", "10")) for code in LEFT_ODD]
    sets = {"L": LEFT_ODD, "G": [code[::-1] for code in right]}
    left = "".join(sets[kind][int(d)] for kind, d in zip(PARITY[int(digits[0])], digits[1:7]))
    return "101" + left + "01010" + "".join(right[int(d)] for d in digits[7:]) + "101"


def finder(i, j):
    """Is this module of a finder pattern dark? ISO/IEC 18004, 6.3.3."""
    ring = max(abs(i - 3), abs(j - 3))
    return ring == 3 or ring <= 1


def random_symbol(side, seed, corners=("tl", "tr", "bl"), timing=True):
    """What is random stands where a QR code has its data: no error correction fits."""
    rows = [[dice(seed, i, j) < 0.5 for j in range(side)] for i in range(side)]
    for k in range(side if timing else 0):
        rows[6][k] = rows[k][6] = k % 2 == 0
    for corner in corners:
        top, left = (side - 7 if corner[0] == "b" else 0), (side - 7 if corner[1] == "r" else 0)
        for i in range(-1, 8):
            for j in range(-1, 8):
                if 0 <= top + i < side and 0 <= left + j < side:
                    rows[top + i][left + j] = 0 <= i < 7 and 0 <= j < 7 and finder(i, j)
    return rows


def matrix(rows, module, keeps=lambda i, j: True, dark=INK, light=PAPER):
    """Modules in the middle of the picture; what is not kept is missing."""
    side = len(rows)
    left, top = (WIDTH - side * module) / 2, (HEIGHT - side * module) / 2

    def at(x, y):
        i, j = math.floor((y - top) / module), math.floor((x - left) / module)
        return dark if 0 <= i < side and 0 <= j < side and rows[i][j] and keeps(i, j) else light

    return at


def data_matrix_like(side, seed):
    rows = [[dice(seed, i, j) < 0.5 for j in range(side)] for i in range(side)]
    for k in range(side):
        rows[k][0] = rows[side - 1][k] = True
        rows[0][k], rows[k][side - 1] = k % 2 == 0, k % 2 == 1
    return rows


def aztec_like(side, seed):
    middle, rows = side // 2, [[dice(seed, i, j) < 0.5 for j in range(side)] for i in range(side)]
    for i in range(side):
        for j in range(side):
            if (ring := max(abs(i - middle), abs(j - middle))) < 6:
                rows[i][j] = ring % 2 == 0
    return rows


def tiled_finders(module, gap):
    size = (7 + gap) * module

    def at(x, y):
        i, j = int(y % size // module), int(x % size // module)
        return INK if i < 7 and j < 7 and finder(i, j) else PAPER

    return at


def crossword(size, seed):
    def at(x, y):
        if x % size < 1.5 or y % size < 1.5:
            return INK
        return INK if dice(seed, int(x // size), int(y // size)) < 0.3 else PAPER

    return at


def bricks(width, height):
    def at(x, y):
        row = y // height
        shift = width / 2 if row % 2 else 0
        if y % height < 3 or (x + shift) % width < 3:
            return 0.8
        return 0.3 + 0.2 * dice("brick", int(row), int((x + shift) // width))

    return at


def maze(size, seed):
    """In each square one of two diagonals."""

    def at(x, y):
        u, v = x % size, y % size
        if dice(seed, int(x // size), int(y // size)) < 0.5:
            u = size - u
        return INK if abs(u - v) < size / 5 else PAPER

    return at


def dominoes(size):
    def at(x, y):
        i, j = int(y // size), int(x // size)
        u, v = x % size / size - 0.5, y % size / size - 0.5
        if max(abs(u), abs(v)) > 0.44:
            return 0.5
        pips = int(dice("domino", i, j) * 7)
        places = [(0, 0)] * (pips % 2) + [(-0.25, -0.25), (0.25, 0.25)] * (pips > 1)
        places += [(-0.25, 0.25), (0.25, -0.25)] * (pips > 3) + [(-0.25, 0), (0.25, 0)] * (pips > 5)
        return INK if any(math.hypot(u - a, v - b) < 0.09 for a, b in places) else PAPER

    return at


def halftone(size):
    tone = clouds("halftone")

    def at(x, y):
        u, v = (x + y) / math.sqrt(2), (x - y) / math.sqrt(2)
        middle_u, middle_v = (u // size + 0.5) * size, (v // size + 0.5) * size
        dark = 1 - tone((middle_u + middle_v) / math.sqrt(2), (middle_u - middle_v) / math.sqrt(2))
        return INK if math.hypot(u - middle_u, v - middle_v) < size * 0.62 * dark else PAPER

    return at


# --- cloth ----------------------------------------------------------------------------------------------------------
def weave(size):
    def at(x, y):
        over = (x // size + y // size) % 2 == 0
        place = (y if over else x) % size / size
        return (0.75 if over else 0.45) * (0.6 + 0.4 * math.sin(math.pi * place))

    return at


def plaid(*widths):
    across = stripes(*widths)
    return lambda x, y: 0.5 * across(x, y) + 0.4 * across(y, x) + 0.1 * ((x + y) // 2 % 2)


def houndstooth(size):
    rows = ["11110000", "11110001", "11110011", "11110111", "01111111", "00111000", "00011000", "10001000"]
    return lambda x, y: INK if rows[int(y // size) % 8][int(x // size) % 8] == "1" else PAPER


def herringbone(size):
    def at(x, y):
        slope = x if x // (4 * size) % 2 else -x
        return INK if (y + slope) // size % 2 else PAPER

    return at


def diamonds(size):
    return lambda x, y: INK if (abs(x % size - size / 2) + abs(y % size - size / 2)) // 6 % 2 else PAPER


def brocade(size):
    """Squares within squares, as on woven borders of the highlands."""

    def at(x, y):
        ring = max(abs(x % size - size / 2), abs(y % size - size / 2)) // (size / 14)
        return INK if ring % 2 or (x // size + y // size) % 2 and ring < 2 else PAPER

    return at


# --- text -----------------------------------------------------------------------------------------------------------
# Letters of five by seven, a row of five bits each.
LETTERS = {
    "A": "0e11111f111111", "B": "1e11111e11111e", "C": "0e11101010110e", "D": "1e11111111111e", "E": "1f10101e10101f",
    "G": "0e11101711110f", "H": "1111111f111111", "I": "0e04040404040e", "K": "11121418141211", "L": "1010101010101f",
    "M": "111b1515111111", "N": "11111915131111", "O": "0e11111111110e", "P": "1e11111e101010", "R": "1e11111e141211",
    "S": "0f10100e01011e", "T": "1f040404040404", "U": "1111111111110e", "V": "11111111110a04",
    "0": "0e11131519110e", "1": "040c040404040e", "2": "0e11010204081f", "3": "1f02040201110e", "5": "1f101e0101110e",
}  # fmt: skip
WORDS = "NUOC MAM, MAT ONG, BANH DA NEM, TRA GUNG, GAO NEP, MIEN DONG, CU DO, HUONG TRAM, GIA 35, HAN 2031".split(", ")


@functools.cache
def lines_of_text(seed, width):
    chance, lines = random.Random(seed), []
    for _ in range(40):
        line = ""
        while len(line) < width:
            line += chance.choice(WORDS) + " "
        lines.append(line[:width])
    return lines


def text(dot, seed, ink=INK, paper=PAPER):
    def at(x, y):
        column, row = math.floor((x - 8) / dot), math.floor((y - 8) / dot)
        if column < 0 or row < 0 or x > WIDTH - 8 or y > HEIGHT - 8 or column % 6 == 5 or row % 10 > 6:
            return paper
        line = lines_of_text(seed, int((WIDTH - 16) / dot / 6))[row // 10]
        code = LETTERS.get(line[column // 6]) if column // 6 < len(line) else None
        return ink if code and int(code[row % 10 * 2 :][:2], 16) >> (4 - column % 6) & 1 else paper

    return at
