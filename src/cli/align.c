#include "cli/align.h"

#include <stdlib.h>
#include <string.h>

#include "query/aligner.h"
#include "base/message.h"
#include "base/file.h"
#include "base/vector.h"
#include "align/sentence_model.h"
#include "align/align_mode.h"
#include "align/paragraphs.h"
#include "cli/align_print.h"
#include "cli/progress.h"
#include "library/target.h"
#include "text/sanitize.h"

#define BROKEN_SHARE 200 /* one ill-formed place in so many bytes is no slip */

/* One of the two texts: an article, or lines. */
struct version {
    struct target target;
    struct document *document; /* NULL for lines */
    struct buffer lines;       /* their clean text */
    struct aligner_text text;
    const char *language;
    size_t broken; /* ill-formed places */
};

static void close_version(struct version *version)
{
    document_free(version->document);
    buffer_free(&version->lines);
    aligner_text_free(&version->text);
    target_free(&version->target);
}

/* Every line is a sentence, an empty one too, so that numbers stay those of the lines. */
static void split_lines(struct version *version, const char *bytes, size_t length)
{
    struct aligner_text *text = &version->text;
    struct sanitize_counts counts = { 0 };
    for (size_t at = 0; at < length;) {
        const char *newline = memchr(bytes + at, '\n', length - at);
        size_t end = newline != NULL ? (size_t)(newline - bytes) : length;
        size_t start = version->lines.length;
        size_t size = end - at;
        if (size > 0 && bytes[end - 1] == '\r')
            size--;
        sanitize_source(bytes + at, size, &version->lines, &counts);
        for (size_t i = start; i < version->lines.length; i++) {
            if (version->lines.data[i] == '\n')
                version->lines.data[i] = ' ';
        }
        VECTOR_PUSH(&text->sentences,
                    (struct side_sentence){ .span = { start, version->lines.length } });
        buffer_add_byte(&version->lines, '\n');
        at = end + 1;
    }
    version->broken = counts.ill_formed;
    text->side = (struct side){ .text = buffer_text(&version->lines),
                                .length = version->lines.length,
                                .sentences = text->sentences.items,
                                .count = text->sentences.count };
}

static bool open_lines(struct version *version, struct error *error)
{
    struct buffer bytes = { 0 };
    if (!file_read(version->target.path, 0, &bytes, error))
        return false;
    split_lines(version, buffer_text(&bytes), bytes.length);
    buffer_free(&bytes);
    return true;
}

static bool open_version(struct context *context, const struct aligner *aligner, const char *name,
                         struct version *version, struct error *error)
{
    const char *language = NULL;
    *version = (struct version){ 0 };
    if (!target_resolve(context_collection(context, NULL), name, &version->target, error))
        return false;
    if ((context->arguments->given & FLAG_SEGMENTED) != 0) {
        if (!open_lines(version, error))
            return false;
    } else {
        version->document = context_read(context, version->target.path, error);
        if (version->document == NULL)
            return false;
        aligner_read(aligner, version->document, &version->text);
        version->broken = version->document->repaired.ill_formed;
        language = frontmatter_get(version->document->frontmatter, "lang");
    }
    version->language = language != NULL                     ? language
                        : corpus_is_han(&version->text.side) ? "zh"
                                                             : "en";
    return true;
}

/* What a reader should know who wonders at the result. */
static void tell_doubts(struct context *context, const struct version *version)
{
    struct error error;
    if (version->text.side.count == 0) {
        error_set(&error, "%s: there is no sentence in it: nothing can belong together",
                  version->target.id);
        context_fail(context, &error, 0);
    } else if (version->broken > 0 && version->broken >= version->text.side.length / BROKEN_SHARE) {
        error_set(&error, "%s: is no UTF-8 in %zu places; iconv(1) may convert it",
                  version->target.id, version->broken);
        context_fail(context, &error, 0);
    }
}

/* What the reader says, else what the front matter says. */
static enum align_mode mode_for(const struct context *context, const struct version versions[2])
{
    enum align_mode mode = ALIGN_AUTO;
    if (context->arguments->mode != NULL && align_mode_parse(context->arguments->mode, &mode) &&
        mode != ALIGN_AUTO)
        return mode;
    return aligner_mode(versions[0].document, versions[0].target.id, versions[1].document,
                        versions[1].target.id);
}

static bool go_on(void *data, double done)
{
    return progress_go_on(data, "aligning", (size_t)(done * (double)PROGRESS_PERCENT), PROGRESS_PERCENT);
}

/* With a bar: books take their time. */
static bool align_texts(struct context *context, struct aligner *aligner, struct parallel_task *task,
                        struct alignment *alignment, struct error *error)
{
    struct progress progress;
    progress_begin(&progress, context_line_width(context));
    task->go_on = go_on;
    task->data = &progress;
    bool ok = aligner_align(aligner, task, alignment, error);
    progress_end(&progress);
    if (!ok && progress.stopped)
        error_set(error, "align: stopped");
    return ok;
}

static int print(struct context *context, struct aligner *aligner, struct version versions[2])
{
    struct error error;
    struct alignment alignment = { 0 }, paragraphs = { 0 };
    struct parallel_task task = { .a = &versions[0].text.side, .b = &versions[1].text.side };
    struct align_sheet sheet = { { task.a, task.b },
                                 { versions[0].language, versions[1].language },
                                 { versions[0].target.id, versions[1].target.id },
                                 &alignment,
                                 NULL };
    struct buffer reason = { 0 };
    size_t linked = 0;
    task.mode = mode_for(context, versions);
    tell_doubts(context, &versions[0]);
    tell_doubts(context, &versions[1]);
    if (!align_texts(context, aligner, &task, &alignment, &error))
        return context_fail(context, &error, STATUS_NOT_DONE);
    if (context->arguments->by_paragraph) {
        paragraphs_align(task.a, task.b, &alignment, &paragraphs);
        sheet.alignment = &paragraphs;
    }
    message_use(NULL); /* what commands print is the same in every language */
    align_mode_explain(task.mode, &alignment, align_mode_is_bare(&task), &reason);
    sheet.reason = buffer_text(&reason);
    align_print(context->out, context->arguments->format, &sheet);
    for (size_t i = 0; i < alignment.count; i++)
        linked += alignment.items[i].a_count > 0 && alignment.items[i].b_count > 0;
    buffer_free(&reason);
    alignment_free(&alignment);
    alignment_free(&paragraphs);
    return linked > 0 ? STATUS_DONE : STATUS_NOT_DONE;
}

static int align(struct context *context, struct aligner *aligner, const char *const *names)
{
    struct error error;
    struct version versions[2] = { { .document = NULL }, { .document = NULL } };
    bool ok = open_version(context, aligner, names[0], &versions[0], &error) &&
              open_version(context, aligner, names[1], &versions[1], &error);
    int status =
        ok ? print(context, aligner, versions) : context_fail(context, &error, STATUS_NOT_DONE);
    close_version(&versions[0]);
    close_version(&versions[1]);
    return status;
}

int cli_align(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    const struct arguments *arguments = context->arguments;
    (void)count;
    if (arguments->by_paragraph && (arguments->given & FLAG_SEGMENTED) != 0) {
        error_set(&error, "--unit: with --segmented there are no paragraphs");
        return context_fail(context, &error, STATUS_USAGE);
    }
    const struct entity_index *entity_index = context_entity_index(context, &error);
    if (entity_index == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    struct aligner *aligner =
        aligner_new(context_collection(context, NULL), entity_index,
                    context->environment->data_folder, context->environment->cache_folder);
    int status = align(context, aligner, names);
    aligner_free(aligner);
    return status;
}
