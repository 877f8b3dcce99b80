# A new Debian root in a temporary folder, to try things on a machine that has nothing. Sourced by
# fresh.sh and linux/test_deb.sh; needs root and debootstrap.
#
# How this machine reaches its package sources (apt's sources and proxies, CA certificates) is
# carried over; nothing else is. Sets $work, $root and $mirror; all is removed at the end.
# shellcheck shell=bash

SUITE=bookworm

me=$(basename "$0")
say() { printf '\n%s: %s\n' "$me" "$*"; }
stop() { printf '%s: %s\n' "$me" "$*" >&2; exit 1; }

# need_tools TOOL…: stop with a word when one is missing, or when this is not root.
need_tools() {
    [ "$(id -u)" = 0 ] || stop "must be root: sudo bash $0"
    for tool in debootstrap unshare "$@"; do
        command -v "$tool" >/dev/null || stop "$tool is missing: apt-get install $tool"
    done
}

# alone ARGUMENTS…: begin again in a mount namespace of its own, so that mounts are gone with this
# process, whatever ends it.
alone() {
    if [ -z "${NEW_ROOT_UNSHARED:-}" ]; then
        NEW_ROOT_UNSHARED=1 exec unshare --mount --propagation private bash "$0" "$@"
    fi
}

clean_up() {
    for mounted in tmp/.X11-unix dev/shm dev/pts dev proc; do
        ! mountpoint -q "$root/$mounted" || umount -l "$root/$mounted"
    done
    # Never across a mount that is still there.
    rm -rf --one-file-system "$work"
}

# make_root PACKAGES: comma-separated; the root stands, with proc and dev.
make_root() {
    work=$(mktemp -d "${TMPDIR:-/tmp}/tpns-desktop-fresh.XXXXXX")
    root=$work/root
    local log=$work/debootstrap.log
    chmod 755 "$work"
    trap clean_up EXIT
    trap 'exit 130' INT TERM HUP

    # Without an answer debootstrap's own default is taken.
    mirror=$(apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(REPO_URI)' \
        'Created-By: Packages' 2>/dev/null |
        awk -v s="$SUITE" '$1 == s && $2 == "main" {print $3; exit}')
    local apt_proxy=
    eval "$(apt-config shell apt_proxy Acquire::http::Proxy 2>/dev/null)"
    if ! http_proxy=${http_proxy:-$apt_proxy} debootstrap --variant=minbase --include="$1" \
        "$SUITE" "$root" ${mirror:+"$mirror"} >"$log" 2>&1; then
        tail -20 "$log" >&2
        stop "debootstrap failed"
    fi
    mount -t proc proc "$root/proc"
    mount --bind /dev "$root/dev"
    mount -t devpts devpts "$root/dev/pts" -o newinstance,ptmxmode=0666
    mount -t tmpfs tmpfs "$root/dev/shm"
    carry_sources
}

# carry FILE: the same file at the same place, if there is one.
carry() {
    [ ! -f "$1" ] || { mkdir -p "$root$(dirname "$1")" && cp -L "$1" "$root$1"; }
}

carry_sources() {
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
    if [ -x "$root/usr/sbin/update-ca-certificates" ]; then
        chroot "$root" update-ca-certificates >/dev/null 2>&1
    fi
}
