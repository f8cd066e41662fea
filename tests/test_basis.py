import pytest

from cica_events import EdtfDate, Event, InvalidError
from cica_events.basis import BASES, weaker


@pytest.mark.parametrize("strong", BASES)
@pytest.mark.parametrize("weak", BASES)
def test_the_weaker_basis_stands_later(strong, weak):
    expected = BASES[max(BASES.index(strong), BASES.index(weak))]
    assert weaker(strong, weak) == weaker(weak, strong) == expected


@pytest.mark.parametrize("basis", BASES)
def test_an_event_takes_each_basis(basis):
    note = "From the date of publication."
    assert Event(id="e", title="E", when=EdtfDate(2022), basis=basis, note=note).basis == basis


def test_an_event_takes_no_other_basis():
    with pytest.raises(InvalidError, match="basis"):
        Event(id="e", title="E", when=EdtfDate(2022), basis="guessed")
