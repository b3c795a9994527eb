"""Abbreviations that carry a full stop, by what the stop says about the end of a sentence.

All in lower case, without the last stop. Three groups, because the question is never whether a word is an abbreviation
but what may follow it: a name (`Dr.`), a number (`No.`), or possibly a new sentence (`Inc.`). Words that are common
without a stop stand in a group only where what follows decides (`No. 5` against `She said no. Five …`).
"""

from __future__ import annotations

INSIDE = frozenset(
    # English: titles, ranks, offices, places, and what stands between two words
    "mr mrs ms mx messrs dr drs prof st ste mt ft sen sens rep reps gov govs gen lt col capt cmdr cpl sgt maj adm brig "
    "rev hon pres supt insp det amb atty asst assoc dept univ vs v viz cf al resp approx est eds ed trans op "
    "e.g i.e m.p.h lt.col maj.gen brig.gen lt.gov a.k.a "
    # German
    "hr fr frl dipl ing bzw ggf sog evtl bspw vgl z.b d.h u.a o.ä i.d.r z.t v.a geb gest hl nr bes "
    # French
    "mme mmes mlle mm mgr vve p.ex c.-à-d env "
    # Spanish, Portuguese, Italian
    "sr sra srta sres dra dña lic gral pdte exmo exma ud uds p.ej sig dott avv arch geom rag cav "
    # Dutch, Danish, Norwegian, Swedish
    "dhr mevr mw drs mr.drs bijv o.a d.w.z m.b.t bl.a t.ex f.eks d.v.s osv.s "
    # Polish, Czech, Slovak, Croatian, Romanian
    "im ks np tzn tj tzw ww hab inż doc mudr judr phdr např tzv čl gđa dna dl "
    # Russian, Ukrainian
    "гр проф акад т.е т.н напр им тов стр рис "
    # Turkish, Finnish, Hungarian
    "prof.dr sn vb.s esim mm.s pl.s ún".split()
)
"""Never the end: a name or the rest of the phrase follows."""

BEFORE_NUMBER = frozenset(
    "no nos nr núm num nº n° p pp pg fig figs vol vols art arts sec sect ch chap par § para abs ca c circa reg "
    "ext jan feb mar apr jun jul aug sep sept oct nov dec tel b d r ok bd kap ziff anm str стр ст п гл № q".split()
)
"""Not the end when a number follows; anything else after them may begin a sentence."""

MAY_END = frozenset(
    "inc co corp ltd llc plc bros jr sr esq etc dist mass calif conn tenn ariz penn fla ave blvd rd sq hwy a.m "
    "p.m u.s u.k u.n e.u u.s.a d.c ph.d m.d b.a m.a u.s.s.r a.d b.c mon tue tues wed thu thur thurs fri sat sun "
    "usw etc ecc itd itp atd aprox usf mrd mio mill mld mln tsd m.fl m.m o.s.v e.v z.n г гг в вв др пр млн млрд "
    "тыс руб коп т.д т.п чел tr lit std min sec hrs ml kg km lb lbs oz mi sq".split()
)
"""The end only when the next word usually begins a sentence (`starters`)."""

STARTERS = frozenset(
    # English
    "the a an this that these those there he she it we you they his her its our their my your i in on at by for from "
    "with without under over after before during since until while when where why how what who which if although "
    "though because as and but or so yet however meanwhile moreover also then now today yesterday tomorrow last "
    "next some many most more few all both each every another other one two no not nobody nothing let do does did is "
    "are was were will would can could should may might have has had here once only even still just perhaps "
    "according despite additionally instead earlier later mr mrs ms "
    # German
    "der die das den dem ein eine einer er sie es wir ihr ich im am auf bei nach vor mit doch aber und auch dies diese "
    "dieser "
    # French
    "le la les l un une des il elle ils elles ce cette ces mais et dans en pour selon après "
    # Spanish, Portuguese, Italian
    "el los las una unos según pero y con para por o os um uma ele ela no na em mas e il lo gli uno ma nel della "
    "secondo "
    # Dutch, Danish, Norwegian, Swedish
    "het een hij zij ze wij dat deze van det den han hun hon vi jeg jag de men og och i på "
    # Polish, Czech
    "w na to jest nie ale po jak v je se "
    # Russian, Ukrainian
    "в на он она они это но и по из с как не что мы".split()
)
"""Words that begin sentences more often than they follow an abbreviation inside one."""

PARTICLES = frozenset("la le el los las il lo gli o os e en i de den der das di do von um un no na".split())
"""Starters that are also parts of names: after an initial the name goes on (`Robert J. La Salle`)."""

MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember jänner januari februari "
    "marts maj juni juli augusti oktober december leden února března dubna května června července srpna září "
    "října listopadu prosince tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta "
    "elokuuta syyskuuta lokakuuta marraskuuta joulukuuta január február március április május június július "
    "augusztus szeptember október siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna studenoga "
    "prosinca jahrhundert jahrhunderts stock etage platz mal klasse".split()
)
"""What follows an ordinal written with a stop (`am 3. Oktober`); such a stop ends nothing."""
