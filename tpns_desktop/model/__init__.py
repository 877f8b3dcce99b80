"""What a push is: typed models, their rules and the tables of facts behind them.

Takes the standard library and pydantic only. ``limits``, ``account_types``, ``outcome``,
``problem``, ``secret`` and ``draft`` need no pydantic, so the first window may read them before it
is loaded.
"""
