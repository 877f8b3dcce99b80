"""The words for what the core says in codes: checks, states, refusals, audiences.

Source language English; every sentence is translatable and none is put together from pieces of
grammar. Nothing here decides anything.
"""
