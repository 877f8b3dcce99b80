#!/bin/sh
# What the self-extracting file runs: puts TPNS Desktop where the desktop finds it, for the person
# who runs it (below ~/.local), or for everybody when run as root (below /usr/local).
#
#   sh tpns-desktop-….run [-- --prefix FOLDER]
set -eu

prefix=
while [ $# -gt 0 ]; do
    case "$1" in
        --prefix) prefix=${2:?--prefix wants a folder}; shift 2 ;;
        *) echo "install.sh: does not know $1" >&2; exit 2 ;;
    esac
done
if [ -z "$prefix" ]; then
    if [ "$(id -u)" = 0 ]; then prefix=/usr/local; else prefix=$HOME/.local; fi
fi
here=$(cd "$(dirname "$0")" && pwd)
place=$prefix/lib/tpns-desktop

# Before anything is replaced: does it run on this machine at all?
if ! said=$("$here/usr/lib/tpns-desktop/tpns-desktop" --selftest icons 2>&1); then
    echo "TPNS Desktop does not run on this computer, so nothing was installed. It said:" >&2
    printf '%s\n' "$said" >&2
    echo "If a library is named, install the package that has it, then try again." >&2
    exit 1
fi

mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
rm -rf "$place.new" "$place.old"
cp -a "$here/usr/lib/tpns-desktop" "$place.new"
[ ! -e "$place" ] || mv "$place" "$place.old"
mv "$place.new" "$place"
rm -rf "$place.old"
ln -sfn "../lib/tpns-desktop/tpns-desktop" "$prefix/bin/tpns-desktop"
(cd "$here/usr/share" && find applications icons metainfo -type f) >"$place/installed-share"
while read -r file; do
    mkdir -p "$prefix/share/$(dirname "$file")"
    cp "$here/usr/share/$file" "$prefix/share/$file"
done <"$place/installed-share"
# The menu may not search a person's own bin.
sed -i "s|^Exec=.*|Exec=\"$prefix/bin/tpns-desktop\"|" \
    "$prefix/share/applications/tpns-desktop.desktop"

cat >"$place/uninstall.sh" <<END
#!/bin/sh
# Removes TPNS Desktop from $prefix. Your data and settings stay where they are.
set -eu
while read -r file; do
    rm -f "$prefix/share/\$file"
    (cd "$prefix/share" && rmdir -p "\$(dirname "\$file")") 2>/dev/null || true
done <"$place/installed-share"
rm -f "$prefix/bin/tpns-desktop"
rm -rf "$place"
rmdir "$prefix/lib" "$prefix/bin" "$prefix/share" 2>/dev/null || true
END
chmod 755 "$place/uninstall.sh"
echo "TPNS Desktop is installed in $prefix. Start it from the menu, or: $prefix/bin/tpns-desktop"
echo "To remove it: sh $place/uninstall.sh"
