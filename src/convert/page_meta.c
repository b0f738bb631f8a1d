#include "convert/page_meta.h"

#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/xalloc.h"
#include "doc/guess.h"

void page_meta_offer(char **field, const char *value)
{
    while (isspace((unsigned char)*value))
        value++;
    size_t length = strlen(value);
    while (length > 0 && isspace((unsigned char)value[length - 1]))
        length--;
    if (*field == NULL && length > 0)
        *field = xstrndup(value, length);
}

char *page_meta_date(const char *text)
{
    unsigned year;
    unsigned month;
    unsigned day;
    char separator[2];
    int used = 0;
    bool found = sscanf(text, " %4u%1[-/.]%2u%*1[-/.]%2u", &year, separator, &month, &day) == 4;
    if (!found)
        found = sscanf(text, " %4u年%2u月%2u日", &year, &month, &day) == 3;
    if (!found)
        found = sscanf(text, " %4u%2u%2u%n", &year, &month, &day, &used) == 3 && used >= 8;
    if (found && year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31)
        return xasprintf("%04u-%02u-%02u", year, month, day);
    return xstrdup(text);
}

void page_meta_free(struct page_meta *meta)
{
    free(meta->title);
    free(meta->author);
    free(meta->published);
    free(meta->publisher);
    free(meta->source);
    free(meta->lang);
    free(meta->base);
    *meta = (struct page_meta){ 0 };
}

/* "C" is the locale of a build, "und" and its like tell that nobody knows. */
static bool is_language(const char *tag)
{
    static const char *const none[] = { "und", "mul", "mis", "zxx" };
    size_t length = strcspn(tag, "-_");
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (length == 3 && strncasecmp(tag, none[i], 3) == 0)
            return false;
    return length > 1 && strncasecmp(tag, "POSIX", 6) != 0;
}

const char *page_meta_language(const struct page_meta *meta, const struct buffer *text)
{
    if (meta->lang == NULL || !is_language(meta->lang))
        return NULL;
    enum language seen = guess_language(buffer_text(text), text->length);
    enum language said = guess_language_of_tag(meta->lang);
    bool chinese = seen == LANGUAGE_CHINESE && said != LANGUAGE_CHINESE;
    bool english = seen == LANGUAGE_ENGLISH && said == LANGUAGE_CHINESE;
    return chinese || english ? NULL : meta->lang;
}

void page_meta_write(const struct page_meta *meta, const char *lang, struct stream *stream)
{
    const struct {
        const char *key;
        const char *value;
    } fields[] = {
        { "title", meta->title },         { "lang", lang },
        { "byline", meta->author },       { "published", meta->published },
        { "publisher", meta->publisher }, { "source", meta->source },
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (fields[i].value != NULL)
            stream_meta(stream, fields[i].key, fields[i].value);
    }
}
