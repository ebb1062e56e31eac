"""Zawgyi, an old way of writing Burmese with the same code points as Unicode: found only when sure, and converted.

Zawgyi puts signs where they are seen, Unicode where they are spoken. So some orders of signs exist in one of the two
only. Text is called Zawgyi when it holds such orders of Zawgyi and none of Unicode; anything less is left alone.
Letters of Shan, Karen and Mon that share code points with Zawgyi are no sign by themselves.
"""

from __future__ import annotations

import re
import unicodedata

LETTERS = 4  # fewer Burmese letters are never called Zawgyi
_LETTER = re.compile("[\u1000-\u102a\u103f]")
_CONSONANT = "\u1000-\u1021"
# Impossible in Unicode: virama with no letter behind it; a sign that follows its letter standing first.
_VIRAMA_LAST = re.compile(rf"[{_CONSONANT}\u102b-\u1030\u1032\u1036\u1037\u103a-\u103d\u1060-\u1097]"
                          rf"\u1039(?![{_CONSONANT}\u1023-\u102a\u1039])")
_SIGN_FIRST = re.compile(rf"(?:^|[^\u1000-\u109f]|[\u1031\u102b-\u1030\u1032\u1036-\u1038])"
                         rf"[\u1031\u103b\u107e-\u1084]+(?=[{_CONSONANT}])")
# Rare in Unicode: a letter stacked on one that is made elsewhere in the mouth.
_ROWS = ("\u1000-\u1004", "\u1005-\u100a", "\u100b-\u100f", "\u1010-\u1014", "\u1015-\u1019")
_ODD_STACK = re.compile("|".join(f"[{row}]\u1039(?=[{_CONSONANT}])(?![{row}])" for row in _ROWS))
# Impossible in Zawgyi: e or a stroke behind its letter at the end, asat before the end, ha below (not used there).
_UNICODE_ONLY = re.compile(
    "\u103e"
    "|\u1031[\u102b\u102c]"
    "|\u1031(?![\u1000-\u1021\u1025\u1029\u103b-\u103f\u1040\u1060-\u1097])"
    f"|(?<!\u1031)[{_CONSONANT}]\u1037?\u103a(?:[\u1037\u1038]|(?![\u1000-\u109f])|$)"
    "|[\u102b\u102c]\u103a"
    f"|\u1004\u103a\u1039[{_CONSONANT}]"
)
_KINZI = "\u1004\u103a\u1039"
_STACKED = {
    0x1060: 0x1000, 0x1061: 0x1001, 0x1062: 0x1002, 0x1063: 0x1003, 0x1065: 0x1005, 0x1066: 0x1006, 0x1067: 0x1006,
    0x1068: 0x1007, 0x1069: 0x1008, 0x106C: 0x100B, 0x106D: 0x100C, 0x1070: 0x100F, 0x1071: 0x1010, 0x1072: 0x1010,
    0x1073: 0x1011, 0x1074: 0x1011, 0x1075: 0x1012, 0x1076: 0x1013, 0x1077: 0x1014, 0x1078: 0x1015, 0x1079: 0x1016,
    0x107A: 0x1017, 0x107B: 0x1018, 0x107C: 0x1019, 0x1085: 0x101C, 0x1093: 0x1018,
}
_OTHER = {
    0x1033: "\u102f", 0x1034: "\u1030", 0x1039: "\u103a", 0x103A: "\u103b", 0x103B: "\u103c", 0x103C: "\u103d",
    0x103D: "\u103e", 0x105A: "\u102b\u103a", 0x1064: _KINZI, 0x106A: "\u1009", 0x106B: "\u100a",
    0x106E: "\u100d\u1039\u100d", 0x106F: "\u100d\u1039\u100e", 0x107D: "\u103b", 0x1086: "\u103f",
    0x1087: "\u103e", 0x1088: "\u103e\u102f", 0x1089: "\u103e\u1030", 0x108A: "\u103d\u103e",
    0x108B: _KINZI + "\u102d", 0x108C: _KINZI + "\u102e", 0x108D: _KINZI + "\u1036", 0x108E: "\u102d\u1036",
    0x108F: "\u1014", 0x1090: "\u101b", 0x1091: "\u100f\u1039\u100d", 0x1092: "\u100b\u1039\u100c",
    0x1094: "\u1037", 0x1095: "\u1037", 0x1096: "\u1039\u1010\u103d", 0x1097: "\u100b\u1039\u100b",
    0x104E: "\u104e\u1004\u103a\u1038",
}
# Letters that Zawgyi writers put together from the parts of others.
_TYPED_APART = {"\u104e\u1004\u1039\u1038": "\u104e", "\u1025\u1039": "\u1009\u1039",
                "\u1025\u102e": "\u1026", "\u1005\u103a": "\u1008"}
