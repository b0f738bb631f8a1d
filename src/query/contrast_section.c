#include "query/contrast_section.h"

#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "text/wordlist.h"

static const struct contrast_section sections[] = {
    { N_("Figures that differ"), CONTRAST_FIGURE, CONTRAST_DIFFER },
    { N_("Dates that differ"), CONTRAST_DATE, CONTRAST_DIFFER },
    { N_("Figures told less exactly by one"), CONTRAST_FIGURE, CONTRAST_ROUNDED },
    { N_("Dates told less exactly by one"), CONTRAST_DATE, CONTRAST_ROUNDED },
    { N_("Dates only in %s"), CONTRAST_DATE, CONTRAST_ONLY_A },
    { N_("Dates only in %s"), CONTRAST_DATE, CONTRAST_ONLY_B },
    { N_("Who speaks only in %s"), CONTRAST_SPEAKER, CONTRAST_ONLY_A },
    { N_("Who speaks only in %s"), CONTRAST_SPEAKER, CONTRAST_ONLY_B },
    { N_("What both tell"), CONTRAST_PASSAGE, CONTRAST_BOTH },
    { N_("What only %s tells, as far as is found"), CONTRAST_PASSAGE, CONTRAST_ONLY_A },
    { N_("What only %s tells, as far as is found"), CONTRAST_PASSAGE, CONTRAST_ONLY_B },
    { N_("Figures only in %s"), CONTRAST_FIGURE, CONTRAST_ONLY_A },
    { N_("Figures only in %s"), CONTRAST_FIGURE, CONTRAST_ONLY_B },
    { N_("Names only in %s"), CONTRAST_NAME, CONTRAST_ONLY_A },
    { N_("Names only in %s"), CONTRAST_NAME, CONTRAST_ONLY_B },
    { N_("Your notes on both"), CONTRAST_NOTE, CONTRAST_BOTH },
    { N_("Your notes on %s"), CONTRAST_NOTE, CONTRAST_ONLY_A },
    { N_("Your notes on %s"), CONTRAST_NOTE, CONTRAST_ONLY_B },
    { N_("Figures that agree"), CONTRAST_FIGURE, CONTRAST_AGREE },
    { N_("Dates that agree"), CONTRAST_DATE, CONTRAST_AGREE },
};

const struct contrast_section *contrast_section(size_t index)
{
    return index < sizeof sections / sizeof *sections ? &sections[index] : NULL;
}

int contrast_section_side(const struct contrast_section *section)
{
    return section->status == CONTRAST_ONLY_A ? 0 : section->status == CONTRAST_ONLY_B ? 1 : -1;
}

bool contrast_section_is_by_sentence(const struct contrast_section *section)
{
    return contrast_section_side(section) >= 0 &&
           (section->kind == CONTRAST_FIGURE || section->kind == CONTRAST_DATE);
}

const struct contrast_row *contrast_section_row(const struct contrast *contrast,
                                                const struct contrast_section *section, size_t *at)
{
    while (*at < contrast->count) {
        const struct contrast_row *row = &contrast->items[(*at)++];
        if (row->kind == section->kind && row->status == section->status)
            return row;
    }
    return NULL;
}

/* Whether the row is the headline of one: its first block, which is a heading or one line without a
 * stop. */
static bool is_lone_headline(const struct contrast *contrast, const struct contrast_row *row)
{
    static const char stops[] = ". ! ? 。 ！ ？ ” \"";
    const struct document *document = contrast->sides[row->status == CONTRAST_ONLY_B].document;
    struct span span = row->spans[row->status == CONTRAST_ONLY_B];
    bool lone = row->status == CONTRAST_ONLY_A || row->status == CONTRAST_ONLY_B;
    return row->kind == CONTRAST_PASSAGE && lone && document->block_count > 1 &&
           span.start == document->blocks[0].start && span.end <= document->blocks[1].start &&
           (document->blocks[0].kind == BLOCK_HEADING ||
            (span.end >= document->blocks[0].end &&
             wordlist_before(document->text, span.start, document->blocks[0].end, stops) == 0));
}

const struct contrast_row *contrast_section_line(const struct contrast *contrast,
                                                 const struct contrast_section *section, size_t *at)
{
    const struct contrast_row *row;
    do
        row = contrast_section_row(contrast, section, at);
    while (row != NULL && is_lone_headline(contrast, row));
    return row;
}

static bool is_bilingual(const struct contrast *contrast)
{
    return contrast->sides[0].document->language != contrast->sides[1].document->language;
}

char *contrast_title(const struct contrast *contrast, const struct contrast_section *section)
{
    const char *title = message_text(section->title);
    const char *hole = strstr(title, "%s");
    const char *id = contrast->sides[section->status == CONTRAST_ONLY_B].id;
    /* across languages the other may call them by a name that is not known */
    if (section->kind == CONTRAST_SPEAKER && is_bilingual(contrast))
        return xasprintf(_("Who speaks in %s, as far as known only there"), id);
    if (hole == NULL)
        return xstrdup(title);
    return xasprintf("%.*s%s%s", (int)(hole - title), title, id, hole + 2);
}

const char *contrast_kind_name(enum contrast_kind kind)
{
    static const char *const names[] = { "figure", "date", "passage", "speaker", "name", "note" };
    return names[kind];
}

const char *contrast_status_name(enum contrast_status status)
{
    static const char *const names[] = { "both", "agree", "rounded", "differ", "only-a", "only-b" };
    return names[status];
}
