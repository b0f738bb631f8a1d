#!/bin/sh
# packaging.sh: what is installed beside the program: completion for bash answers as a reader at the prompt
# would be answered; the desktop entry, the metadata and the icon are well-formed; the program tells
# its licence. A checker that is missing is named, and what it would check is left out.
set -u
source=$(cd "${srcdir:-.}" && pwd) || exit 99
DIPTYCH=${DIPTYCH:-$PWD/diptych}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
faults=0
fault() {
    echo "packaging.sh: $*"
    faults=$((faults + 1))
}

# has PROGRAM: whether it is here.
has() {
    command -v "$1" >/dev/null && return 0
    echo "packaging.sh: $1 is not here, so it was not asked"
    return 1
}

# ask WORD...: what bash offers for the last word, a line each.
ask() {
    PATH=$work:$PATH DIPTYCH_COLLECTION=$work/shelf bash --norc --noprofile -c '
        . "$1"; shift
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        cd "$OLDPWD_OF_TEST" && _diptych 2>/dev/null
        printf "%s\n" "${COMPREPLY[@]}"' bash "$source/data/completions/diptych.bash" "$@"
}

# offers NAME WORD...: NAME is among the answers; lacks: it is not.
offers() {
    name=$1
    shift
    ask "$@" | grep -qxF -- "$name" || fault "bash: $*: $name is not offered"
}
lacks() {
    name=$1
    shift
    ! ask "$@" | grep -qxF -- "$name" || fault "bash: $*: $name is offered"
}

if has bash; then
    ln -s "$DIPTYCH" "$work/diptych"
    mkdir -p "$work/shelf/articles" "$work/files/folder"
    printf 'title: A shelf\n' >"$work/shelf/collection.yaml"
    printf 'A text.\n' >"$work/shelf/articles/harbour.en.md"
    printf 'A text.\n' >"$work/shelf/articles/two words.en.md"
    printf 'x\n' >"$work/files/a file.txt"
    OLDPWD_OF_TEST=$work/files
    export OLDPWD_OF_TEST
    offers figures diptych fig
    offers harbour.en diptych har
    offers harbour.en diptych show har
    offers 'two\ words.en' diptych show two
    offers 'a\ file.txt' diptych show 'a f'
    lacks figures diptych show fig
    offers --collection diptych --coll
    offers --with-paths diptych export --with
    offers json diptych list --format j
    offers remove diptych note rem
    offers align diptych help al
    offers harbour.en diptych figures harbour.en har
    lacks harbour.en diptych list --format har
    commands=$("$DIPTYCH" help --format tsv | grep -c '^command')
    [ "$(ask diptych '' | grep -cvE '^(harbour|two|a\\|folder)')" -ge "$commands" ] ||
        fault 'bash: not every command is offered'
fi

# ask_zsh WORD...: what its completion hands to zsh, a line each; ask_fish LINE: what fish offers at its end.
ask_zsh() {
    PATH=$work:$PATH DIPTYCH_COLLECTION=$work/shelf zsh -f -c '
        file=$1; shift
        words=("$@") CURRENT=$# PREFIX=${@[-1]}
        _describe() { print -rl -- ${(P)2} | sed "s/:/\t/"; }
        compadd() { if [[ $1 = -a ]]; then print -rl -- ${(P)2}; else print -rl -- "$@"; fi; }
        _files() { :; }
        answer() { . "$file"; }
        answer' zsh "$source/data/completions/_diptych" "$@"
}
ask_fish() {
    PATH=$work:$PATH DIPTYCH_COLLECTION=$work/shelf HOME=$work XDG_CONFIG_HOME=$work/fish XDG_DATA_HOME=$work/fish \
        fish --no-config -c 'source $argv[1]; cd $argv[3]; complete -C $argv[2]' \
        "$source/data/completions/diptych.fish" "$1" "$work/files"
}

