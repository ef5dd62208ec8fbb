"""Which words in the minute of an item say that something was moved, put or decided?

Takes an item's text, gives cues in order: a lead ("RESOLVED", "c) Decision (8:2)"), a telling ("it was agreed that …", "The
minutes were approved"), a proposal ("X proposed that …"), a ballot ("A vote was taken on the amendment"), a fate ("declared the
Motion defeated"). The strongest kind of a sentence speaks for it. Discussion ("Members noted that …"), what another meeting agreed
and what an officer promised are not cues (gold NOTES-decisions, rules 3 and 7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sentences import Sentence
from ingest.segmenting.cue import Cue
from ingest.segmenting.fates import ballots
from ingest.segmenting.fates import fate_alone
from ingest.segmenting.fates import fates
from ingest.segmenting.fates import voted
from ingest.segmenting.leads import leads
from ingest.segmenting.proposals import proposals
from ingest.segmenting.tellings import body_told
from ingest.segmenting.tellings import passive
from ingest.segmenting.tellings import told
from ingest.segmenting.verdicts import verdicts

_READERS = (fate_alone, leads, fates, told, ballots, proposals, verdicts, body_told, passive, voted)
# Every cue has one of these stems; a sentence without any is not read further. Four sentences in five have none.
_STEMS = re.compile(
    r"agree|resol|decid|decision|recommend|vot|propos|second|2nd|mov|carri|lost|defeat|f[ae]ll|withdr|approv|adopt|accept|endors|"
    r"ratif|confirm|noted|elect|appoint|co-?\s*opt|nominat|defer|adjourn|held\s+over|postpon|suspend|referred|support|object|comment|"
    r"observation|favour|unanim|nem|against|order|reject|sign|pass|permission|consent|authoris|suggest|request|asked|motion|amend|"
    r"nytunwyd|ytunwyd|enderfynwyd|[“\"]|to\s+(?:approve|note|receive|grant|refuse)|received",
    re.IGNORECASE,
)


def find_cues(text: str, found: list[Sentence]) -> Iterator[Cue]:
    """Yield the cues of an item, sentence by sentence; the strongest cue of a sentence speaks for it."""
    for sentence in found:
        words = text[sentence.start : sentence.end]
        if _STEMS.search(words) is None:
            continue
        yield from next((cues for read in _READERS if (cues := list(read(text, words, sentence)))), ())
