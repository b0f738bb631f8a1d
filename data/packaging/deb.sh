#!/bin/sh
# deb.sh NAME VERSION: makes a Debian package of the tarball NAME-VERSION.tar.xz in the folder package, which
# is made anew, and has lintian judge it, if that is here. DEB_BUILD_OPTIONS=nocheck leaves the tests out.
set -eu
name=$1 version=$2
rm -rf package
mkdir package
cp "$name-$version.tar.xz" "package/${name}_$version.orig.tar.xz"
cd package
tar xf "${name}_$version.orig.tar.xz"
cd "$name-$version"
cp -R data/packaging/debian .
dpkg-buildpackage -us -uc
cd ..
if command -v lintian >/dev/null; then lintian --info --fail-on error,warning -- *.changes; fi
