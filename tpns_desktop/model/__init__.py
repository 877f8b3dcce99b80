"""What a push is: typed models, their rules and the tables of facts behind them.

Takes the standard library and pydantic only. ``limits``, ``account_types``, ``outcome``,
``problem``, ``secret`` and all that a draft is made of need no pydantic, so the first window may
read them before it is loaded: ``draft``, ``options``, ``body`` (with ``message_body`` and
``typed``), ``runs``, and the way back from a body, ``reading`` (with ``json_texts``, ``leftovers``
and ``tag_groups``).
"""
