#include "cli/words.h"

#include "export/anki_print.h"
#include "notes/store.h"

struct word_listing {
    struct context *context;
    size_t count;
};

static void print_cards(struct context *context, const struct annotation *word)
{
    struct buffer line = { 0 };
    if (word == NULL)
        anki_print_head(&line);
    else
        anki_print_word(&line, word);
    output_text(context->out, buffer_text(&line), line.length);
    buffer_free(&line);
}

static void print_row(struct context *context, const struct annotation *word)
{
    const struct annotation_target *here = annotation_target(word, TARGET_SELECTION);
    const struct annotation_target *there = annotation_target(word, TARGET_COUNTERPART);
    const char *const values[] = {
        annotation_word(word),
        word->reading,
        word->comment,
        annotation_sentence(word),
        there != NULL ? there->quote : "",
        here != NULL ? here->article : "",
    };
    output_row(context->out, values);
}

static bool print(void *data, const struct annotation *word)
{
    struct word_listing *listing = data;
    struct context *context = listing->context;
    if ((context->arguments->given & FLAG_UNKNOWN) != 0 &&
        annotation_has_tag(word, ANNOTATION_KNOWN))
        return true;
    listing->count++;
    if (context->arguments->format == OUTPUT_ANKI)
        print_cards(context, word);
    else
        print_row(context, word);
    return !context->out->failed;
}

int cli_words(struct context *context, const char *const *names, size_t count)
{
    struct error error = { "" };
    const struct note_arguments *note = &context->arguments->note;
    const struct store_filter filter = { .kinds = 1u << ANNOTATION_WORD,
                                         .tag = note->tag_count > 0 ? note->tags[0] : NULL,
                                         .since = note->since,
                                         .until = note->until };
    struct word_listing listing = { .context = context };
    const char *folder = context->environment->data_folder;
    bool cards = context->arguments->format == OUTPUT_ANKI;
    (void)names;
    (void)count;
    if (folder == NULL) {
        error_set(&error, "words: there is no home folder to keep words in");
        return context_fail(context, &error, STATUS_NOT_DONE);
    }
    struct store *store = store_open(folder, STORE_READ, &error);
    if (store == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    if (cards)
        print_cards(context, NULL);
    else
        context_table(context, "word reading translation sentence counterpart article");
    size_t damaged = 0;
    bool ok = store_each(store, &filter, print, &listing, &damaged, &error);
    if (!cards)
        output_table_end(context->out);
    if (!ok)
        context_fail(context, &error, 0);
    context_tell_notice(context, store);
    store_close(store);
    return ok && damaged == 0 && listing.count > 0 ? STATUS_DONE : STATUS_NOT_DONE;
}
