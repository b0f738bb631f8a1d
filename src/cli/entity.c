#include "cli/entity.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "cli/counter.h"
#include "cli/entities.h"
#include "cli/print.h"
#include "cli/survey.h"
#include "doc/reader.h"
#include "entity/kwic.h"
#include "text/sanitize.h"
#include "text/width.h"

#define NOTE_WIDTH 80
#define INDENT ((size_t)2) /* cells before a line of context; the first holds the mark of doubt */

struct concordance {
    struct context *context;
    uint32_t entity;
    size_t width;
    size_t mentions;
    size_t articles;
};

static char *part(const struct document *document, struct span span)
{
    struct buffer raw = { 0 };
    kwic_add(&raw, document, span);
    return buffer_take(&raw);
}

/* Cells before the column that the names stand in. */
static size_t left_cells(const struct concordance *concordance)
{
    size_t width = concordance->width;
    return width > INDENT ? (width - INDENT) * 2 / 5 : 0;
}

/* In a table a context is as long as it is for people, but not shortened for a long name. */
static void print_row(const struct concordance *concordance, const struct survey_text *text,
                      const struct mention *mention, struct counter *counter)
{
    size_t left = left_cells(concordance);
    struct span key = { mention->start, mention->end };
    struct kwic kwic = kwic_around(text->document, key, left, concordance->width - left);
    struct output *out = concordance->context->out;
    char *before = part(text->document, kwic.left), *behind = part(text->document, kwic.right);
    output_cell(out, text->id);
    counter_print(counter, key, out);
    output_cell(out, before);
    output_cell_span(out, text->document->text, key);
    output_cell(out, behind);
    free(before);
    free(behind);
}

static void add_part(struct buffer *line, const struct document *document, struct span span)
{
    char *text = part(document, span);
    sanitize_line(line, text, strlen(text));
    free(text);
}

static size_t width_of(const struct document *document, struct span span)
{
    struct buffer line = { 0 };
    add_part(&line, document, span);
    size_t width = width_text(buffer_text(&line), line.length);
    buffer_free(&line);
    return width;
}

/* The name in a column of its own; what is cut off is dots, one cell on either side. */
static void print_line(const struct concordance *concordance, const struct document *document,
                       const struct mention *mention)
{
    struct output *out = concordance->context->out;
    const char *dots = out->ascii ? "~" : "…";
    struct span key = { mention->start, mention->end };
    size_t left = left_cells(concordance);
    size_t used = INDENT + left + width_of(document, key);
    size_t right = concordance->width > used ? concordance->width - used : 0;
    struct kwic kwic = kwic_around(document, key, left > 0 ? left - 1 : 0,
                                   right > 0 ? right - 1 : 0);
    size_t filled = width_of(document, kwic.left) + (kwic.left_cut && left > 0);
    struct buffer line = { 0 };
    buffer_add_text(&line, mention->uncertain ? "? " : "  ");
    buffer_add_blanks(&line, left > filled ? left - filled : 0);
    buffer_add_text(&line, kwic.left_cut && left > 0 ? dots : "");
    add_part(&line, document, kwic.left);
    add_part(&line, document, key);
    add_part(&line, document, kwic.right);
    buffer_add_text(&line, kwic.right_cut && right > 0 ? dots : "");
    buffer_add_byte(&line, '\n');
    output_text(out, line.data, line.length);
    buffer_free(&line);
}

static void print_clean(struct output *out, const char *format, const char *text)
{
    struct buffer clean = { 0 };
    char *line = xasprintf(format, text);
    sanitize_line(&clean, line, strlen(line));
    buffer_add_byte(&clean, '\n');
    output_text(out, clean.data, clean.length);
    buffer_free(&clean);
    free(line);
}

static void print_mentions(void *data, const struct survey_text *text)
{
    struct concordance *concordance = data;
    struct output *out = concordance->context->out;
    bool table = concordance->context->arguments->format != OUTPUT_TEXT;
    struct counter counter = { text->document->text, 0, 0 };
    size_t here = 0;
    for (size_t i = 0; i < text->mentions->count; i++) {
        const struct mention *mention = &text->mentions->items[i];
        if (mention->entity != concordance->entity)
            continue;
        if (here++ == 0 && !table) {
            output_text(out, "\n", 1);
            print_clean(out, "%s", text->id);
        }
        if (table)
            print_row(concordance, text, mention, &counter);
        else
            print_line(concordance, text->document, mention);
    }
    concordance->mentions += here;
    concordance->articles += here > 0;
}

