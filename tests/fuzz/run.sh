#!/bin/sh
# run.sh SOURCE FOLDER: builds the fuzz targets in FOLDER and runs each over its seeds, one a
# processor, with libFuzzer for FUZZ_SECONDS (20) where clang has it, else with the plain driver, and says which.
# FUZZ_TARGETS ("fuzz_utf8 fuzz_plain") chooses some. It goes where chance leads; the inputs that are the same
# everywhere are those of fuzz_main.c. Inputs that break a target are left in FOLDER as NAME-crash-...; the last
# line is "N passed, N failed", a target each.
# shellcheck disable=SC2086 # the names of programs are a list of words
set -u
[ $# = 2 ] || {
    echo 'usage: run.sh SOURCE FOLDER' >&2
    exit 77 # named as a test among others it is one that was left out
}
source=$(cd "$1" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)
seconds=${FUZZ_SECONDS:-20}
seeds=$source/tests/fuzz/seeds

targets=${FUZZ_TARGETS:-$(cd "$source/tests/fuzz" && ls fuzz_*.c 2>/dev/null | sed -e '/^fuzz_main\.c$/d' -e 's/\.c$//')}
[ -n "$targets" ] || {
    echo 'run.sh: no fuzz target is here' >&2
    exit 1
}

has_libfuzzer() {
    command -v clang >/dev/null || return 1
    trial=$(mktemp -d) || return 1
    printf '%s\n' '#include <stddef.h>' '#include <stdint.h>' \
        'int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)' \
        '{ return data == NULL && size > 9; }' >"$trial/trial.c"
    clang -fsanitize=fuzzer,address,undefined "$trial/trial.c" -o "$trial/trial" >/dev/null 2>&1
    found=$?
    rm -rf "$trial"
    return "$found"
}

programs=
for target in $targets; do
    programs="$programs tests/fuzz/$target"
done
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
sanitizers=address,undefined
if has_libfuzzer; then
    echo "note: libFuzzer, $seconds seconds a target"
    fuzzer=yes
    sh "$source/tests/subbuild.sh" "$source" "$folder/build" CC=clang --disable-dependency-tracking \
        CFLAGS="-g1 -O1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,$sanitizers -fno-sanitize-recover=undefined -DDIPTYCH_LIBFUZZER" &&
        make -C "$folder/build" -j"$jobs" FUZZER_LINK="-fsanitize=fuzzer,$sanitizers" $programs
else
    echo 'note: no clang with libFuzzer is here, the plain driver runs over the seeds only'
    fuzzer=no
    sh "$source/tests/subbuild.sh" "$source" "$folder/build" --disable-dependency-tracking --enable-sanitizers &&
        make -C "$folder/build" -j"$jobs" $programs
fi || {
    echo 'run.sh: the fuzz targets did not build' >&2
    exit 1
}

# What a target finds interesting is kept in FOLDER/corpus for the next run, never in the source.
fuzz() {
    name=${1#fuzz_}
    corpus=$folder/corpus/$name
    mkdir -p "$corpus"
    if [ "$fuzzer" = yes ]; then
        set -- "$folder/build/tests/fuzz/$1" -max_total_time="$seconds" -timeout=10 \
            -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 \
            -artifact_prefix="$folder/$name-" "$corpus"
    else
        set -- "$folder/build/tests/fuzz/$1" "$corpus"
    fi
    for kind in "$name" common; do
        [ -d "$seeds/$kind" ] && set -- "$@" "$seeds/$kind"
    done
    UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 "$@" </dev/null
}

# lane NUMBER: every target whose turn it is, one after the other.
lane() {
    turn=0
    for target in $targets; do
        turn=$(((turn + 1) % jobs))
        [ "$turn" = "$1" ] || continue
        fuzz "$target" >"$folder/$target.log" 2>&1 && : >"$folder/$target.held"
    done
}

rm -f "$folder"/*.held
number=0
while [ "$number" -lt "$jobs" ]; do
    lane "$number" &
    number=$((number + 1))
done
wait

passed=0
failed=0
for target in $targets; do
    if [ -f "$folder/$target.held" ]; then
        passed=$((passed + 1))
        printf '%s: nothing found%s\n' "$target" \
            "$(sed -n 's/^stat::number_of_executed_units: *\([0-9]*\).*/, \1 inputs/p' "$folder/$target.log")"
    else
        failed=$((failed + 1))
        printf '%s: broke; the end of %s:\n' "$target" "$folder/$target.log"
        tail -n 40 "$folder/$target.log"
    fi
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
