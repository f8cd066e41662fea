"""One reader each: ``seeds()`` to start from, ``check(data)`` that raises where something is wrong.

``WORDS``, where there are any, are what the fuzzer puts together.
"""

from types import ModuleType
from typing import Any

from cica_events import CicaEventsError


def check_again(
    module: ModuleType, refusal: type[CicaEventsError], data: bytes, **options: Any
) -> None:
    """What a format reads is written, and read again as the same."""
    try:
        calendar = module.loads(data)
    except refusal:
        return
    assert module.loads(module.dumps(calendar, **options)) == calendar