_TABLE: dict[int, str] = {
    **{zawgyi: "\u1039" + chr(letter) for zawgyi, letter in _STACKED.items()},
    **dict.fromkeys(range(0x107E, 0x1085), "\u103c"), **_OTHER,
}
_BASE_LETTER = "[\u1000-\u1021\u1023-\u102a\u103f]"
_SIGNS = "[\u102b-\u1030\u1032\u1036-\u1038\u103a\u103b\u103d\u103e]"
# One part: e and the stroke of ra stand before their letter in Zawgyi, all other signs behind it.
_PART = re.compile(rf"(?P<before>[\u1031\u103c]*)(?P<letter>{_BASE_LETTER})"
                   rf"(?P<signs>(?:{_KINZI}|\u1039[{_CONSONANT}]|{_SIGNS})*)")
_SIGN = re.compile(rf"{_KINZI}|\u1039[{_CONSONANT}]|{_SIGNS}")
_ORDER = "\u103b\u103c\u103d\u103e\u1031\u102d\u102e\u1032\u102f\u1030\u102b\u102c\u103a\u1036\u1037\u1038"


def is_zawgyi(text: str) -> bool:
    """Whether a text is surely Zawgyi. False means Unicode, another script, or not sure."""
    if len(_LETTER.findall(text)) < LETTERS or _UNICODE_ONLY.search(text):
        return False
    signs = [*_SIGN_FIRST.findall(text), *_ODD_STACK.findall(text)]
    return bool(_VIRAMA_LAST.search(text)) or len(signs) >= 2


def to_unicode(text: str) -> str:
    """Zawgyi text as Unicode. Only for text that is Zawgyi; Unicode text would be spoilt."""
    text = _zero_as_letter(text)
    for written, meant in _TYPED_APART.items():
        text = text.replace(written, meant)
    text = re.sub("\u1025(?=[\u1061\u1062\u1065\u1068\u1076\u1078\u107a\u1079])", "\u1009", text)
    plain = text.translate(_TABLE)
    return unicodedata.normalize("NFC", _PART.sub(_arranged, plain))


def mended(text: str) -> str | None:
    """The text in Unicode when it is surely Zawgyi, to be shown beside what was written; else None."""
    return to_unicode(text) if is_zawgyi(text) else None


def _zero_as_letter(text: str) -> str:
    """Zawgyi writers often type zero for the letter wa, and seven for ra."""
    text = re.sub("(?<![\u1040-\u1049])\u1040(?![\u1040-\u1049])(?=[\u102b-\u103e\u1060-\u1097])", "\u101d", text)
    text = re.sub("(?<![\u1040-\u1049.,])\u1040(?=[\u1000-\u103f])", "\u101d", text)
    text = re.sub("(?<=[\u1000-\u103f\u105a-\u1097])\u1040(?![\u1040-\u1049.,])", "\u101d", text)
    return re.sub("\u1047(?=[\u102b-\u1030\u1032\u1036\u1039-\u103d])", "\u101b", text)


def _arranged(found: re.Match[str]) -> str:
    """One part in the order of Unicode: kinzi, letter, stacked letter, medials, e, vowels, asat, dots."""
    signs = [*found["before"], *_SIGN.findall(found["signs"])]
    kinzi = _KINZI if _KINZI in signs else ""
    stacked = [s for s in signs if len(s) == 2]
    single = list(dict.fromkeys(s for s in signs if len(s) == 1))
    order = _ORDER
    if "\u103a" in single and not {"\u102b", "\u102c"} & set(single[:single.index("\u103a")]):
        order = "\u103a" + _ORDER.replace("\u103a", "")  # a final, or a contraction: asat before its medial or vowel
    return kinzi + found["letter"] + "".join(stacked) + "".join(sorted(single, key=order.index))
