#!/bin/sh
# languages.sh: do commands print the same in Chinese as in English? Where msgfmt was missing there is nothing to ask.
set -u
[ -f "${BUILDDIR:-.}/po/zh_CN.mo" ] || {
    echo 'languages.sh: no catalogue was built'
    exit 77
}
exec sh "${srcdir:-.}/tests/golden/run.sh" --language zh_CN
