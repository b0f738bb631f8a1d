#!/bin/sh
# subbuild.sh SOURCE FOLDER ARGUMENTS...: configures a build of its own in FOLDER (made anew) with
# the given arguments of configure. A source folder that was configured in place cannot serve
# another build, so FOLDER then gets a copy of the sources.
set -eu
source=$(cd "$1" && pwd)
folder=$2
shift 2
rm -rf "$folder"
mkdir -p "$folder"
if [ -f "$source/config.status" ]; then
    make -C "$source" -s distdir distdir="$(cd "$folder" && pwd)/source" >/dev/null
    source=$(cd "$folder/source" && pwd)
fi
cd "$folder"
exec "$source/configure" -q "$@"