/* Names other than the first in each language; aliases of the covered note, too. */
static void add_names(const struct note *note, struct buffer *out)
{
    for (size_t i = 0; note != NULL && i < note->count; i++) {
        if (note->items[i].kind != NAME_ALIAS)
            continue;
        buffer_add_text(out, out->length > 0 ? ", " : "");
        buffer_add_text(out, note->items[i].text);
    }
}

/* Set in lines as the note is: aliases may be many. */
static void print_paragraph(const struct concordance *concordance, const struct buffer *text)
{
    struct document *document = reader_parse(buffer_text(text), text->length, READER_PLAIN, NULL);
    print_document(concordance->context->out, document,
                   context_width(concordance->context, NOTE_WIDTH));
    document_free(document);
}

static void print_head(const struct concordance *concordance)
{
    const struct entity_index *entity_index = concordance->context->entity_index;
    uint32_t entity = concordance->entity;
    const char *english = entity_index_name_in(entity_index, entity, NAME_ENGLISH);
    const char *chinese = entity_index_name_in(entity_index, entity, NAME_CHINESE);
    bool both = *english != '\0' && *chinese != '\0' && strcmp(english, chinese) != 0;
    struct buffer line = { 0 };
    struct buffer names = { 0 };
    buffer_add_format(&line, "%s%s%s\n", *english != '\0' ? english : chinese, both ? " · " : "",
                      both ? chinese : "");
    print_paragraph(concordance, &line);
    buffer_truncate(&line, 0);
    add_names(entity_index_note(entity_index, entity), &names);
    add_names(entity_index_covered(entity_index, entity), &names);
    const char *type = note_type_name(entity_index_type(entity_index, entity));
    buffer_add_format(&line, "%s%s%s\n", type, *type != '\0' && names.length > 0 ? " · " : "",
                      buffer_text(&names));
    if (line.length > 1)
        print_paragraph(concordance, &line);
    buffer_free(&names);
    buffer_free(&line);
}

/* False with a complaint when the note cannot be read (any more). */
static bool print_note(const struct concordance *concordance)
{
    struct context *context = concordance->context;
    struct error error;
    print_head(concordance);
    const char *path = entity_index_note(context->entity_index, concordance->entity)->path;
    struct document *note = reader_open(context->environment->conversion, path, &error);
    if (note == NULL) {
        context_fail(context, &error, STATUS_NOT_DONE);
        return false;
    }
    if (note->block_count > 0)
        output_text(context->out, "\n", 1);
    print_document(context->out, note, context_width(context, NOTE_WIDTH));
    document_free(note);
    return true;
}

static void print_count(const struct concordance *concordance)
{
    char *line = xasprintf("\n%zu mention%s in %zu article%s\n", concordance->mentions,
                           concordance->mentions == 1 ? "" : "s", concordance->articles,
                           concordance->articles == 1 ? "" : "s");
    output_text(concordance->context->out, line, strlen(line));
    free(line);
}

static int show_entity(struct context *context, uint32_t entity, const char *const *names,
                       size_t count)
{
    struct concordance concordance = { context, entity, (size_t)context_line_width(context), 0,
                                       0 };
    bool table = context->arguments->format != OUTPUT_TEXT;
    bool ok = true;
    if (table)
        context_table(context, "article start# end# left text right");
    else
        ok = print_note(&concordance);
    ok = survey_run(context, names, count, print_mentions, &concordance) && ok;
    if (table)
        output_table_end(context->out);
    else
        print_count(&concordance);
    return ok && (!table || concordance.mentions > 0) ? STATUS_DONE : STATUS_NOT_DONE;
}

static int fail_unknown(struct context *context, const char *name)
{
    struct error error;
    struct buffer near = { 0 };
    entity_index_suggest(context->entity_index, name, &near);
    error_set(&error, "%s: there is no note on anything of that name%s", name,
              buffer_text(&near));
    buffer_free(&near);
    return context_fail(context, &error, STATUS_NOT_DONE);
}

static int list_candidates(struct context *context, const char *name, size_t found,
                           const char *const *names, size_t count)
{
    struct error error;
    uint32_t *entities = xcalloc(found, sizeof *entities);
    entity_index_lookup(context->entity_index, name, entities, found);
    error_set(&error, "%s: %zu entities go by that name; take one of the ids under entity", name,
              found);
    context_fail(context, &error, STATUS_NOT_DONE);
    (void)entities_print(context, names, count, entities, found);
    free(entities);
    return STATUS_NOT_DONE;
}

int cli_entity(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    uint32_t entity;
    if (context_entity_index(context, &error) == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    size_t found = entity_index_lookup(context->entity_index, names[0], &entity, 1);
    if (found == 0)
        return fail_unknown(context, names[0]);
    if (found > 1)
        return list_candidates(context, names[0], found, names + 1, count - 1);
    return show_entity(context, entity, names + 1, count - 1);
}
