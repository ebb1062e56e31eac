"""The prefectures of Japan by their code in the file formats, in the usual order from north to south."""

from __future__ import annotations

_CODES = """
hokkaido aomori iwate miyagi akita yamagata fukushima ibaraki tochigi gunma saitama chiba tokyo kanagawa
niigata toyama ishikawa fukui yamanashi nagano gifu shizuoka aichi mie shiga kyoto osaka hyogo nara wakayama
tottori shimane okayama hiroshima yamaguchi tokushima kagawa ehime kochi fukuoka saga nagasaki kumamoto oita
miyazaki kagoshima okinawa
"""
PREFECTURES = {code: code.capitalize() for code in _CODES.split()}
