# Completion for fish; what there is the program tells itself (diptych help --format tsv, diptych list).

function __diptych_table
    for line in (diptych help --format tsv 2>/dev/null)
        set -l fields (string split \t -- $line)
        test $fields[1] = $argv[1]; and printf '%s\t%s\n' $fields[2] $fields[4]
    end
end

function __diptych_articles
    diptych list --format tsv 2>/dev/null | tail -n +2 | cut -f 1,6
end

complete -c diptych -n __fish_use_subcommand -a '(__diptych_table command)'
complete -c diptych -n '__fish_seen_subcommand_from help' -f -a '(__diptych_table command)'
complete -c diptych -n '__fish_seen_subcommand_from dictionary' -a 'add list remove'
complete -c diptych -n '__fish_seen_subcommand_from note' -a 'add list remove review import'
complete -c diptych -n 'string match -q -- "-*" (commandline -ct)' -f -a '(__diptych_table option)'
complete -c diptych -a '(__diptych_articles)'
complete -c diptych -l format -x -a 'text tsv json markdown org html csv bibtex csl tmx ladder anki'
complete -c diptych -l theme -x -a 'dark light none sepia contrast'
complete -c diptych -l mode -x -a 'auto parallel comparable'
complete -c diptych -l unit -x -a 'sentence paragraph'
complete -c diptych -l kind -x -a 'highlight comment question tag link word'
complete -c diptych -l state -x -a 'exact moved ambiguous lost'
complete -c diptych -l beside -l in -l not-in -x -a '(__diptych_articles)'
complete -c diptych -l collection -l vault -x -a '(__fish_complete_directories)'
complete -c diptych -l template -l front -l output -r
