#!/usr/bin/env bash
# Shows that the .deb does what a person wants of it on a Debian that has nothing: installs by apt,
# starts from its menu entry, sends a push in practice, is upgraded with the person's data kept, and
# is purged without leftovers. Pictures of the screen are saved.
#
#   sudo bash packaging/linux/test_deb.sh dist/tpns-desktop_….deb [PICTURES]
#
# Needs root; debootstrap, xvfb, xdotool and imagemagick on this machine; nothing of the program.
# Everything but the pictures is made in a temporary folder and removed.
set -euo pipefail

# shellcheck source=packaging/new_root.sh
. "$(dirname "$0")/../new_root.sh"
deb=${1:?name the .deb}
pictures=${2:-build/pictures-deb}
need_tools Xvfb xdotool import dpkg-deb
mkdir -p "$pictures"
alone "$deb" "$pictures"

say "a Debian $SUITE root with nothing but its essential packages"
make_root ca-certificates
mkdir -p "$root/tmp/.X11-unix"
exec {display_pipe}<> <(:)
Xvfb -displayfd "$display_pipe" -screen 0 1400x960x24 -nolisten tcp >"$work/xvfb.log" 2>&1 &
xvfb=$!
read -r -t 30 number <&"$display_pipe" || stop "Xvfb did not start: $(cat "$work/xvfb.log")"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
trap 'kill "$xvfb" 2>/dev/null || true; clean_up' EXIT

# as_root COMMAND, as_anna COMMAND: in the new root, as nobody who was here before.
as_root() {
    chroot "$root" /usr/bin/env -i HOME=/root TERM=dumb DEBIAN_FRONTEND=noninteractive \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin /bin/sh -c "$1" </dev/null
}
as_anna() {
    chroot --userspec=anna:anna "$root" /usr/bin/env -i HOME=/home/anna USER=anna TERM=dumb \
        LANG=C.UTF-8 DISPLAY=":$number" PATH=/usr/local/bin:/usr/bin:/bin \
        /bin/sh -c "cd; $1" </dev/null
}
install_it() {
    as_root "apt-get install -y -q --no-install-recommends $1" >"$work/apt.log" 2>&1 ||
        { tail -30 "$work/apt.log" >&2; stop "apt did not install $1"; }
}
# picture NAME: of the whole screen.
picture() { DISPLAY=":$number" import -window root "$pictures/$1.png"; }

# from_menu NAME: what a press on the menu entry does; then a picture of the window.
from_menu() {
    local command
    command=$(sed -n 's/^Exec=//p' "$root/usr/share/applications/tpns-desktop.desktop")
    as_anna "exec $command" >"$work/program.log" 2>&1 &
    local started=$!
    DISPLAY=":$number" timeout 60 xdotool search --sync --onlyvisible --name 'TPNS Desktop' \
        >/dev/null || { cat "$work/program.log" >&2; stop "no window came up"; }
    # The window is painted once its picture is no longer one colour.
    local tries=0
    until picture "$1" && [ "$(identify -format %k "$pictures/$1.png")" -gt 200 ]; do
        tries=$((tries + 1))
        [ $tries -lt 60 ] || stop "the window stays empty"
    done
    # Let it open its data, as it does behind the window, before it is ended.
    until [ -s "$data" ]; do
        kill -0 "$started" 2>/dev/null || { cat "$work/program.log" >&2; stop "it ended"; }
    done
    kill -TERM "$(pgrep -P "$started" -x tpns-desktop || echo "$started")"
    wait "$started" 2>/dev/null || true
    grep -v Terminated "$work/program.log" || true
}
data=$root/home/anna/.local/share/tpns-desktop/tpns-desktop.db

as_root "useradd -m anna"
as_root "apt-get update -q" >"$work/apt.log" 2>&1 || { tail "$work/apt.log" >&2; stop "apt-get update"; }

# ------------------------------------------------------------------------------- an older version

