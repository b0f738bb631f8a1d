#!/bin/sh
# limit.sh TEST...: runs a test, and ends one that hangs.
#
# A test has 20 seconds, of the clock and of the processor (0.1 to 8 is what they take), times
# TEST_SCALE (1), which slow builds set, times the programs that wait for a processor at its start.
# Where there is no timeout(1), only the processor's seconds are counted.
set -u
load=$(cut -d. -f1 /proc/loadavg 2>/dev/null || echo 0)
cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
limit=$((20 * ${TEST_SCALE:-1} * (1 + load / cores)))
# A script runs dozens of cases, each a few programs: it gets ten times as much.
case ${1##*/} in sh | bash | dash) limit=$((10 * limit)) ;; esac
ulimit -t "$limit" 2>/dev/null
command -v timeout >/dev/null || exec "$@"
timeout -s KILL "$limit" "$@"
status=$?
[ "$status" = 137 ] && echo "limit.sh: $*: was ended after $limit s" >&2
exit "$status"
