#include "cli/subcommand.h"

#include "cli/add.h"
#include "cli/align.h"
#include "cli/check.h"
#include "cli/compare.h"
#include "cli/concordance.h"
#include "cli/coverage.h"
#include "cli/dictionary.h"
#include "cli/entities.h"
#include "cli/entity.h"
#include "cli/export.h"
#include "cli/figures.h"
#include "cli/help.h"
#include "cli/list.h"
#include "cli/lookup.h"
#include "cli/mentions.h"
#include "cli/note.h"
#include "cli/pairs.h"
#include "cli/quotes.h"
#include "cli/search.h"
#include "cli/sentences.h"
#include "cli/show.h"
#include "cli/timeline.h"
#include "cli/words.h"

#define ANY ((size_t)-1)
#define NAMES (FLAG_VAULT | FLAG_DEMONYMS)
#define EVERYWHERE (FLAG_COLLECTION | FLAG_ENCODING | FLAG_RAW | FLAG_HELP | FLAG_VERSION)

static const struct subcommand commands[] = {
    { "add", "[--link] [--ask] FILE|FOLDER|-...", "take texts into a library of your own", cli_add,
      EVERYWHERE | FLAG_FORMAT | FLAG_LINK | FLAG_ASK, 1, ANY },
    { "list", "[ARTICLE|FOLDER]...", "list the articles: id, language, story, publisher, title",
      cli_list, EVERYWHERE | FLAG_FORMAT, 0, ANY },
    { "show", "[--width N] [--beside B] A...", "print articles as on screen", cli_show,
      EVERYWHERE | FLAG_WIDTH | FLAG_BESIDE, 1, ANY },
    { "sentences", "A...", "print sentences and where they stand, in code points",
      cli_sentences, EVERYWHERE | FLAG_FORMAT, 1, ANY },
    { "mentions", "A...", "print where people, companies, products and places are named",
      cli_mentions, EVERYWHERE | NAMES | FLAG_FORMAT, 1, ANY },
    { "entities", "[ARTICLE|FILE|FOLDER]...", "list who and what is named, and how often",
      cli_entities, EVERYWHERE | NAMES | FLAG_FORMAT, 0, ANY },
    { "entity", "[--width N] NAME [ARTICLE|FILE|FOLDER]...",
      "print a note and every mention of whom or what it is on", cli_entity,
      EVERYWHERE | NAMES | FLAG_FORMAT | FLAG_WIDTH, 1, ANY },
    { "coverage", "[--in A] [--not-in B] [ARTICLE|FILE|FOLDER]...",
      "print which articles mention whom, how often and where", cli_coverage,
      EVERYWHERE | NAMES | FLAG_FORMAT | FLAG_WIDTH | FLAG_IN | FLAG_NOT_IN, 0, ANY },
    { "lookup", "TERM", "print what glossary, notes and dictionaries say of a term", cli_lookup,
      EVERYWHERE | FLAG_FORMAT, 1, ANY },
    { "concordance", "[--width N] TERM [ARTICLE|FILE]...",
      "print every occurrence of a term and what stands for it in the other version",
      cli_concordance, EVERYWHERE | NAMES | FLAG_FORMAT | FLAG_WIDTH, 1, ANY },
    { "dictionary", "[--languages PAIR] [--replace] add FILE...|list|remove NAME...",
      "add, list or remove dictionaries: CEDICT, ECDICT, StarDict, dictd", cli_dictionary,
      EVERYWHERE | FLAG_FORMAT | FLAG_LANGUAGES | FLAG_REPLACE, 1, ANY },
    { "align", "[--segmented] [--unit UNIT] [--mode MODE] A B",
      "print which passages of two texts belong together", cli_align,
      EVERYWHERE | FLAG_FORMAT | FLAG_SEGMENTED | FLAG_UNIT | FLAG_MODE | FLAG_LADDER, 2, 2 },
    { "pairs", "[FOLDER]", "print which articles are versions of one text or tell of one event",
      cli_pairs, EVERYWHERE | FLAG_FORMAT, 0, 1 },
    { "figures", "A [B]", "print the figures of an article, or those of two compared",
      cli_figures, EVERYWHERE | FLAG_FORMAT, 1, 2 },
    { "compare", "A B [C]", "print what two reports tell alike, otherwise, or alone", cli_compare,
      EVERYWHERE | NAMES | FLAG_FORMAT | FLAG_REPORT, 2, 3 },
    { "quotes", "A...", "print who says what in articles, and in which words", cli_quotes,
      EVERYWHERE | NAMES | FLAG_FORMAT, 1, ANY },
    { "timeline", "[--published DATE] [ARTICLE|FILE|FOLDER]...",
      "print what happened when, and which articles tell it", cli_timeline,
      EVERYWHERE | NAMES | FLAG_FORMAT | FLAG_MARKDOWN | FLAG_PUBLISHED, 0, ANY },
    { "note", "add --quote TEXT [OPTION]... A|list [A]...|remove ID...|review|import FILE",
      "add, list, remove, review or import annotations", cli_note,
      EVERYWHERE | FLAG_FORMAT | FLAG_QUOTE | FLAG_PREFIX | FLAG_SUFFIX | FLAG_COUNTERPART | FLAG_COMMENT | FLAG_TAG |
          FLAG_KIND | FLAG_SINCE | FLAG_UNTIL,
      1, ANY },
    { "export", "[OPTION]... [ARTICLE]...",
      "print annotations in the formats of other programs", cli_export,
      EVERYWHERE | NAMES | FLAG_FORMAT | FLAG_PRINTER | FLAG_ANNOTATED | FLAG_TEMPLATE | FLAG_PRESET |
          FLAG_OUTPUT | FLAG_TAG | FLAG_KIND | FLAG_SINCE | FLAG_UNTIL | FLAG_STORY | FLAG_ENTITY |
          FLAG_STATE | FLAG_SPLIT | FLAG_FRONT | FLAG_CALLOUTS | FLAG_NO_BOM | FLAG_WITH_PATHS | FLAG_OVER_EDITS,
      0, ANY },
    { "words", "[--unknown] [--tag TAG] [--since DATE] [--until DATE]",
      "print the words kept to be learned, as a table or for Anki", cli_words,
      EVERYWHERE | FLAG_FORMAT | FLAG_CARDS | FLAG_UNKNOWN | FLAG_TAG | FLAG_SINCE | FLAG_UNTIL, 0, 0 },
    { "search", "[--limit N] QUERY [FOLDER/]...",
      "print where the collection's articles have the words, the best first", cli_search,
      EVERYWHERE | FLAG_FORMAT | FLAG_LIMIT, 1, ANY },
    { "check", "[DIR]", "look for faults in a collection", cli_check,
      EVERYWHERE | NAMES | FLAG_FORMAT, 0, 1 },
    { "help", "[COMMAND]", "say how the program is used", cli_help,
      EVERYWHERE | FLAG_FORMAT, 0, 1 },
    { "version", "", "say which version this is", cli_version, EVERYWHERE, 0, 0 },
    { .name = NULL },
};

const struct subcommand *subcommand_table(void)
{
    return commands;
}