say "an older version of it, and one file that only that one has"
version=$(dpkg-deb -f "$deb" Version)
dpkg-deb -R "$deb" "$work/older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
echo gone >"$work/older/usr/lib/tpns-desktop/only-in-0.0.1"
dpkg-deb --root-owner-group -Zgzip -z1 -b "$work/older" "$root/root/older.deb" >/dev/null
rm -rf "$work/older"
cp "$deb" "$root/root/newer.deb"

say "apt installs it, with what it depends on and nothing more"
started=$SECONDS
install_it /root/older.deb
echo "$((SECONDS - started)) s; $(as_root 'dpkg-query -W | wc -l') packages"
as_root "dpkg-query -W -f '\${Package} \${Version} \${Status}\n' tpns-desktop"

say "started from its menu entry; Anna's data comes into being"
from_menu 1-first-start
[ -s "$data" ] || stop "no data was made"
settings=$root/home/anna/.config/tpns-desktop/settings.ini
mkdir -p "$(dirname "$settings")"
printf '[settings]\nlanguage = zh_CN\nlook = dark\n' >"$settings"
chroot "$root" chown -R anna:anna /home/anna
as_anna "tpns-desktop --exit-when-loaded"
before=$(sha256sum <"$settings")
marked=$(od -An -tx1 -j68 -N4 "$data")

# --------------------------------------------------------------------------------- this version

say "upgraded to $version"
install_it /root/newer.deb
[ "$(as_root "dpkg-query -W -f '\${Version}' tpns-desktop")" = "$version" ] || stop "not upgraded"
[ ! -e "$root/usr/lib/tpns-desktop/only-in-0.0.1" ] || stop "a file of the older version stayed"
[ "$(sha256sum <"$settings")" = "$before" ] || stop "the settings changed"
[ "$(od -An -tx1 -j68 -N4 "$data")" = "$marked" ] || stop "the data is another file"
as_anna "tpns-desktop --exit-when-loaded" || stop "the data does not open any more"
echo "settings and data are as they were, and the data opens"

say "Chinese and dark, as Anna had set it, with the font that the package recommends"
install_it fonts-noto-cjk
from_menu 2-chinese

say "a push in practice through its window on this screen, and the other checks"
as_anna "tpns-desktop --selftest --pictures /home/anna/pictures" || stop "the self-test failed"
for file in "$root"/home/anna/pictures/*.png; do
    cp "$file" "$pictures/3-push-$(basename "$file")"
done

say "a password store, as the package recommends: a word is kept and forgotten"
install_it "gnome-keyring dbus-daemon"
# shellcheck disable=SC2016
as_anna 'dbus-run-session -- sh -c "
    mkdir -p ~/.local/share/keyrings
    printf word | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    tpns-desktop --selftest keyring"' | tee "$work/keyring.log"
grep -q '^ok .*kept a word' "$work/keyring.log" || stop "no word was kept"

say "without authorities the self-test says so (a check that can fail)"
code=0
as_anna "SSL_CERT_DIR=/nowhere SSL_CERT_FILE=/nowhere tpns-desktop --selftest trust" || code=$?
echo "(this machine's own file is found all the same: ended with $code)"
mv "$root/etc/ssl" "$root/etc/ssl-away"
if as_anna "tpns-desktop --selftest trust"; then stop "nothing was missed"; fi
mv "$root/etc/ssl-away" "$root/etc/ssl"

# -------------------------------------------------------------------------------------- removal

say "purged"
chroot "$root" dpkg -L tpns-desktop | sed 's|^/\.$||' | grep . >"$work/files"
as_root "apt-get purge -y -q tpns-desktop" >"$work/apt.log" 2>&1 || stop "apt did not purge it"
left=$(while read -r file; do
    if [ -e "$root$file" ] && [ ! -d "$root$file" ]; then echo "$file"; fi
done <"$work/files")
left+=$(find "$root" -xdev -iname '*tpns*' -not -path "$root/home/*" \
    -not -path "$root/root/*" -not -path "$root/proc/*" -not -path "$root/tmp/*")
[ -z "$left" ] || stop "left behind: $left"
[ -s "$data" ] || stop "Anna's data is gone"
echo "no file of it is left; Anna's data is where it was"

say "all went well; pictures are in $pictures"
