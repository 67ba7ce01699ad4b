"""Currencies: signs, codes and words before or after an amount, and the ISO 4217 code they stand for."""

from __future__ import annotations

import re

SIGNS = {
    "US$": "USD", "$US": "USD", "U.S.$": "USD", "A$": "AUD", "$A": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "Can$": "CAD", "CDN$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "Mex$": "MXN",
    "J$": "JMD", "TT$": "TTD", "Z$": "ZWL", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "Y=": "JPY", "₹": "INR",
    "₽": "RUB", "₩": "KRW", "₪": "ILS", "฿": "THB", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "₫": "VND",
    "₵": "GHS", "₸": "KZT", "₼": "AZN", "₾": "GEL", "₭": "LAK", "₮": "MNT", "Rs.": "INR", "Rs": "INR", "Re": "INR",
    "RM": "MYR", "Rp": "IDR", "Tk": "BDT", "Sh": "KES", "KSh": "KES", "Ksh": "KES", "USh": "UGX", "TSh": "TZS",
    "GH¢": "GHS", "kr": "SEK", "Kč": "CZK", "zł": "PLN", "Fr": "CHF", "SFr": "CHF", "RMB": "CNY", "N": "NGN",
    "R": "ZAR", "P": "PHP", "DM": "DEM", "PS": "GBP",
}  # fmt: skip
_CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK "
    "HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL "
    "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON "
    "RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH "
    "UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW"
)
CODES = _CODES.split()
WORDS = {
    "dollar": "USD", "buck": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD",
    "australian dollar": "AUD", "canadian dollar": "CAD", "hong kong dollar": "HKD", "new zealand dollar": "NZD",
    "singapore dollar": "SGD", "taiwan dollar": "TWD", "euro": "EUR", "pound sterling": "GBP", "british pound": "GBP",
    "quid": "GBP", "egyptian pound": "EGP", "lebanese pound": "LBP", "syrian pound": "SYP", "rupee": "INR",
    "indian rupee": "INR", "pakistani rupee": "PKR", "pakistan rupee": "PKR", "sri lankan rupee": "LKR",
    "nepali rupee": "NPR", "nepalese rupee": "NPR", "rupiah": "IDR", "yen": "JPY", "japanese yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB", "won": "KRW", "baht": "THB", "ringgit": "MYR",
    "dong": "VND", "shekel": "ILS", "new israeli shekel": "ILS", "israeli shekel": "ILS", "nis": "ILS", "riyal": "SAR",
    "saudi riyal": "SAR", "rial": "IRR", "iranian rial": "IRR", "dirham": "AED", "lira": "TRY", "turkish lira": "TRY",
    "taka": "BDT", "naira": "NGN", "rand": "ZAR", "cedi": "GHS", "birr": "ETB", "hryvnia": "UAH", "zloty": "PLN",
    "zlotys": "PLN", "forint": "HUF", "koruna": "CZK", "kuna": "HRK", "krona": "SEK", "swedish krona": "SEK",
    "swedish crown": "SEK", "danish krone": "DKK", "danish crown": "DKK", "norwegian krone": "NOK",
    "norwegian crown": "NOK", "swiss franc": "CHF", "franc": "CHF", "cfa franc": "XOF", "peso": "MXN",
    "mexican peso": "MXN", "philippine peso": "PHP", "argentine peso": "ARS", "chilean peso": "CLP",
    "colombian peso": "COP", "cuban peso": "CUP", "reais": "BRL", "real": "BRL", "brazilian real": "BRL",
    "dinar": "KWD", "iraqi dinar": "IQD", "kenyan shilling": "KES", "shilling": "KES", "ugandan shilling": "UGX",
    "tanzanian shilling": "TZS", "tenge": "KZT", "manat": "AZN", "lari": "GEL", "afghani": "AFN", "kyat": "MMK",
    "riel": "KHR", "kip": "LAK", "cent": "cent", "penny": "GBP/100", "pence": "GBP/100", "sen": "sen", "paise": "paise",
    "mark": "DEM", "deutsche mark": "DEM", "deutschmark": "DEM", "d-mark": "DEM", "guilder": "NLG", "kronor": "SEK",
    "kroner": "NOK", "canadian cent": "cent", "u.s. cent": "cent", "us cent": "cent",
}  # fmt: skip
AMBIGUOUS = {"won", "real", "mark", "penny", "sen", "dong", "lira"}
"""Words that mean other things too: "the team that scored two won". They count after a scale word or a large amount."""

