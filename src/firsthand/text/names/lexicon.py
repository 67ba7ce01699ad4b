"""Words that tell what kind of name stands beside them: titles, and head nouns of offices, places and events.

Closed or nearly closed classes of English, and honorifics of other languages as English news writes them.
"""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


MALE_TITLES = _words("mr sir lord shri father brother king prince duke count baron herr monsieur señor don")
FEMALE_TITLES = _words(
    "mrs ms miss dame lady smt shrimati sister queen princess duchess countess baroness frau madame mme"
)
MALE = MALE_TITLES | _words(
    "he his him man husband son boy grandfather uncle nephew actor widower businessman boyfriend ex-boyfriend "
    "ex-husband",
    "stepson stepfather fiancé",
)
FEMALE = FEMALE_TITLES | _words(
    "she her hers woman wife mother daughter girl grandmother aunt niece actress widow girlfriend ex-girlfriend "
    "ex-wife",
    "stepmother stepdaughter fiancée",
)
HONORIFICS = (MALE_TITLES | FEMALE_TITLES) - {"don", "count"} | _words(
    "dr prof pandit swami baba sheikh shaikh sheik mullah maulana ayatollah imam rabbi rev reverend pope cardinal",
    "archbishop bishop emperor sultan emir hon honourable honorable señora señorita mlle doña ustad haji begum sardar",
)
OFFICES = _words(
    "president vice-president premier chancellor minister secretary undersecretary senator representative congressman",
    "congresswoman assemblyman assemblywoman councilman councilwoman councillor councilor alderman governor mayor",
    "ambassador envoy commissioner judge justice magistrate attorney prosecutor general chief chairman director "
    "speaker",
    "leader sheriff coroner counsel solicitor women men children workers veterans farmers people citizen employer",
)
"""Whose office may be named by a possessive: "the Prime Minister's Office", "the Defence Ministers' Meeting"."""
RANKS = OFFICES - _words("women men children workers veterans farmers people citizen employer") | _words(
    "sen rep gov lt-gov gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl private pvt pfc",
    "admiral adm commander cmdr commodore marshal brigadier brig inspector detective det constable officer deputy",
    "chairwoman chairperson chair superintendent supt professor doctor coach manager spokesman spokeswoman "
    "spokesperson",
    "mp msp dcp acp cm pm mantri pradhan raksha wg cdr sqn ldr flt air vice gp first second rear petty staff warrant",
    "principal dean reporter editor economist analyst trooper firefighter paramedic agent advocate pilot "
    "co-pilot singer",
    "actor actress author quarterback striker midfielder defender goalkeeper pitcher guard forward center centre "
    "driver",
)
TITLES = HONORIFICS | RANKS
OWNED = _words(
    "office department ministry council association union club hospital court fund meeting party committee "
    "summit league",
    "federation commission conference bureau forum guild",
)
ORGANISATION_HEADS = _words(
    "ministry department agency office bureau commission committee council court parliament senate congress assembly",
    "house party union association federation organisation organization society foundation institute institution",
    "university college school academy bank fund company corporation corp inc ltd llc plc co sa ag nv gmbh pty group",
    "holdings industries airlines airways air railways police force forces army navy guard service services authority",
    "board club team league church hospital clinic museum times post news journal herald tribune gazette press radio",
    "television tv network media administration government cabinet tribunal directorate division corps command brigade",
    "regiment squadron alliance coalition front movement brigades laboratory laboratories center centre trust "
    "consortium",
    "partners associates motors systems technologies telecom communications energy oil petroleum insurance securities",
    "exchange observatory survey secretariat politburo",
)
ORGANISATION_FIRST = _words("ministry department university bank office bureau house institute federation embassy")
PLACE_HEADS = _words(
    "street st road rd avenue ave boulevard lane drive square bridge tunnel river sea ocean lake bay gulf strait "
    "channel",
    "canal island islands peninsula mountain mountains mount hills valley desert forest park beach coast county "
    "province",
    "state district region territory city town village port harbor harbour airport station highway border cape creek",
    "falls oblast prefecture governorate township neighborhood neighbourhood heights plaza terrace alley way "
    "base dam reservoir",
)
PLACE_FIRST = _words("lake mount cape fort port gulf bay strait san santa saint isle east west north south new")
EVENT_HEADS = _words(
    "war summit games olympics cup championship championships festival conference meeting election elections "
    "referendum",
    "marathon prix open massacre attack attacks revolution uprising crisis accord accords treaty agreement awards",
    "ceremony day dialogue forum exercise earthquake",
)
EVENT_FIRST = _words("operation exercise hurricane cyclone typhoon storm tropical battle siege")
PARTICLES = _words(
    "de da das do dos del della di du la le les van von der den ter zu bin ibn bint al el ul ur ud abu ben y e"
)
PERSON_VERBS = _words(
    "say tell add ask reply answer explain write note argue insist recall admit deny acknowledge comment declare "
    "remark",
    "concede tweet testify plead believe think want feel hope know arrive marry die live smile",
)
NOT_NAMES = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august",
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu "
    "thurs fri",
    "sat sun i am pm gmt utc est edt ist et spring summer autumn winter fall a the usd eur gbp inr rs",
)
NAMES_TOO = _words("may april june august jun jan mar march sun sat dec summer")
"""Words of NOT_NAMES that are given names or surnames too: amid a name they belong to it."""
