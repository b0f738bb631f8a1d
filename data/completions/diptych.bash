# Completion for bash: commands, options and their values, articles, files. What there is the program
# tells itself (diptych help --format tsv, diptych list), so this file never lags behind it.

_diptych_table() # KIND: the names of that kind
{
    [ -n "${_diptych_help-}" ] || _diptych_help=$(diptych help --format tsv 2>/dev/null)
    printf '%s\n' "$_diptych_help" | while IFS=$'\t' read -r kind name rest; do
        [ "$kind" = "$1" ] && printf '%s\n' "$name"
    done
}

_diptych_articles() # [--collection DIR]
{
    diptych list --format tsv "$@" 2>/dev/null | while IFS=$'\t' read -r id rest; do
        [ "$id" = article ] || printf '%s\n' "$id"
    done
}

# A name with blanks or quotes is written so that the shell reads it as one word.
_diptych_offer() # WORD: what stands on standard input and begins with it
{
    local line
    while IFS= read -r line; do
        [[ $line == "$1"* ]] && COMPREPLY+=("$(printf '%q' "$line")")
    done
}

_diptych()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= i
    local -a collection=()
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --collection) collection=(--collection "${COMP_WORDS[i + 1]}") ;;
            -*) ;;
            *) [ -n "$command" ] || [[ ${COMP_WORDS[i - 1]} == --* ]] || command=${COMP_WORDS[i]} ;;
        esac
    done
    case $before in
        --format) _diptych_offer "$word" < <(printf '%s\n' text tsv json markdown org html csv bibtex csl tmx ladder anki); return ;;
        --theme) _diptych_offer "$word" < <(printf '%s\n' dark light none sepia contrast); return ;;
        --mode) _diptych_offer "$word" < <(printf '%s\n' auto parallel comparable); return ;;
        --unit) _diptych_offer "$word" < <(printf '%s\n' sentence paragraph); return ;;
        --kind) _diptych_offer "$word" < <(printf '%s\n' highlight comment question tag link word); return ;;
        --state) _diptych_offer "$word" < <(printf '%s\n' exact moved ambiguous lost); return ;;
        --beside | --in | --not-in) _diptych_offer "$word" < <(_diptych_articles "${collection[@]}"); return ;;
        --collection | --vault) compopt -o filenames 2>/dev/null; _diptych_offer "$word" < <(compgen -d -- "$word"); return ;;
        --output | -o | --template | --front) compopt -o filenames 2>/dev/null; _diptych_offer "$word" < <(compgen -f -- "$word"); return ;;
    esac
    case $word in
        -*) _diptych_offer "$word" < <(_diptych_table option); return ;;
    esac
    [ -n "$command" ] || _diptych_offer "$word" < <(_diptych_table command)
    case $command in
        help) _diptych_offer "$word" < <(_diptych_table command); return ;;
        dictionary) _diptych_offer "$word" < <(printf '%s\n' add list remove) ;;
        note) _diptych_offer "$word" < <(printf '%s\n' add list remove review import) ;;
    esac
    [[ $word == */* ]] || _diptych_offer "$word" < <(_diptych_articles "${collection[@]}")
    compopt -o filenames 2>/dev/null
    _diptych_offer "$word" < <(compgen -f -- "$word")
}

complete -F _diptych diptych
