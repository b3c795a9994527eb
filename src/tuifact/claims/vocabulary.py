"""The words that the rules of check-worthiness look for, in lower case but for May, with plain apostrophes."""

from __future__ import annotations

NUMERALS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million "
    "millions billion billions trillion trillions dozen dozens half third thirds quarter quarters twice double doubled "
    "triple tripled".split()
)
LARGE = frozenset(
    "hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens bn".split()
)
PERCENT = frozenset("% ‰ percent percentage percentages prozent pourcent".split())
CURRENCIES = frozenset(
    "$ € £ ¥ ₹ ₽ ₩ ₺ ₴ dollar dollars euro euros pound pounds cent cents yen rupee rupees yuan franc francs peso pesos "
    "rouble roubles ruble rubles usd eur gbp chf".split()
)
COMPARISONS = frozenset(
    "than more less fewer higher lower larger smaller greater better worse compared versus twice double doubled "
    "tripled halved most least increase increased increases rise rose rises risen rising fall fell falls fallen drop "
    "dropped decline declined grew grown growth cut cuts reduced decrease decreased gained lost added unlike".split()
)
SUPERLATIVES = frozenset("most least best worst first last record only ever never".split())
PAST = frozenset(
    "was were had did went came took made gave got began became brought built bought fell found kept knew led left "
    "lost met paid put rose ran said saw sent sold spent spoke stood told voted won wrote held hit let set cut shot "
    "struck grew chose drew drove broke caught fought taught sought cost dealt felt heard laid shut sank threw wore "
    "hid flew froze fed bore swore ate beat bit blew burst clung crept drank dug fled flung forbade forgot hung leapt "
    "lent mistook overcame overtook overthrew quit rode rang sang shook shrank slept slid spread sprang stuck stung "
    "swam swept swung tore undertook underwent withdrew woke".split()
)
NOT_PAST = frozenset("need hundred indeed speed exceed proceed succeed breed united sacred naked wicked".split())
"""Words in `-ed` that are no past tense."""
NOT_SUPERLATIVE = frozenset(
    "interest protest request suggest invest contest harvest conquest forest honest modest arrest digest midwest "
    "northwest southwest manifest everest inquest bequest budapest bucharest tempest".split()
)
"""Words in `-est` that are no superlative."""
PERFECT = frozenset("has have having been hasn't haven't hadn't i've we've they've you've".split())
AUXILIARIES = frozenset(
    "is are was were be been being am has have had do does did will would can could may might shall should must isn't "
    "aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't it's that's "
    "there's here's what's who's he's she's they're we're you're i'm i've we've you've they've i'd he'd she'd we'd "
    "they'd i'll he'll she'll we'll you'll they'll say".split()
)
CAUSES = frozenset("because caused causes cause due result resulted results resulting led leads owing thanks".split())
QUANTITIES = frozenset(
    "all every each many several few half majority both none everyone some number numbers rate rates level levels "
    "average total share".split()
)
DATES = frozenset(
    "year years month months week weeks day days today yesterday ago since decade decades century january february "
    "march april May june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday annual annually".split()
)
MONTHS_AND_DAYS = frozenset(
    "january february march april May june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun gmt "
    "utc am pm st nd rd th of updated posted".split()
)
"""The words of a date line."""
CREDITS = (
    "photo:",
    "photos:",
    "photograph:",
    "photo by",
    "photo credit",
    "picture:",
    "image:",
    "image by",
    "image credit",
    "file photo",
    "video:",
    "source:",
    "credit:",
    "caption:",
    "first published",
    "originally published",
    "this article was",
    "this article first",
    "this story was originally",
    "this story will be",
    "read more",
    "read also",
    "read next",
    "see also",
    "sign up",
    "subscribe",
    "follow us",
    "click here",
    "share this",
    "additional reporting",
    "reporting by",
    "editing by",
    "writing by",
    "with reporting",
    "with additional reporting",
    "all rights reserved",
    "copyright",
    "©",
    "advertisement",
)
"""How what surrounds an article begins, or a caption that names its picture."""
NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor without don't doesn't didn't isn't aren't wasn't weren't haven't "
    "hasn't hadn't won't wouldn't can't cannot couldn't".split()
)
SOURCES = frozenset(
    "according report reports study studies survey surveys poll polls figures statistics data census research "
    "researchers documents records announced confirmed estimated estimates analysis published".split()
)
REPORTING = frozenset("said says told stated claimed noted argued called wrote reported added".split())
PUBLIC_ACTS = frozenset(
    "voted vote votes elected signed passed law laws bill act court ruled killed died injured arrested charged "
    "convicted sentenced launched founded opened closed attack attacked war tax taxes budget deficit debt jobs "
    "unemployment spending banned approved appointed resigned".split()
)
SELF = frozenset("i me my mine myself i'm i've i'd i'll".split())
OURSELVES = frozenset("we us our ours we're we've we'll we'd let's".split())
ADDRESSING = frozenset("you your yours you're you've you'll you'd".split())
OTHERS = frozenset(
    "he she they his her their him them it its he's she's it's they're they've he'd she'd they'd".split()
)
OPINIONS = frozenset(
    "think believe hope feel guess suppose opinion love wish need needs important wonderful great good "
    "bad right wrong terrible proud fair beautiful horrible shameful unacceptable".split()
)
HEDGES = frozenset("should ought must shall may might could perhaps maybe probably would likely possibly".split())
PREDICTIONS = frozenset(
    "will won't i'll we'll they'll he'll she'll you'll it'll gonna tomorrow going plan plans propose promise".split()
)
GREETINGS = frozenset(
    "thank thanks please welcome let let's congratulations god bless sorry hello ladies gentlemen remember imagine "
    "join".split()
)
FUNCTION_WORDS = frozenset(
    "the a of and to that for with is are was were by from has have had it he she they you this at not be which said "
    "who its their his her i we but or been will would".split()
)
"""Words that hardly any English sentence of some length is without, and most sentences of other languages are."""
ANNOUNCING = frozenset("will going plan plans intend intends propose proposes i'll we'll he'll she'll they'll".split())
"""Words behind which what somebody is about to do may follow."""
ACTS = frozenset(
    "allocate announce appoint award ban build buy cancel cap close construct create cut deploy disclose double "
    "eliminate end enact establish expand expose extend fund give hire increase introduce invest launch lower merge "
    "move name nominate open pay privatise privatize propose provide publish purchase raise rebuild reduce reform "
    "release repair repeal replace require restore reveal sell send sign spend submit suspend transfer triple veto "
    "visit withdraw".split()
)
"""What can be seen to have been done or not, as announced."""
ACTS_DONE = frozenset(
    "added adopted announced appointed approved asked balanced bought brought built changed closed created cut "
    "delivered directed doubled earned elected eliminated enacted ended established expanded extended filed fought "
    "founded funded gave hired increased introduced invested joined kept launched led lost lowered made met "
    "negotiated opened opposed ordered paid passed pledged promised proposed pulled put raised ran rebuilt received "
    "reduced reformed rejected repealed replaced restored said saved sent served signed sold spent spoke sponsored "
    "started stopped supported tied told took tripled vetoed visited voted went withdrew won worked wrote".split()
)
"""What somebody can be held to have done."""
DISCLOSING = frozenset(
    "admit admits admitted admitting confess confessed disclose disclosed discloses disclosing disclosure expose "
    "exposed exposes exposing leak leaked leaks reveal revealed revealing reveals uncover uncovered uncovers "
    "unmask unmasked whistleblower".split()
)
SHOWING = DISCLOSING | frozenset(
    "audio contract contracts document documents email emails evidence file files footage memo memos public publish "
    "published publishes publishing record recording recordings records release released releases releasing tape "
    "tapes testified testify testimony transcript transcripts".split()
)
"""By what a wrong is shown; behind these, even one that is only announced is said to have been done."""
WRONGDOING = frozenset(
    "abuse abused abuses accuse accused accuses allegation allegations alleged allegedly breach breached bribe bribed "
    "bribery bribes cheated cheating colluded collusion concealed conspiracy conspired corrupt corruption cover-up "
    "covert covertly crime crimes embezzled embezzlement espionage falsified forged fraud fraudulent genocide guilty "
    "hid hidden illegal illegally laundering lied lies lying massacre massacred murder murdered rape raped rigged "
    "scandal secret secretly smuggled smuggling spied spying steal stealing stole stolen theft torture tortured "
    "trafficking unconstitutional unlawful unlawfully violated violates violation violations".split()
)
"""Wrongs and secrets: who speaks of one says that it was done."""
LOFTY = frozenset(
    "beacon bless blessed blessing bold bright brighter challenge challenges commitment compassion courage destiny "
    "determination dignity dream dreams duty faith grateful gratitude greatness heart hearts honored honoured hope "
    "ideals inspire inspired inspiring journey moral noble opportunities opportunity optimism optimistic path "
    "potential prayers pride promise proud resolve road sacred shoulders soul spirit strongest thankful tireless "
    "together truly vision wisdom worthy".split()
)
POLICIES = frozenset(
    "act agreement amendment bill budget constitution deal initiative law legislation measure plan policy program "
    "programme proposal reform regulation rule system tax treaty".split()
)
PROVIDING = frozenset(
    "affects allow allows bans calls contains cost costs cover covers creates cuts funds give gives includes "
    "increases invests means pays prohibits protects provide provides raises reduces require requires saves".split()
)
"""What a law, a plan or a budget does; the text of it shows whether it does."""