_BEFORE = "|".join(re.escape(sign) for sign in sorted([*SIGNS, *CODES], key=len, reverse=True))
_WORD = "|".join(re.escape(w).replace(r"\ ", "[ -]") for w in sorted(WORDS, key=len, reverse=True))
BEFORE = re.compile(rf"(?<![A-Za-z0-9$£€-])(US |U\.S\. |A |C |HK |NZ |S )?({_BEFORE})[ \u00a0]?-?$")
AMERICAN = re.compile(r"[ ](?:US|U\.S\.)(?=[ ,.)]|$)(?! [A-Z])")
PENCE = re.compile(r"p(?![\w-])")
AFTER_CODE = re.compile(rf"[ \u00a0]?({'|'.join(CODES)}|RMB|€|£|₹|\$|¢)(?![A-Za-z])")
AFTER_WORD = re.compile(rf"[ \u00a0-]({_WORD})(?:s|es)?\b(?:[ ](sterling)\b)?", re.IGNORECASE)
MANGLED = re.compile(r"[?\ufffd]$")
LETTERED = {"N", "R", "P", "Fr", "Re", "Sh", "kr", "PS"}
"""Signs that are letters: they count only where they touch the digits. "PS" is what transliteration makes of "£"."""
POUNDS = re.compile(r"[ \u00a0-]pounds?\b(?![ -](?:feet|foot|of (?!the|its|their|an?)))", re.IGNORECASE)


def before(text: str, at: int, *, indian_scale: bool) -> tuple[str, int] | None:
    """The currency written before an amount that starts at `at`, and where it starts.

    A rupee sign that was lost in conversion leaves "?" or U+FFFD: read as one only before crore or lakh.
    """
    window = text[max(0, at - 10) : at]
    match = BEFORE.search(window)
    if match is None:
        return ("INR", at - 1) if indian_scale and MANGLED.search(window) else None
    sign = match[2]
    if sign in LETTERED and match[0].endswith((" ", "\u00a0")):
        return None
    country = (match[1] or "").strip()
    code = SIGNS.get(sign, sign)
    if sign == "$" and len(country) == 1 and match[0].index(sign) > 1:
        return "USD", at - len(match[0]) + len(match[1])  # "A $5,000 prize" is no Australian money
    if sign == "$" and country:
        code = {"US": "USD", "U.S.": "USD", "A": "AUD", "C": "CAD", "HK": "HKD", "NZ": "NZD", "S": "SGD"}[country]
        return code, at - len(match[0])
    return code, at - len(match[0]) + len(match[1] or "")


def after(text: str, at: int, *, large: bool) -> tuple[str, int] | None:
    """The currency written after an amount that ends at `at`, and where it ends."""
    pence = PENCE.match(text, at)
    if pence and not large and not re.search(r"(?:^|\D)(?:360|480|720|1080|2160)$", text[max(0, at - 6) : at]):
        return "GBP/100", pence.end()
    code = AFTER_CODE.match(text, at)
    if code:
        name = {"RMB": "CNY", "¢": "cent"}.get(code[1]) or SIGNS.get(code[1], code[1])
        return name, code.end()
    word = AFTER_WORD.match(text, at)
    if word:
        name = word[1].lower().replace("-", " ")
        name = name if name in WORDS else word[1].lower()
        if name not in AMBIGUOUS or large:
            return WORDS[name], word.end()
    pounds = POUNDS.match(text, at) if large else None
    return ("GBP", pounds.end()) if pounds else None
