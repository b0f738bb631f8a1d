# Completion for fish; what there is the program tells itself (diptych help --format tsv, diptych list).

function __diptych_table
    diptych help --format tsv 2>/dev/null | while read -d \t kind name arguments help
        test $kind = $argv[1]; and printf '%s\t%s\n' $name $help
    end
end

function __diptych_articles
    diptych list --format tsv 2>/dev/null | tail -n +2 | cut -f 1,6
end

complete -c diptych -n __fish_use_subcommand -a '(__diptych_table command)'
complete -c diptych -n 'string match -q -- "-*" (commandline -ct)' -f -a '(__diptych_table option)'
complete -c diptych -a '(__diptych_articles)'
complete -c diptych -l format -x -a 'text tsv json markdown org html csv bibtex csl tmx ladder anki'
complete -c diptych -l theme -x -a 'dark light none sepia contrast'
complete -c diptych -l collection -x -a '(__fish_complete_directories)'
