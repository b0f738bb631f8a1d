#include "notes/note_syntax.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/ascii.h"
#include "text/wordlist.h"

/* Length of the tag at `text` without its #, 0 when there is none. Any byte of a letter that is not
 * ASCII counts as a letter, but for the punctuation of Chinese. */
static size_t tag_length(const char *text, size_t room)
{
    static const char *const stops[] = {
        "，", "。", "；", "：", "、", "！", "？", "　", "”", "）"
    };
    size_t at = 1;
    bool letters = false;
    if (room < 2 || text[0] != '#')
        return 0;
    while (at < room) {
        unsigned char byte = (unsigned char)text[at];
        bool stopped = false;
        for (size_t i = 0; i < sizeof stops / sizeof stops[0] && byte >= 0xE2; i++)
            stopped = stopped || (room - at >= 3 && memcmp(text + at, stops[i], 3) == 0);
        bool digit = byte >= '0' && byte <= '9';
        bool letter = byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (stopped || (!digit && !letter && byte != '-' && byte != '_' && byte != '/'))
            break;
        letters = letters || letter;
        at++;
    }
    return letters ? at - 1 : 0;
}

static void add_tag(struct annotation *annotation, const char *text, size_t length)
{
    char *tag = xstrndup(text, length);
    annotation_add_tag(annotation, tag);
    free(tag);
}

/* Tags from elsewhere may be such as nobody can type: they stay as they are. */
static bool can_be_typed(const char *tag)
{
    char *typed = xasprintf("#%s", tag);
    bool ok = tag_length(typed, strlen(typed)) == strlen(tag);
    free(typed);
    return ok;
}

static void clear_tags(struct annotation *annotation)
{
    size_t kept = 0;
    for (size_t i = 0; i < annotation->tag_count; i++) {
        if (can_be_typed(annotation->tags[i]))
            free(annotation->tags[i]);
        else
            annotation->tags[kept++] = annotation->tags[i];
    }
    annotation->tag_count = kept;
}

/* The end of text[from, end) without what is nothing but tags behind it. */
static size_t before_tags(const char *text, size_t from, size_t end)
{
    for (;;) {
        while (end > from && ascii_is_space(text[end - 1]))
            end--;
        size_t word = end;
        while (word > from && !ascii_is_space(text[word - 1]))
            word--;
        size_t tag = tag_length(text + word, end - word);
        if (tag == 0 || tag + 1 != end - word)
            return end;
        end = word;
    }
}

static void add_tags(struct annotation *annotation, const char *text, size_t length)
{
    for (size_t at = 0; at < length; at++) {
        if (at > 0 && !ascii_is_space(text[at - 1]))
            continue;
        add_tag(annotation, text + at + 1, tag_length(text + at, length - at));
    }
}

/* Takes [[name]] at the beginning. Returns its length, 0 none. */
static size_t read_entity(const char *text, size_t length, struct annotation *annotation)
{
    const char *end = length > 4 && memcmp(text, "[[", 2) == 0 ? strstr(text, "]]") : NULL;
    if (end == NULL || end == text + 2 || (size_t)(end - text) + 2 > length ||
        memchr(text, '\n', (size_t)(end - text)) != NULL)
        return 0;
    free(annotation->entity);
    annotation->entity = xstrndup(text + 2, strcspn(text + 2, "|#]")); /* "[[ma|Jack Ma]]" is ma */
    return (size_t)(end - text) + 2;
}

static size_t skip_blanks(const char *text, size_t at, size_t end)
{
    while (at < end && ascii_is_space(text[at]))
        at++;
    return at;
}

void note_syntax_read(const char *typed, bool keep_kind, struct annotation *annotation)
{
    size_t length = strlen(typed);
    size_t at = skip_blanks(typed, 0, length);
    clear_tags(annotation);
    annotation_set(&annotation->entity, "");
    size_t line = length; /* where the last line begins, of several */
    while (line > at && ascii_is_space(typed[line - 1]))
        line--;
    while (line > at && typed[line - 1] != '\n')
        line--;
    size_t end = before_tags(typed, line, length);
    if (end > line && line > at) /* the last line has more than tags */
        end = before_tags(typed, length, length);
    end = end < at ? at : end;
    size_t question = wordlist_at(typed, at, end, "? ？");
    at = skip_blanks(typed, at + question, end);
    size_t entity = read_entity(typed + at, end - at, annotation);
    at = skip_blanks(typed, at + entity, end);
    if (line <= at) {
        size_t tag;
        while ((tag = tag_length(typed + at, end - at)) > 0 &&
               (at + tag + 1 == end || ascii_is_space(typed[at + tag + 1]))) {
            add_tag(annotation, typed + at + 1, tag);
            at = skip_blanks(typed, at + tag + 1, end);
        }
        add_tags(annotation, typed + at, end - at);
    }
    while (end > at && ascii_is_space(typed[end - 1]))
        end--;
    if (end < length)
        add_tags(annotation, typed + end, length - end);
    free(annotation->comment);
    annotation->comment = xstrndup(typed + at, end > at ? end - at : 0);
    if (keep_kind)
        return;
    annotation->kind = *annotation->entity != '\0'    ? ANNOTATION_LINK
                       : question > 0                 ? ANNOTATION_QUESTION
                       : *annotation->comment != '\0' ? ANNOTATION_COMMENT
                       : annotation->tag_count > 0    ? ANNOTATION_TAG
                                                      : ANNOTATION_HIGHLIGHT;
}

enum annotation_kind note_syntax_kind(const char *typed)
{
    struct annotation annotation;
    annotation_begin(&annotation);
    note_syntax_read(typed, false, &annotation);
    enum annotation_kind kind = annotation.kind;
    annotation_free(&annotation);
    return kind;
}

/* Whether the comment, typed by itself, would give that tag already. */
static bool says_tag(const char *comment, const char *tag)
{
    if (strchr(comment, '\n') != NULL)
        return false;
    size_t length = strlen(tag);
    for (const char *at = comment; (at = strchr(at, '#')) != NULL; at++)
        if ((at == comment || ascii_is_space(at[-1])) && tag_length(at, strlen(at)) == length &&
            memcmp(at + 1, tag, length) == 0)
            return true;
    return false;
}

void note_syntax_write(const struct annotation *annotation, struct buffer *out)
{
    size_t start = out->length;
    if (annotation->kind == ANNOTATION_QUESTION)
        buffer_add_text(out, "? ");
    if (*annotation->entity != '\0')
        buffer_add_format(out, "[[%s]] ", annotation->entity);
    buffer_add_text(out, annotation->comment);
    bool several = strchr(annotation->comment, '\n') != NULL;
    for (size_t i = 0; i < annotation->tag_count; i++) {
        if (says_tag(annotation->comment, annotation->tags[i]) ||
            !can_be_typed(annotation->tags[i]))
            continue;
        bool blank = out->length == start || ascii_is_space(out->data[out->length - 1]);
        buffer_add_text(out, several ? "\n\n" : blank ? "" : " ");
        buffer_add_format(out, "#%s", annotation->tags[i]);
        several = false;
    }
}

size_t note_syntax_tag_begun(const char *typed, size_t cursor)
{
    size_t at = cursor;
    while (at > 0 && !ascii_is_space(typed[at - 1]))
        at--;
    return at < cursor && typed[at] == '#' ? at + 1 : cursor + 1;
}
