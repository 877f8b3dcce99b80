"""Servers that misbehave to order."""

from __future__ import annotations

from tests.net.fixtures import fault_server, free_port

__all__ = ["fault_server", "free_port"]
