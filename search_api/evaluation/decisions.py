"""How much of what a council decided was read, and read rightly?

Takes labelled agenda items and predicted limbs in the shape of `minutebook decisions --json`, and compares them as
gold/FORMAT.md says: within the item, one to one, best first, token F1 of at least 0.8. On the pairs it counts how often
outcome, force, vote and names agree. Never reads a file: documents come as stored pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from search_api.evaluation.judgements import GoldItem
from search_api.evaluation.judgements import Limb
from search_api.evaluation.metrics import SetScore
from search_api.evaluation.metrics import mean
from search_api.evaluation.metrics import share
from search_api.evaluation.naming import names_f1
from search_api.evaluation.naming import same_name
from search_api.evaluation.placing import Stretch
from search_api.evaluation.wording import token_f1
from search_api.evaluation.wording import words

THRESHOLD = 0.8
FIELDS = ("outcome", "force", "printed vote", "tally", "mover", "seconder")


@dataclass(frozen=True, slots=True)
class Placed:
    """A predicted limb and where it stands in its document."""

    limb: Limb
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Matching:
    """The pairs of one item, and the predictions that match nothing; repeats and ignored texts are in neither."""

    pairs: tuple[tuple[Limb, Limb], ...]
    extra: tuple[Limb, ...]


@dataclass(slots=True)
class Totals:
    """Counts over many items. The only thing here that changes: figures are added item by item."""

    items: int = 0
    expected: int = 0
    extra: int = 0
    lost_as_carried: int = 0
    empty: int = 0
    kept_empty: int = 0
    right: Counter[str] = field(default_factory=Counter)
    matched: int = 0
    names: list[float] = field(default_factory=list)

    def add(self, item: GoldItem, matching: Matching) -> None:
        """Count one item."""
        self.items += 1
        self.expected += len(item.limbs)
        self.extra += len(matching.extra)
        self.matched += len(matching.pairs)
        self.lost_as_carried += _lost_as_carried(item, matching)
        self.empty += not item.limbs
        self.kept_empty += not item.limbs and not matching.extra
        for gold, found in matching.pairs:
            self.right.update(name for name, agrees in agreement(gold, found).items() if agrees)
            if any(gold.names):
                self.names.append(names_f1(gold.names, found.names))

    @property
    def score(self) -> SetScore:
        """Return the limbs found against the limbs there are."""
        return SetScore(self.matched, self.matched + self.extra, self.expected)

    def row(self) -> dict[str, float | None]:
        """Return one line of the table."""
        fields = {name: share(self.right[name], self.matched) for name in FIELDS}
        found = {"precision": self.score.precision, "recall": self.score.recall, "F1": self.score.f1}
        counts = {"items": self.items, "limbs": self.expected}
        kept = share(self.kept_empty, self.empty)
        rest = {"names": mean(self.names), "kept empty": kept, "lost as carried": self.lost_as_carried}
        return {**counts, **found, **fields, **rest}


def match(item: GoldItem, predictions: Sequence[Placed]) -> Matching:
    """Pair gold and predicted limbs of one item, best first; a pair's texts share words with F1 of at least 0.8."""
    candidates = sorted(_candidates(item.limbs, predictions), key=lambda one: (-one[0], -one[1], one[2], one[3]))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, gold, found in candidates:
        if gold not in taken and found not in used:
            taken[gold] = found
            used.add(found)
    pairs = tuple((item.limbs[gold], predictions[found].limb) for gold, found in sorted(taken.items()))
    printed_again = {_place(predictions[found]) for found in used}
    left = [prediction for number, prediction in enumerate(predictions) if number not in used]
    return Matching(pairs, tuple(_unexplained(left, printed_again, item.ignored)))


def _candidates(limbs: Sequence[Limb], predictions: Sequence[Placed]) -> Iterable[tuple[float, float, int, int]]:
    for gold, limb in enumerate(limbs):
        for found, prediction in enumerate(predictions):
            likeness = similarity(limb, prediction.limb)
            if likeness >= THRESHOLD:
                yield likeness, sum(agreement(limb, prediction.limb).values()), gold, found


def similarity(gold: Limb, found: Limb) -> float:
    """Return the token F1 of a prediction with the gold text or the best of its alternatives."""
    return max(token_f1(words(text), words(found.text)) for text in (gold.text, *gold.alternatives))


def _place(prediction: Placed) -> tuple[tuple[str, ...], Stretch]:
    return words(prediction.limb.text), prediction.stretch


def _unexplained(left: Iterable[Placed], matched: set[tuple[tuple[str, ...], Stretch]], ignored: Sequence[str]) -> Iterable[Limb]:
    # A Decision block and a Minutes block print the same clause twice: the second is the document's repeat, not a mistake.
    seen = set(matched)
    texts = {text for text, _ in matched}
    for prediction in left:
        text, stretch = _place(prediction)
        again = text in texts and (text, stretch) not in seen
        seen.add((text, stretch))
        if not again and not any(token_f1(words(other), text) >= THRESHOLD for other in ignored):
            yield prediction.limb


def agreement(gold: Limb, found: Limb) -> Mapping[str, bool]:
    """Return, field by field, whether a prediction says what the gold limb says."""
    return {
        "outcome": _same_outcome(gold, found),
        "force": gold.force == found.force,
        "printed vote": _same_vote(gold, found),
        "tally": _same_tally(gold, found),
        "mover": same_name(gold.mover, found.mover),
        "seconder": same_name(gold.seconder, found.seconder),
    }


def _same_outcome(gold: Limb, found: Limb) -> bool:
    # Resolving to defer: the resolution is carried and the business is deferred, and either is a right answer.
    return gold.outcome == found.outcome or (gold.force == "deferred" and {gold.outcome, found.outcome} == {"carried", "deferred"})


def _same_vote(gold: Limb, found: Limb) -> bool:
    if words(gold.printed_vote or "") == words(found.printed_vote or ""):
        return True
    # Where the vote is printed as a list of names there is no one right short form of it.
    return gold.printed_vote is None and (any(gold.names) or any(figure is not None for figure in gold.tally))


def _same_tally(gold: Limb, found: Limb) -> bool:
    sides = zip(gold.tally, found.tally, gold.names, strict=True)
    return all(wanted == got or (wanted is None and got == len(names) > 0) for wanted, got, names in sides)


def _lost_as_carried(item: GoldItem, matching: Matching) -> int:
    shown = [(found, {gold.outcome}) for gold, found in matching.pairs]
    for found in matching.extra:
        near = {gold.outcome for gold in item.limbs if similarity(gold, found) >= THRESHOLD}
        shown.append((found, near))
    return sum(found.outcome == "carried" and outcomes == {"lost"} for found, outcomes in shown)
