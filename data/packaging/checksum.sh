#!/bin/sh
# checksum.sh FILE: writes FILE.sha256, and FILE.sha256.asc, its signature, where gpg has a secret key. An
# old signature goes in any case: it was another file's.
set -eu
file=$1
rm -f "$file.sha256" "$file.sha256.asc"
if command -v sha256sum >/dev/null; then
    sha256sum "$file" >"$file.sha256"
else
    shasum -a 256 "$file" >"$file.sha256"
fi
if command -v gpg >/dev/null && gpg --batch --list-secret-keys 2>/dev/null | grep -q .; then
    gpg --batch --yes --armor --detach-sign --output "$file.sha256.asc" "$file.sha256"
    echo "$file.sha256 is signed: $file.sha256.asc"
else
    echo "$file.sha256 is not signed: gpg has no secret key here"
fi
