"""Numbers in words and digits, and the signs and names of currencies: the tables that `figures` reads with."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
SCALES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 10**3,
    "k": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
"""What a word behind a number multiplies it by; the letters only where they stand at the digits (`€20m`)."""
PARTS = {
    "half": Decimal("0.5"),
    "halves": Decimal("0.5"),
    "third": Decimal(1) / 3,
    "thirds": Decimal(1) / 3,
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
    "fifth": Decimal("0.2"),
    "fifths": Decimal("0.2"),
    "tenth": Decimal("0.1"),
    "tenths": Decimal("0.1"),
}
"""Fractions in words (`two thirds`)."""

SIGNS = {
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS",
    "฿": "THB",
}
"""Currency signs as ISO 4217 codes; a bare `$` is the United States dollar, a bare `¥` the yen."""
CODES = frozenset(
    "USD EUR GBP JPY CHF CAD AUD NZD CNY INR PKR RUB TRY BRL MXN ZAR SEK NOK DKK PLN CZK HUF ILS AED SAR KRW SGD HKD "
    "EGP NGN KES UAH".split()
)
"""ISO 4217 codes that are read before or behind a number."""
CURRENCIES = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rouble": "RUB",
    "roubles": "RUB",
    "rubles": "RUB",
    "zloty": "PLN",
    "zlotys": "PLN",
    "shekel": "ILS",
    "shekels": "ILS",
    "forint": "HUF",
    "hryvnia": "UAH",
    "rupee": "",
    "rupees": "",
    "pounds": "",
    "francs": "",
    "krona": "",
    "kronor": "",
    "kroner": "",
    "peso": "",
    "pesos": "",
    "lira": "",
    "dinars": "",
    "riyals": "",
    "dirhams": "",
    "cents": "",
}
"""Names of currencies; those that several countries share have no code."""

DIGITS = r"\d{1,3}(?:[,.\u00a0\u202f'’]\d{3}){1,6}(?!\d)(?:[.,]\d{1,6}(?!\d))?|\d{1,18}(?:[.,]\d{1,6}(?!\d))?"
"""A number in digits: grouped by threes or plain, with a decimal mark of either kind; a bounded pattern."""


def number_from_digits(text: str) -> Decimal:
    """The value of a number in digits, whichever mark groups it.

    A mark before exactly three last digits groups them (`1.234`, `1,234`) unless it stands alone after a zero
    (`0.125`); with two kinds of marks the last kind is the decimal one.

    >>> [str(number_from_digits(text)) for text in ("1,234.5", "1.234,5", "2.5", "0.125", "12,000")]
    ['1234.5', '1234.5', '2.5', '0.125', '12000']
    """
    marks = [mark for mark in text if not mark.isdigit()]
    decimal = ""
    if marks:
        last = marks[-1]
        tail = text.rpartition(last)[2]
        alone = marks.count(last) == 1 and last in ".,"
        grouped = len(tail) == 3 and not text.startswith("0") and len(set(marks)) == 1
        decimal = last if alone and not grouped else ""
        if last == "." and alone and len(marks) == 1 and grouped and len(text) > 7:
            decimal = "."
    whole, _, fraction = text.rpartition(decimal) if decimal else (text, "", "")
    digits = "".join(character for character in whole if character.isdigit())
    try:
        return Decimal(f"{digits or 0}.{fraction or 0}") if fraction else Decimal(digits or 0)
    except InvalidOperation:  # digits of another script mixed in a way Decimal does not read
        return Decimal(0)


def number_from_words(words: list[str]) -> Decimal | None:
    """The value of a number in words (`twenty-five thousand`), None when they are no number.

    >>> number_from_words("two hundred and five thousand".split())
    Decimal('205000')
    """
    total = group = Decimal(0)
    seen = False
    for word in words:
        if word in UNITS or word in TENS:
            group += UNITS.get(word, TENS.get(word, 0))
        elif word in ("a", "an", "and"):
            continue
        elif word in ("dozen", "score", "hundred"):
            group = (group or Decimal(1)) * SCALES[word]
        elif word in SCALES:
            total += (group or Decimal(1)) * SCALES[word]
            group = Decimal(0)
        else:
            return None
        seen = True
    return total + group if seen else None
