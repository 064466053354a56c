"""Vietnamese as it was written before Unicode: one function for each of six encodings, from text to bytes. The old ones
are written here from their published tables, apart from those in src/sheet/legacy_text.cpp, so that a mistake shows."""
import unicodedata


class CannotWrite(Exception):
    """The encoding has no letter for this."""


_TCVN3 = {}
for _letters, _bytes in (
    ("àảãáạăằẳẵắặâầẩẫấậđ", "b5 b6 b7 b8 b9 a8 bb bc bd be c6 a9 c7 c8 c9 ca cb ae"),
    ("èẻẽéẹêềểễếệìỉĩíị", "cc ce cf d0 d1 aa d2 d3 d4 d5 d6 d7 d8 dc dd de"),
    ("òỏõóọôồổỗốộơờởỡớợ", "df e1 e2 e3 e4 ab e5 e6 e7 e8 e9 ac ea eb ec ed ee"),
    ("ùủũúụưừửữứựỳỷỹýỵ", "ef f1 f2 f3 f4 ad f5 f6 f7 f8 f9 fa fb fc fd fe"),
    ("ĂÂÊÔƠƯĐ", "a1 a2 a3 a4 a5 a6 a7"),
):
    _TCVN3.update(zip(_letters, (bytes.fromhex(b) for b in _bytes.split())))

# A vowel's mark follows it: circumflex or breve and tone in one.
_VNI_MARKS = {
    ("", "\u0301"): "ù", ("", "\u0300"): "ø", ("", "\u0309"): "û", ("", "\u0303"): "õ", ("", "\u0323"): "ï",
    ("\u0302", ""): "â", ("\u0302", "\u0301"): "á", ("\u0302", "\u0300"): "à", ("\u0302", "\u0309"): "å",
    ("\u0302", "\u0303"): "ã", ("\u0302", "\u0323"): "ä", ("\u0306", ""): "ê", ("\u0306", "\u0301"): "é",
    ("\u0306", "\u0300"): "è", ("\u0306", "\u0309"): "ú", ("\u0306", "\u0303"): "ü", ("\u0306", "\u0323"): "ë",
}  # fmt: skip
_VNI_LETTERS = {"đ": "ñ", "ư": "ö", "ơ": "ô", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
_TONES = "\u0301\u0300\u0309\u0303\u0323"
# What a typist has from the keyboard beside the letters; the fonts of old encodings show it as Windows does.
_SIGNS = "“”‘’–—…•\u00a0"


def _split(letter):
    """(letter without tone, tone)"""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(p for p in parts if p in _TONES)
    return unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES)), tone


def _tcvn3(letter):
    if letter in _TCVN3:
        return _TCVN3[letter]
    if letter.lower() in _TCVN3:  # the fonts with H at the end show small letters as capitals
        return _TCVN3[letter.lower()]
    raise CannotWrite(letter)


def _vni(letter):
    small = letter.lower()
    base, tone = _split(small)
    if small in _VNI_LETTERS:
        written = _VNI_LETTERS[small]
    elif base in "ươ" and tone:
        written = _VNI_LETTERS[base] + _VNI_MARKS[("", tone)]
    else:
        plain, *hat = unicodedata.normalize("NFD", base)
        mark = _VNI_MARKS.get(("".join(hat), tone))
        if plain not in "aeouy" or not mark:
            raise CannotWrite(letter)
        written = plain + mark
    return (written if small == letter else written.upper()).encode("latin-1")


def _cp1258(letter):
    base, tone = _split(letter)
    try:
        return (base + tone).encode("cp1258")
    except UnicodeEncodeError:
        raise CannotWrite(letter) from None


def _letter_by_letter(one):
    def encode(text):
        written = b""
        for letter in text:
            written += letter.encode("cp1252") if letter < "\x80" or letter in _SIGNS else one(letter)
        return written

    return encode


OLD = {"TCVN3": _letter_by_letter(_tcvn3), "VNI": _letter_by_letter(_vni), "CP1258": _letter_by_letter(_cp1258)}
NEW = {"UTF-8": "utf-8", "UTF-8 with BOM": "utf-8-sig", "UTF-16": "utf-16"}
ENCODINGS = (*NEW, *OLD)

# The fonts that typists used with them; a workbook keeps their names.
FONTS = {"TCVN3": ".VnTime", "VNI": "VNI-Times"}


def encode(text, encoding):
    return OLD[encoding](text) if encoding in OLD else text.encode(NEW[encoding])


def look_alike(text, encoding):
    """What a workbook keeps of a text typed in an old encoding: the letters of Windows-1252 in place of its bytes."""
    if encoding not in OLD:
        return text
    return "".join(
        bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in OLD[encoding](text)
    )
