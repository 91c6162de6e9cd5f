"""Whole numbers as they stand in a typed schedule: 15, 十五, 二十."""

from bot.report.quantities import chinese_number

HAN = "零〇一二两三四五六七八九十"
NUMBER = rf"(?:[0-9]{{1,3}}(?![0-9])|[{HAN}]{{1,4}})"


def number_of(text: str) -> int:
    """The number, or -1 for what makes none."""
    number = int(text) if text.isdecimal() else chinese_number(text)
    return -1 if number is None else number
