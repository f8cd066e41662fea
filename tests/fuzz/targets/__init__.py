"""One reader each: ``seeds()`` to start from, ``check(data)`` that raises where something is wrong.

``WORDS``, where there are any, are what the fuzzer puts together.
"""
