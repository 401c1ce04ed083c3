"""Numbers and days written out in Chinese, as official papers date themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_DIGITS = "〇一二三四五六七八九"
_LEAST = 1
_MOST = 99


def in_digits(number: int) -> str:
    """Write *number* digit by digit: 2026 is 二〇二六."""
    if number < 0:
        raise ValueError(number)
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def in_words(number: int) -> str:
    """Write *number*, from 1 to 99, as it is spoken: 23 is 二十三, 10 is 十."""
    if not _LEAST <= number <= _MOST:
        raise ValueError(number)
    tens, units = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[units] if units else "")


def day_in_words(day: date) -> str:
    """Return *day* as a paper is dated (成文日期): 二〇二六年十一月二十三日."""
    return f"{in_digits(day.year)}年{in_words(day.month)}月{in_words(day.day)}日"


def day_in_figures(day: date) -> str:
    """Return *day* as it stands in running text: 2026年11月23日."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_in_figures(day: date) -> str:
    """Return the month of *day*: 2021年3月."""
    return f"{day.year}年{day.month}月"
