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

# shellcheck source=packaging/new_root.sh
. "$(dirname "$0")/new_root.sh"
need_tools git
alone "$@"

repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository"
commands=("$@")
if [ ${#commands[@]} = 0 ]; then
    commands=("python3 packaging/dev.py run" "python3 packaging/dev.py test")
    for command in "${commands[@]}"; do
        git show HEAD:README.md | grep -qF "$command" || stop "README.md does not say: $command"
    done
fi

# ------------------------------------------------------------------------- the new machine

say "making a Debian $SUITE root with python3, git and ca-certificates"
make_root python3,git,ca-certificates

# ------------------------------------------- how this machine reaches its package sources

# carry_pip FILE AS: the same without what lies on this machine's own disk.
carry_pip() {
    [ -f "$1" ] || return 0
    mkdir -p "$root$(dirname "$2")"
    sed -E 's#file://[^[:space:]]+##g; s#^([[:space:]]*find-links[[:space:]]*=).*#\1#' "$1" \
        >"$root$2"
}

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
