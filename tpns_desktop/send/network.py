"""The network as a person set it: the form of the settings page, and what clients are given.

Proxy and file of certificates stand in ``settings.ini``, the proxy's password with the keys. What
is wrong in the form is found here, before anything is kept; the words belong to the window.
Source: sending.md 4 ("TLS / proxy").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tpns_desktop.client.errors import NotSent
from tpns_desktop.client.network import NONE, SYSTEM, Network
from tpns_desktop.client.proxies import AddressProblem, proxy_url
from tpns_desktop.client.signing import proxy_login_problem
from tpns_desktop.client.trust import CaFileProblem, certificates
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.connect import FieldProblem, FormRefused
from tpns_desktop.store.secrets import SecretRefused, SecretsUnavailable
from tpns_desktop.store.settings import CA_FILE_MAX, PROXIES, PROXY_USER_MAX, is_line

if TYPE_CHECKING:
    from tpns_desktop.store.secrets import SecretStore
    from tpns_desktop.store.settings import Settings

SECRET_APP_ID: Final = "network"
SECRET_PLATFORM: Final = "proxy"
"""Under these two names the proxy's password stands with the keys."""


@dataclass(frozen=True)
class NetworkForm:
    """What the card *Network* shows and hands over.

    Problems (`FormRefused.problems`) name a field and one of its reasons:

    - ``proxy``: "unknown"
    - ``proxy_address``: "required", "socks", "pac", "kind" (https or another kind that is not
      spoken), "login" (a user or password in the address: there are fields for them), "port"
      (missing or impossible), "address"
    - ``proxy_user``: "required" (a password without a user), "colon", "control", "length"
    - ``proxy_password``: "control", "length", "type_again" (the address or the user changed: the
      kept password is not shown to another proxy)
    - ``ca_file``: "not_found", "unreadable", "too_large", "no_certificate" (none in PEM form),
      "damaged", "not_ca", "control" (a path that cannot be written down)
    """

    proxy: str = "system"
    """One of "system", "none", "own"."""
    proxy_address: str = ""
    """``host:port``; looked at with "own" only, as the next two are."""
    proxy_user: str = ""
    proxy_password: Secret | None = None
    """Never filled by the desk. None keeps the kept one, an empty `Secret` forgets it."""
    has_password: bool = False
    """Whether one is kept; the desk says so, and takes no notice of it when saving."""
    password_gone: bool = False
    """Whether that one was in memory alone, in a run that ended: it has to be entered again."""
    ca_file: str = ""
    """Path of a PEM file; empty for none."""


@dataclass(frozen=True)
class NetworkSaved:
    """What is set now."""

    form: NetworkForm
    secret_place: str | None
    """Where the password just typed went: "keyring", or "memory" (forgotten when the program
    ends); None when none was typed."""
    kept: bool
    """False when the disk refused: what is set counts until the program ends."""


