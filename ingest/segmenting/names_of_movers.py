"""What does a printed name look like beside "proposed" and "seconded"?

Takes nothing, gives patterns: a member with a title, an office, initials, a community councillor's letters, or two capitalised
words. A name ends with its line unless the line clearly breaks it, so that the next heading is no part of it. Words that open the
next clause, and bodies that propose in reports, are no names; "Gary Hall" is one, "Village Hall" is not.
"""

from __future__ import annotations

from ingest.segmenting.wording import TITLES
from ingest.segmenting.wording import any_of

# "County Councillor Vane", the "Member" of a New Zealand board, the "Chomhairleoir" of an Irish sentence.
TITLED = (
    rf"(?:(?:(?:County|Borough|District|City|Town|Parish|Community)\s+)?(?:{any_of(TITLES)})|Aldermen|Members?(?=\s+[A-Z])|"
    r"g?Ch?omh(?:airleoir|\.)|g?[CG]h?yng\.)"
)
# Words that open the next clause or heading, not a further part of a name.
_NO_NAME = (
    r"(?!(?i:resolved|seconded|proposed|moved|carried|agreed|approved|reply|adopted|unanimous\w*|prop|resolution|proposer|seconder)\b|"
    r"(?:The|And|This|That|All|It|After|On|In|At|For|With|To|We|He|She|They|There|Members|Matters|Following|Action|Actions|Vote|Votes|"
    r"Motion|Payments?|Statement|Minutes|Notice|Apologies|Report|Signed|Date|Dated|Mayor|Question|Item|As|Is|A|I|By|Also|Then|"
    rf"However|Clerk|Council|None|No|Any|AOB|Planning|Finance|Correspondence|RESOLVED)\b|{TITLED}\s)"
)
CAPITAL = rf"{_NO_NAME}[A-ZÀ-Þ][\w’'`À-ÿ-]*"
WORD = rf"{_NO_NAME}(?:[A-ZÀ-Þ][\w’'`À-ÿ-]+)"
_PARTICLE = r"(?:de|van|von|der|la|du|ap|ab|Mac|Mc|Ó|O|6|Ní|Nic|Uí|Ui)(?=\s+[A-Z])"
_INITIALS = r"(?:(?:[A-Z]\.(?:[ ]?\n(?=[A-Z][a-z])|[ ])?){1,3}|[A-Z][ ](?=[A-Z][\w’'-]))"
_SPACE = r"(?:[ \t]+|[ \t]*\n\s*(?=\([A-Z]|[A-Z][\w’'-]+\s*(?:[,;.)]|(?:and|seconded|proposed|that|was)\b)))"
_INNER = rf"(?:{_SPACE}(?:{_INITIALS}(?=[A-Z])|{_PARTICLE}|{WORD}))"
_BRACKET = r"(?:\s*\([A-Z][a-z]?\))?"
FULL = rf"(?:{_INITIALS})?(?:{_PARTICLE}\s+)?{CAPITAL}{_INNER}{{0,3}}{_BRACKET}"
OFFICE = (
    r"(?:[Tt]he\s+)?(?:(?:Vice|Deputy|Leas)[- ])?(?:Chair(?:man|person|woman)?|Mayor|Chathaoirleach|Cathaoirleach|"
    r"Leader(?:\s+of\s+the\s+Council)?|Secretary|Treasurer|Provost|Convener|President)"
)
# Bodies propose in reports, members in minutes: "Kelder County Council proposed", "Environmental Services Proposed Addition".
NO_BODY = (
    r"(?!(?:[A-Z][\w’'&-]*\s+){0,3}(?:Council|Councillors|Committee|Group|Party|Trust|Association|Board|Services?|Government|Minister|"
    r"Department|Highways|Club|Company|Limited|Ltd|Plan|Scheme|Meeting|Village|Parish|Borough|County|City|"
    r"Police|Amendment|Authority|Agency|Team|Office|Directorate|Section|District|Ireland|England|Panel|Partnership|Centre)\b|"
    r"(?:Village|Town|Parish|Church|Memorial|Community|High|Main|Station|Mill|School|Old|New|North|South|East|West|Market|Business|"
    r"Forest|Technology|Ring|Industrial|Caravan|Retail|Car|National|Country|Distributor|Link|Relief)\s+(?:Road|Lane|Street|Hall|Park)\b|"
    r"(?:[A-Z][\w’'&-]*\s+){0,3}(?:Road|Lane|Street)\s+[A-Z]|Phase\s+[IVX]|"
    r"(?:[A-Z][\w’'&-]*\s+){2,3}(?:Road|Lane|Street|Hall|Park)\b)"
)
CODE = (
    r"(?<![Tt]he )(?!(?:I{2,3}|IV|VI{1,3}|IX|XI{0,2})\b)"
    rf"(?:[A-Z]{{2,4}}[a-z]{{0,2}}|[A-Z]{{1,2}}Mc[A-Z][a-z]?)\b(?!\s+{WORD})"
)
NAME = (
    rf"(?:{TITLED}(?:\s+{TITLED})*\s+{FULL}"
    rf"|{OFFICE}\b(?:(?:,\s+|[ ]+){TITLED}(?:\s+{TITLED})*\s+{FULL})?"
    rf"|(?:[A-Z]\.[ ]?){{1,3}}{CAPITAL}{_INNER}{{0,2}}"
    rf"|{CODE}|{NO_BODY}{WORD}(?:{_SPACE}(?:{_INITIALS}(?=[A-Z])|{_PARTICLE}|{WORD})){{1,3}}{_BRACKET})"
)
"""A printed name: with its title, an office, initials, a community councillor's letters, or two capitalised words."""
