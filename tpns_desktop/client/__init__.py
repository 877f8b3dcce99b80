"""Tencent Push Notification Service (TPNS) over its REST API: push, plans, records, counters.

Usable without the rest of the program::

    import asyncio, json
    from datetime import date
    from tpns_desktop.client import (
        MaybeSent, NotSent, Refused, Secret, TpnsClient, access_point,
    )

    BODY = json.dumps({
        "audience_type": "token",
        "token_list": ["04cac74a714f61bf089987a986363d88aaaa"],
        "message_type": "notify",
        "message": {"title": "Order shipped", "content": "Parcel 4711"},
    }).encode()

    async def main():
        key = Secret(open("key.txt").read().strip())
        async with TpnsClient(access_point("guangzhou"), "1500012345", key) as client:
            print(await client.device_overview(date(2026, 1, 9), date(2026, 1, 10)))
            try:
                answer = await client.push(BODY)
            except NotSent as error:
                print("nothing was sent, try again:", error.reason)
            except Refused as error:
                print("the service said no:", error.code, error.text)
            except MaybeSent as error:
                print("nobody knows; look before sending again:", error.reason)
            else:
                print("accepted:", answer.push_ids)

    asyncio.run(main())

Against a practice service: ``practice_access_point("http://127.0.0.1:40123")`` and the keys that it
printed. Behind a proxy: ``TpnsClient(…, network=Network("http://proxy.example.com:8080"))``. An
access id is one platform in one region; Android and iOS take two clients.

What the package promises: a push's bytes are signed and sent as given; nothing is ever repeated;
`NotSent` is raised only when no byte of the request can have left; keys and signatures are in no
error, no ``repr`` and no log line.
"""

from __future__ import annotations

from tpns_desktop.client.endpoints import (
    ACCESS_POINTS,
    AccessPoint,
    access_point,
    access_point_at,
    practice_access_point,
)
from tpns_desktop.client.errors import (
    BadAnswer,
    ClientError,
    KeyRefused,
    MaybeSent,
    NotSent,
    Refused,
)
from tpns_desktop.client.network import Network
from tpns_desktop.client.signing import access_id_problem, key_problem
from tpns_desktop.client.tpns import TpnsClient
from tpns_desktop.client.transport import quiet_loggers
from tpns_desktop.model.outcome import (
    ChannelCounters,
    DeviceDay,
    PlanCreated,
    PushAnswer,
    Record,
)
from tpns_desktop.model.secret import Secret

__all__ = [
    "ACCESS_POINTS",
    "AccessPoint",
    "BadAnswer",
    "ChannelCounters",
    "ClientError",
    "DeviceDay",
    "KeyRefused",
    "MaybeSent",
    "Network",
    "NotSent",
    "PlanCreated",
    "PushAnswer",
    "Record",
    "Refused",
    "Secret",
    "TpnsClient",
    "access_id_problem",
    "access_point",
    "access_point_at",
    "key_problem",
    "practice_access_point",
    "quiet_loggers",
]
