"""A question made ready: marks as the words they stand for, simplified, in units that are spelt out."""

import re
from dataclasses import dataclass

from bot.asking.coordination import spelt_out
from bot.asking.lexicon import Lexicon
from bot.asking.pinyin import heard_words
from bot.asking.vocabulary import COMMA

_ENDS = "?？。.!！ "
# What separates subjects, said as a word; not the stroke of R&D.
_LISTED = re.compile(r"[、／＋]|(?<!\d)/|/(?!\d)|(?<!\d)\+(?!\d)|\s&\s")
_COMMAS = re.compile(
    r"[，；：。？！…（）()]+|—+|(?<!\d)[,;:]|[,;:](?!\d)|[.?!](?=\s)"
    r"|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])"
)
_PER_CENT = re.compile("(?:多少|几)个?[%％]")
# 高不高, 优化不优化, 有23家不: yes or no.
_OR_NOT = re.compile(r"(\w{1,2})不\1|(?<=.)(?:不是|不|没|没有|否)$")
_SHORTENED = re.compile(r"(?<=[A-Za-z])['’](?:s|re|ve|ll|d|m)\b", re.IGNORECASE)
_YEAR_ON_YEAR = re.compile(r"\by[/-]o?[/-]?y\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_STUCK = re.compile(r"(?<=[A-Za-z]{2})(?=\d+(?:\.\d+)?[亿万])")  # GDP130亿; not PM2.5
_NIAN = re.compile(r"(?<=\d) ?nian\b")


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed, in the forms that are wanted of it."""

    typed: str
    plain: str  # in simplified characters, marks as words
    units: tuple[str, ...]


def prepare(lexicon: Lexicon, typed: str) -> Question:
    """Marks to words, pinyin to characters, traditional characters to simplified."""
    text = _NIAN.sub("年", _STUCK.sub(" ", _THOUSANDS.sub("", typed)))
    text = _YEAR_ON_YEAR.sub("yoy", _SHORTENED.sub("", text)).rstrip(_ENDS)
    text = _OR_NOT.sub(r"\1", _PER_CENT.sub("百分之多少", text))
    plain = _simplified(lexicon, _LISTED.sub("和", text))
    return Question(typed, plain, spelt_out(lexicon, heard_words(lexicon, _COMMAS.sub(COMMA, plain))))


def _simplified(lexicon: Lexicon, text: str) -> str:
    if "".join(set(text) - lexicon.characters).isascii():
        return text
    from bot.lookup.scripts import to_simplified  # loads a large table

    return to_simplified(text)
