"""What can go wrong between this machine and the service, as one tree.

    ClientError
    ├── NotSent            nothing of the request left this machine; sending again cannot double it
    │   └── KeyRefused     the access id or the secret key cannot be put into a header
    ├── MaybeSent          a push or plan may have been received; only a query can tell
    ├── BadAnswer          a question or an upload, which reaches nobody, got no usable answer
    ├── Refused            the service answered in good form, with a code other than 0
    └── CloudRefused       the SMS service did, whose codes are words

Owns the tree and the list of reasons. Which of the first two a failure is, `transport` decides from
what was seen on the wire, never from an exception's class. What a refusal's code means to a person
is a table in `tpns_desktop.model.outcome`; the words for all of this belong to the window.

Every error carries codes and the service's own text only: no header, no body, no query, no key, and
no lower-level exception (neither as cause nor as context), so it may be logged and stored.
"""

from __future__ import annotations

# proxy_unreachable: no connection to the proxy; proxy: it refused, or broke off before the tunnel
# stood; proxy_login: it wants a user and a password, or others (407); proxy_password: the kept one
# cannot be had now; proxy_address, proxy_kind: what is set up is no address, or of a kind that is
# not spoken (SOCKS, https). certificate: the service's is not trusted, has run out, or belongs to
# another; ca_file: the extra certificates cannot be read; tls: any other fault of the handshake.
REASONS: frozenset[str] = frozenset(
    {
        # before the request: NotSent when the wire was watched
        "refused_connection",
        "no_connection",
        "dns",
        "tls",
        "certificate",
        "ca_file",
        "proxy",
        "proxy_unreachable",
        "proxy_login",
        "proxy_password",
        "proxy_address",
        "proxy_kind",
        "connect_timeout",
        "pool_timeout",
        "bad_key",
        "bad_access_id",
        "bad_file_name",
        # while it travels, or while the answer does
        "write_timeout",
        "read_timeout",
        "deadline",
        "cut",
        "failed",
        # an answer came, and it does not count
        "http_status",
        "encoding",
        "answer_too_large",
        "not_json",
        "not_object",
        "repeated_keys",
        "no_code",
        "no_push_id",
        "no_plan_id",
        "bad_upload_id",
        "bad_fields",
        # it counts, and says no
        "refused",
    }
)
"""Every `reason` an error can have. Stable: the window's words and the history refer to them."""


FOR_A_PERSON: frozenset[str] = frozenset(
    {
        "bad_key",
        "bad_access_id",
        "bad_file_name",
        "ca_file",
        "certificate",
        "proxy_login",
        "proxy_password",
        "proxy_address",
        "proxy_kind",
    }
)
"""Reasons of `NotSent` that stay until a person changes something: trying again only costs, and a
few wrong passwords lock an account at many a proxy."""


class ClientError(Exception):
    """The base of the tree: something between this machine and the service went wrong."""

    reason: str
    """A stable short id, one of `REASONS`."""
    request: str
    """Method and path only, such as ``POST /v3/push/app``; empty when there was no request yet."""
    code: int | None
    """The service's own code, where it gave one."""
    text: str
    """The service's own words for the code; may be empty. Never shown without the code."""
    status: int | None
    """The HTTP status of the answer, where one came."""

    def __init__(
        self,
        reason: str,
        request: str = "",
        *,
        code: int | None = None,
        text: str = "",
        status: int | None = None,
    ) -> None:
        """Keep the facts; `reason` is one of `REASONS`."""
        super().__init__(reason)
        self.reason = reason
        self.request = request
        self.code = code
        self.text = text
        self.status = status

    def __str__(self) -> str:
        """One line for a log: reason, code, status, the service's text, method and path."""
        parts = [self.reason]
        if self.code is not None:
            parts.append(f"code {self.code}")
        if self.status is not None:
            parts.append(f"HTTP {self.status}")
        if self.text:
            parts.append(repr(self.text))
        if self.request:
            parts.append(f"({self.request})")
        return " ".join(parts)

    def __repr__(self) -> str:
        """The class and the same line."""
        return f"<{type(self).__name__}: {self}>"


class NotSent(ClientError):
    """Nothing of the request left this machine (sending.md 2.3): it may be tried again."""

    @property
    def may_pass(self) -> bool:
        """Whether it may go better by itself; False for `FOR_A_PERSON`."""
        return self.reason not in FOR_A_PERSON


class KeyRefused(NotSent):
    """The access id or the secret key is not fit for a header; the value is not repeated here.

    `problem` says what is odd: the ids of `tpns_desktop.client.signing.key_problem`.
    """

    problem: str

    def __init__(self, reason: str, problem: str, request: str = "") -> None:
        """`reason` is ``bad_key`` or ``bad_access_id``."""
        super().__init__(reason, request)
        self.problem = problem

    def __str__(self) -> str:
        """The reason and what is odd about the value."""
        return f"{super().__str__()}: {self.problem}"


class MaybeSent(ClientError):
    """The request may have been received: never send it again, ask the service (sending.md 2.3)."""


class BadAnswer(ClientError):
    """A question or an upload got no usable answer, or none in time. It may be tried again."""


class Refused(ClientError):
    """A well-formed answer (HTTP 200, JSON, a code) with a code other than 0.

    Whether that means "not accepted" or "we do not know" depends on the code:
    `tpns_desktop.model.outcome.verdict_of`.
    """

    code: int
    codes: tuple[str, ...]
    """One for each token or account of the call, in order, where the service named them (1008026
    and 1008027, tpns-rest 10.1); else empty."""

    def __init__(
        self, code: int, text: str = "", request: str = "", codes: tuple[str, ...] = ()
    ) -> None:
        """`code` and `text` as the service gave them (tpns-rest.md 13)."""
        super().__init__("refused", request, code=code, text=text)
        self.codes = codes


class CloudRefused(ClientError):
    """A well-formed answer of the SMS service with an error in it (tencent-cloud-sms.md 3).

    What its code comes to is a table in `tpns_desktop.model.sms_codes`.
    """

    cloud_code: str
    """Such as ``AuthFailure.SignatureExpire``; the service's own, older spellings included."""
    request_id: str
    """By which the service's people find the question again."""

    def __init__(self, cloud_code: str, text: str, request_id: str, request: str = "") -> None:
        """All four as the service gave them."""
        super().__init__("refused", request, text=text)
        self.cloud_code = cloud_code
        self.request_id = request_id

    def __str__(self) -> str:
        """One line for a log, with the code and the request's id."""
        return f"{super().__str__()}: {self.cloud_code} [{self.request_id}]"
