from __future__ import annotations

import inspect

import pytest
from pydantic import ValidationError

from search_api import schemas
from search_api import schemas_state
from search_api.schemas import TallyOut
from search_api.schemas import Wire

CLASSES = dict(inspect.getmembers(schemas, inspect.isclass) + inspect.getmembers(schemas_state, inspect.isclass))
MODELS = [kind for kind in CLASSES.values() if issubclass(kind, Wire) and kind is not Wire]


@pytest.mark.parametrize("model", MODELS)
def test_every_reply_and_every_field_is_described_and_sent(model: type[Wire]) -> None:
    assert model.__name__.endswith("Out")
    assert model.__doc__
    for name, field in model.model_fields.items():
        assert field.description, name
        assert field.is_required(), name


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        TallyOut.model_validate({"for": 8, "against": 2, "abstained": None, "absent": 1})


def test_a_tally_is_written_and_read_with_the_word_for() -> None:
    tally = TallyOut(in_favour=8, against=2, abstained=None)
    assert tally.model_dump_json() == '{"for":8,"against":2,"abstained":null}'
    assert TallyOut.model_validate_json(tally.model_dump_json()) == tally


def test_a_reply_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        TallyOut(in_favour=8, against=2, abstained=None).against = 3
