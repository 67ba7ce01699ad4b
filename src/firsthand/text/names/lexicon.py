"""Words that tell what kind of name stands beside them: titles, and head nouns of offices, places and events.

Closed or nearly closed classes of English, and honorifics of other languages as English news writes them.
"""

from __future__ import annotations

HONORIFICS = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady shri smt shrimati sri pandit swami baba sheikh shaikh sheik mullah maulana "
    "ayatollah imam rabbi rev reverend father sister pope cardinal archbishop bishop king queen prince princess emperor "
    "sultan emir duke duchess count countess baron baroness hon honourable honorable señor senor señora herr frau "
    "monsieur madame mme mlle don doña ustad haji begum sardar saint".split()
)
RANKS = frozenset(
    "president vice-president premier chancellor minister secretary undersecretary senator sen representative rep "
    "congressman congresswoman assemblyman assemblywoman councilman councilwoman councillor councilor alderman governor gov lt-gov mayor "
    "ambassador envoy commissioner judge justice magistrate attorney prosecutor general gen colonel col major maj captain "
    "capt lieutenant lt sergeant sgt corporal cpl private pvt pfc admiral adm commander cmdr commodore marshal brigadier brig "
    "inspector detective det constable officer deputy sheriff chief chairman chairwoman chairperson chair director "
    "superintendent supt professor doctor coach manager spokesman spokeswoman spokesperson speaker leader mp msp dcp acp "
    "mantri pradhan raksha wg cdr sqn ldr flt air vice gp first second rear petty staff warrant principal dean reporter editor "
    "economist analyst trooper firefighter paramedic agent counsel advocate solicitor coroner pilot co-pilot singer actor "
    "actress author quarterback striker midfielder defender goalkeeper pitcher guard forward center centre driver".split()
)
TITLES = HONORIFICS | RANKS
ORGANISATION_HEADS = frozenset(
    "ministry department agency office bureau commission committee council court parliament senate congress assembly house "
    "party union association federation organisation organization society foundation institute institution university "
    "college school academy bank fund company corporation corp inc ltd llc plc co group holdings industries airlines airways air "
    "railways police force forces army navy guard service services authority board club team league church hospital "
    "clinic museum times post news journal herald tribune gazette press radio television tv network media "
    "administration government cabinet tribunal directorate division corps command brigade regiment squadron alliance "
    "coalition front movement brigades laboratory laboratories center centre trust consortium partners associates "
    "motors systems technologies telecom communications energy oil petroleum insurance securities exchange "
    "observatory survey secretariat politburo taliban sangathan".split()
)
ORGANISATION_FIRST = frozenset(
    "ministry department university bank office bureau house institute federation embassy".split()
)
PLACE_HEADS = frozenset(
    "street st. road rd avenue ave boulevard lane drive square bridge tunnel river sea ocean lake bay gulf strait channel canal "
    "island islands peninsula mountain mountains mount hills valley desert forest park beach coast county province state "
    "district region territory city town village port harbor harbour airport station highway border cape creek falls "
    "oblast prefecture governorate township neighborhood neighbourhood heights plaza terrace alley way".split()
)
PLACE_FIRST = frozenset(
    "lake mount cape fort port gulf bay strait san santa saint isle east west north south new".split()
)
EVENT_HEADS = frozenset(
    "war summit games olympics cup championship championships festival conference meeting election elections referendum "
    "marathon prix open massacre attack attacks revolution uprising crisis accord accords treaty agreement awards "
    "ceremony day dialogue forum exercise earthquake".split()
)
EVENT_FIRST = frozenset("operation exercise hurricane cyclone typhoon storm tropical battle siege".split())
PARTICLES = frozenset(
    "de da das do dos del della di du la le les van von der den ter zu bin ibn bint al el ul ur ud abu ben y e st. st".split()
)
PERSON_VERBS = frozenset(
    "say tell add ask reply answer explain write note argue insist recall admit deny acknowledge comment declare "
    "remark concede tweet testify plead believe think want feel hope know arrive marry die live smile".split()
)
NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun "
    "i am pm gmt utc est edt ist et spring summer autumn winter fall christmas easter a the".split()
)
