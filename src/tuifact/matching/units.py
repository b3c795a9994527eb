"""Units of measure and money by their names, each with what it measures and how much of it one is."""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """What a unit measures, and one of it in the base unit of that measure."""

    measure: str
    size: float


_TABLE = """
length    m:1 metre:1 metres:1 meter:1 meters:1 km:1000 kilometre:1000 kilometres:1000 kilometer:1000 kilometers:1000
length    cm:.01 centimetre:.01 centimetres:.01 centimeter:.01 centimeters:.01 mm:.001 millimetres:.001 millimeters:.001
length    mile:1609.344 miles:1609.344 yard:.9144 yards:.9144 foot:.3048 feet:.3048 ft:.3048 inch:.0254 inches:.0254
mass      kg:1 kilo:1 kilos:1 kilogram:1 kilograms:1 kilogramme:1 kilogrammes:1 g:.001 gram:.001 grams:.001
mass      mg:.000001 milligrams:.000001 tonne:1000 tonnes:1000 ton:907.185 tons:907.185 pound:.4536 pounds:.4536
mass      lb:.4536 lbs:.4536 ounce:.02835 ounces:.02835 oz:.02835
volume    litre:1 litres:1 liter:1 liters:1 gallon:3.785 gallons:3.785 barrel:158.99 barrels:158.99 ml:.001
area      hectare:1 hectares:1 ha:1 acre:.40469 acres:.40469
time      second:1 seconds:1 minute:60 minutes:60 min:60 hour:3600 hours:3600 hr:3600 hrs:3600 day:86400 days:86400
time      week:604800 weeks:604800 fortnight:1209600 month:2629746 months:2629746 year:31556952 years:31556952
time      yr:31556952 yrs:31556952 decade:315569520 decades:315569520 century:3155695200 centuries:3155695200
power     watt:1 watts:1 kilowatt:1e3 kilowatts:1e3 kw:1e3 megawatt:1e6 megawatts:1e6 mw:1e6 gigawatts:1e9 gw:1e9
data      kilobytes:1e3 kb:1e3 megabytes:1e6 mb:1e6 gigabytes:1e9 gb:1e9 terabytes:1e12 tb:1e12
degrees   degree:1 degrees:1
dollars   $:1 dollar:1 dollars:1 usd:1 buck:1 bucks:1 cent:.01 cents:.01
euros     €:1 euro:1 euros:1 eur:1
sterling  £:1 gbp:1 quid:1 pence:.01
yen       ¥:1 yen:1 jpy:1
rupees    rupee:1 rupees:1 inr:1 rs:1
yuan      yuan:1 rmb:1 renminbi:1
roubles   rouble:1 roubles:1 ruble:1 rubles:1
crowns    crown:1 crowns:1 krona:1 kronor:1 kroner:1 koruna:1
pesos     peso:1 pesos:1
francs    franc:1 francs:1 chf:1
percent   %:.01 percent:.01 pct:.01
"""

UNITS = {
    name: Unit(measure, float(size))
    for measure, *pairs in (line.split() for line in _TABLE.strip().splitlines())
    for name, size in (pair.split(":") for pair in pairs)
}
"""By lower-case name. Sizes are SI, and the international yard and pound."""

MONEY = frozenset("dollars euros sterling yen rupees yuan roubles crowns pesos francs".split())
"""Measures that are money; two of them are never one another's."""

PERIODS = frozenset("second minute hour day week month quarter year".split())
"""What `a`, `per`, `each` or `every` before it makes a rate of (`900 euros a week`)."""

_ADVERBS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
ADVERBS = {**_ADVERBS, "annually": "year", "annual": "year"}
"""The same in one word."""
