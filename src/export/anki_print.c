#include "export/anki_print.h"

#include <string.h>

#include "text/sanitize.h"

void anki_print_head(struct buffer *out)
{
    buffer_add_text(out, "#separator:tab\n#html:false\n"
                         "#columns:word\treading\ttranslation\tsentence\tcounterpart\tarticle\ttags\n"
                         "#tags column:7\n");
}

/* White space is a blank; what a terminal may not have, nobody may. */
static void add_field(struct buffer *out, const char *text, char end)
{
    struct buffer spaced = { 0 };
    struct buffer clean = { 0 };
    for (const char *at = text; *at != '\0'; at++)
        buffer_add_byte(&spaced, strchr("\t\n\r", *at) != NULL ? ' ' : *at);
    sanitize_line(&clean, buffer_text(&spaced), spaced.length);
    bool quoted = *buffer_text(&clean) == '#' || strchr(buffer_text(&clean), '"') != NULL;
    buffer_add_text(out, quoted ? "\"" : "");
    for (const char *at = buffer_text(&clean); *at != '\0'; at++) {
        buffer_add_text(out, *at == '"' ? "\"" : "");
        buffer_add_byte(out, *at);
    }
    buffer_add_text(out, quoted ? "\"" : "");
    buffer_add_byte(out, end);
    buffer_free(&clean);
    buffer_free(&spaced);
}

void anki_print_word(struct buffer *out, const struct annotation *annotation)
{
    const struct annotation_target *here = annotation_target(annotation, TARGET_SELECTION);
    const struct annotation_target *there = annotation_target(annotation, TARGET_COUNTERPART);
    struct buffer tags = { 0 };
    for (size_t i = 0; i < annotation->tag_count; i++) {
        buffer_add_text(&tags, i > 0 ? " " : "");
        for (const char *at = annotation->tags[i]; *at != '\0'; at++)
            buffer_add_byte(&tags, strchr(" \t\n\r", *at) != NULL ? '_' : *at);
    }
    add_field(out, annotation_word(annotation), '\t');
    add_field(out, annotation->reading, '\t');
    add_field(out, annotation->comment, '\t');
    add_field(out, annotation_sentence(annotation), '\t');
    add_field(out, there != NULL ? there->quote : "", '\t');
    add_field(out, here != NULL ? here->article : "", '\t');
    add_field(out, buffer_text(&tags), '\n');
    buffer_free(&tags);
}
