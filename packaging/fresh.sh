#!/usr/bin/env bash
# Shows that the README's two commands work on a machine that has nothing: a new Debian root with
# only Python, git and CA certificates, an empty HOME, and a clean clone of what is committed here.
#
#   sudo bash packaging/fresh.sh              the README's two commands
#   sudo bash packaging/fresh.sh 'COMMAND'…   these instead
#
# Needs root and debootstrap. How this machine reaches its package sources (apt's sources and
# proxies, pip's configuration, CA certificates) is carried over; nothing else is. Everything is
# made anew each time in a temporary folder and removed at the end.
set -euo pipefail

SUITE=bookworm

say() { printf '\nfresh.sh: %s\n' "$*"; }
stop() { printf 'fresh.sh: %s\n' "$*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || stop "must be root: sudo bash packaging/fresh.sh"
for tool in debootstrap git unshare; do
    command -v "$tool" >/dev/null || stop "$tool is missing: apt-get install $tool"
done
# A mount namespace of its own: the mounts below are gone with this process, whatever ends it.
if [ -z "${FRESH_UNSHARED:-}" ]; then
    FRESH_UNSHARED=1 exec unshare --mount --propagation private bash "$0" "$@"
fi

repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
commands=("$@")
if [ ${#commands[@]} = 0 ]; then
    commands=("python3 packaging/dev.py run" "python3 packaging/dev.py test")
    for command in "${commands[@]}"; do
        git show HEAD:README.md | grep -qF "$command" || stop "README.md does not say: $command"
    done
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/tpns-desktop-fresh.XXXXXX")
root=$work/root
log=$work/debootstrap.log
chmod 755 "$work"
clean_up() {
    for mounted in dev/shm dev/pts dev proc; do
        ! mountpoint -q "$root/$mounted" || umount -l "$root/$mounted"
    done
    # Never across a mount that is still there.
    rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

# ------------------------------------------------------------------------- the new machine

# Without an answer debootstrap's own default is taken.
mirror=$(apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(REPO_URI)' \
    'Created-By: Packages' 2>/dev/null | awk -v s="$SUITE" '$1 == s && $2 == "main" {print $3; exit}')
apt_proxy=
eval "$(apt-config shell apt_proxy Acquire::http::Proxy 2>/dev/null)"
say "making a Debian $SUITE root with python3, git and ca-certificates"
if ! http_proxy=${http_proxy:-$apt_proxy} debootstrap --variant=minbase \
    --include=python3,git,ca-certificates "$SUITE" "$root" ${mirror:+"$mirror"} \
    >"$log" 2>&1; then
    tail -20 "$log" >&2
    stop "debootstrap failed"
fi
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t devpts devpts "$root/dev/pts" -o newinstance,ptmxmode=0666
mount -t tmpfs tmpfs "$root/dev/shm"

# ------------------------------------------- how this machine reaches its package sources

# carry FILE: the same file at the same place, if there is one.
carry() {
    [ ! -f "$1" ] || { mkdir -p "$root$(dirname "$1")" && cp -L "$1" "$root$1"; }
}

# carry_pip FILE AS: the same without what lies on this machine's own disk.
carry_pip() {
    [ -f "$1" ] || return 0
    mkdir -p "$root$(dirname "$2")"
    sed -E 's#file://[^[:space:]]+##g; s#^([[:space:]]*find-links[[:space:]]*=).*#\1#' "$1" \
        >"$root$2"
}

carry /etc/resolv.conf
carry /etc/hosts
if [ -n "$mirror" ]; then
    rm -f "$root/etc/apt/sources.list"
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list \
        /etc/apt/sources.list.d/*.sources /etc/apt/trusted.gpg.d/* /etc/apt/keyrings/* \
        /usr/share/keyrings/*; do
        carry "$file"
    done
fi
apt-config dump 2>/dev/null | grep -E '^Acquire::(https?|Retries|Check-Valid-Until|ForceIPv)' \
    >"$root/etc/apt/apt.conf.d/90carried-over" || true

for file in /usr/local/share/ca-certificates/*.crt; do
    carry "$file"
done
chroot "$root" update-ca-certificates >/dev/null 2>&1

environment=()
for name in http_proxy https_proxy no_proxy all_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY \
    SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE CURL_CA_BUNDLE $(compgen -e PIP_ || true); do
    [ -n "${!name:-}" ] || continue
    # A folder on this machine's disk is not there.
    [[ $name != PIP_* || ! -d ${!name} ]] || continue
    environment+=("$name=${!name}")
    carry "${!name}"
done
for file in /etc/pip.conf /etc/xdg/pip/*; do
    carry_pip "$file" "$file"
done
for file in "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf"; do
    # HOME is empty there, so a person's own file is named by variable.
    if [ -f "$file" ] && [ -z "${PIP_CONFIG_FILE:-}" ]; then
        carry_pip "$file" /etc/pip-of-this-person.conf
        environment+=("PIP_CONFIG_FILE=/etc/pip-of-this-person.conf")
        break
    fi
done

# -------------------------------------------------------------------------- the two commands

# With the branch's name where there is one, so that the clone is on it.
branch=$(git symbolic-ref --quiet HEAD || true)
git bundle create --quiet "$root/committed.bundle" HEAD ${branch:+"$branch"}
mkdir -p "$root/home/new"

# there COMMAND: run it in the new root as a person who has just come. What it leaves running ends
# with it; bash stays as the first process, since that one must collect the dead.
there() {
    unshare --pid --fork --kill-child --mount-proc="$root/proc" \
        chroot "$root" /usr/bin/env -i HOME=/home/new TERM=dumb ${environment[@]+"${environment[@]}"} \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        /bin/bash -c "$1; exit \$?" </dev/null
}

say "a clean clone of $(git rev-parse --short HEAD)"
there "git -c advice.detachedHead=false clone --quiet /committed.bundle /home/new/tpns-desktop"
rm "$root/committed.bundle"
there "python3 --version; . /etc/os-release; echo \$PRETTY_NAME; \
    echo \$(dpkg-query -W | wc -l) packages"

result=0
for command in "${commands[@]}"; do
    say "\$ $command"
    started=$SECONDS
    code=0
    there "cd /home/new/tpns-desktop || exit; $command" || code=$?
    say "ended with $code after $((SECONDS - started)) s"
    [ "$code" = 0 ] || result=1
done

say "what the clone has beyond the commit (nothing is right):"
there "cd /home/new/tpns-desktop && git status --short"
say "$([ $result = 0 ] && echo 'all went well' || echo 'NOT all went well')"
exit $result