class NetworkBook:
    """Reads and keeps the settings of the network."""

    def __init__(self, settings: Settings, secrets: SecretStore) -> None:
        self._settings = settings
        self._secrets = secrets

    def form(self) -> NetworkForm:
        """What is set."""
        now = self._settings
        return NetworkForm(
            proxy=now.proxy,
            proxy_address=now.proxy_address.removeprefix("http://").removesuffix("/"),
            proxy_user=now.proxy_user,
            has_password=now.proxy_has_password,
            ca_file=now.ca_file,
        )

    async def shown(self) -> NetworkForm:
        """What is set, and whether a password that belongs to it is still there."""
        form = self.form()
        if not form.has_password:
            return form
        try:
            password = await self._secrets.get(SECRET_APP_ID, SECRET_PLATFORM)
        except SecretsUnavailable:  # a keyring may have it
            return form
        return replace(form, password_gone=password is None)

    async def save(self, form: NetworkForm) -> NetworkSaved:
        """Keep it; it counts from the next connection on. Raises `FormRefused`."""
        clean = self._checked(form)
        place, has_password = None, self._settings.proxy_has_password
        password = clean.proxy_password
        if password:
            try:
                place = await self._secrets.save(SECRET_APP_ID, SECRET_PLATFORM, password)
            except SecretRefused:
                raise FormRefused((FieldProblem("proxy_password", "length"),)) from None
            has_password = True
        elif password is not None and has_password:
            await self._secrets.remove(SECRET_APP_ID, SECRET_PLATFORM)
            has_password = False
        settings = self._settings
        settings.proxy = clean.proxy
        settings.proxy_address = clean.proxy_address
        settings.proxy_user = clean.proxy_user
        settings.proxy_has_password = has_password
        settings.ca_file = clean.ca_file
        return NetworkSaved(await self.shown(), place, settings.save())

    async def current(self) -> Network:
        """The network to use for the next connection.

        Raises `NotSent`: "proxy_address" (the stored one is none) or "proxy_password" (it cannot be
        had now).
        """
        now = self._settings
        ca_file = Path(now.ca_file) if now.ca_file else None
        if now.proxy != "own":
            return Network(NONE if now.proxy == "none" else SYSTEM, ca_file=ca_file)
        try:
            url = proxy_url(now.proxy_address)
        except AddressProblem:
            raise NotSent("proxy_address") from None
        password = None
        if now.proxy_user and now.proxy_has_password:
            try:
                password = await self._secrets.get(SECRET_APP_ID, SECRET_PLATFORM)
            except SecretsUnavailable:
                password = None
            if password is None:
                raise NotSent("proxy_password")
        return Network(url, now.proxy_user, password, ca_file)

    def _checked(self, form: NetworkForm) -> NetworkForm:
        """The form made tidy. Raises `FormRefused` with everything that is wrong."""
        problems: list[FieldProblem] = []
        kept = self.form()
        clean = replace(form, ca_file=form.ca_file.strip())
        if form.proxy not in PROXIES:
            problems.append(FieldProblem("proxy", "unknown"))
        if form.proxy != "own":
            # What is not in use stays as it was, for the day somebody switches back.
            clean = replace(
                clean,
                proxy_address=kept.proxy_address,
                proxy_user=kept.proxy_user,
                proxy_password=None,
            )
        else:
            address = form.proxy_address
            try:
                address = proxy_url(address).removeprefix("http://")
            except AddressProblem as problem:
                problems.append(FieldProblem("proxy_address", problem.reason))
            clean = replace(clean, proxy_address=address, proxy_user=form.proxy_user.strip())
            if not clean.proxy_user and clean.proxy_password is None:
                clean = replace(clean, proxy_password=Secret(""))
            problems += _login_problems(clean, kept)
        if not is_line(clean.ca_file, CA_FILE_MAX):
            problems.append(FieldProblem("ca_file", "control"))
        elif clean.ca_file:
            try:
                certificates(Path(clean.ca_file))
            except CaFileProblem as problem:
                problems.append(FieldProblem("ca_file", problem.reason))
        if problems:
            raise FormRefused(tuple(problems))
        return clean


def _login_problems(form: NetworkForm, kept: NetworkForm) -> list[FieldProblem]:
    problems = []
    user, password = form.proxy_user, form.proxy_password
    if len(user) > PROXY_USER_MAX:
        problems.append(FieldProblem("proxy_user", "length"))
    elif ":" in user:
        problems.append(FieldProblem("proxy_user", "colon"))
    elif not is_line(user, PROXY_USER_MAX):
        problems.append(FieldProblem("proxy_user", "control"))
    if password:
        if not user:
            problems.append(FieldProblem("proxy_user", "required"))
        odd = proxy_login_problem(password)
        if odd:
            problems.append(FieldProblem("proxy_password", odd))
    elif password is None and kept.has_password:
        # It was given for that proxy and that user.
        then = (kept.proxy_address, kept.proxy_user)
        if then != (form.proxy_address, user):
            problems.append(FieldProblem("proxy_password", "type_again"))
    return problems