# same SHELL ANSWERS LINE NAME...: the names are at the lines' beginnings among the answers.
same() {
    shell=$1 answers=$2 line=$3
    shift 3
    for name; do
        printf '%s\n' "$answers" | cut -f 1 | grep -qxF -- "$name" || fault "$shell: $line: $name is not offered"
    done
}
for shell in zsh fish; do
    has "$shell" && [ -e "$work/diptych" ] || continue
    while read -r line names; do
        line=$(printf %s "$line" | tr '~' ' ')
        case $shell in
        zsh) answers=$(eval "ask_zsh ${line% } $(case $line in *' ') echo "''" ;; esac)" 2>&1) ;;
        *) answers=$(ask_fish "$line" 2>&1) ;;
        esac
        # shellcheck disable=SC2086
        same "$shell" "$answers" "$line" $names
    done <<'ASKED'
diptych~fig figures
diptych~ver version
diptych~har harbour.en
diptych~show~har harbour.en
diptych~note~re remove review
diptych~dictionary~ add list remove
diptych~help~al align
diptych~export~--with --with-paths
diptych~list~--format~j json
diptych~align~--mode~pa parallel
diptych~show~--beside~har harbour.en
ASKED
    case $shell in
    zsh) told=$(ask_zsh diptych ver) ;;
    *) told=$(ask_fish 'diptych ver') ;;
    esac
    printf '%s\n' "$told" | grep -q '^version.say which' || fault "$shell: version is not explained"
done

desktop=$source/data/desktop
if has desktop-file-validate; then
    desktop-file-validate "$desktop/diptych.desktop" || fault 'the desktop entry is faulty'
fi
if has xmllint; then
    xmllint --noout --nonet "$desktop/diptych.svg" "$desktop/diptych.metainfo.xml" || fault 'XML is ill-formed'
fi
if has appstreamcli; then
    appstreamcli validate --no-net "$desktop/diptych.metainfo.xml" >"$work/appstream" 2>&1
    grep -E '^E:' "$work/appstream" && fault 'the AppStream metadata is faulty'
fi

# The templates: what makers of packages would stumble over first.
version=$("$DIPTYCH" --version | sed -n '1s/.* //p')
packaging=$source/data/packaging
grep -q "<release version=\"$version\"" "$desktop/diptych.metainfo.xml" ||
    fault "the AppStream metadata does not tell of version $version"
if has dpkg-parsechangelog; then
    [ "$(dpkg-parsechangelog -l "$packaging/debian/changelog" -S Version)" = "$version-1" ] ||
        fault "debian/changelog is not of version $version"
fi
# Nothing links to SQLite, which is loaded when it is wanted: its package has to be named.
grep -q '^Depends:.* libsqlite3-0' "$packaging/debian/control" || fault 'the .deb does not ask for libsqlite3-0'
grep -q '^Requires: .*sqlite-libs' "$packaging/diptych.spec.in" || fault 'the RPM does not ask for sqlite-libs'
sed "s/@VERSION@/$version/" "$packaging/diptych.spec.in" >"$work/diptych.spec"
if has rpmspec; then
    [ "$(rpmspec -q --srpm --qf '%{version}' "$work/diptych.spec")" = "$version" ] || fault 'rpmspec refuses the spec'
fi
if has rpmlint; then
    rpmlint "$work/diptych.spec" >"$work/rpmlint" 2>&1
    grep ': E:' "$work/rpmlint" && fault 'rpmlint finds errors'
fi
(cd "$work" && printf x >tarball && GNUPGHOME=$work sh "$packaging/checksum.sh" tarball >signed) || fault 'checksum.sh fails'
[ "$(cut -c 1-16 "$work/tarball.sha256")" = 2d711642b726b044 ] || fault 'checksum.sh: the sum is another one'
grep -q 'is not signed' "$work/signed" || fault 'checksum.sh: says not that nothing is signed'
"$DIPTYCH" --version | grep -q 'ISC licence' || fault '--version tells no licence'
[ "$faults" -eq 0 ]
