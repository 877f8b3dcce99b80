"""TPNS Desktop: write a push for Tencent Push Notification Service, see it, review it, send it.

The packages stand in the order in which a push travels: `ui` (what is typed), `model` (what a
push is), `send` (whether and when it goes), `client` (how it goes), `store` (what is kept).
`practice` plays the service on this machine. `app` puts them together.
"""

from __future__ import annotations

__version__ = "0.1.0"
