#include "export/cite_print.h"

#include <stdlib.h>
#include <string.h>

#include "export/articles.h"
#include "export/clean.h"
#include "export/escape_markup.h"
#include "export/json_writer.h"

static bool can_cite(const struct noted_article *article)
{
    return article->about != NULL &&
           (article->about->title[0] != '\0' || article->about->source[0] != '\0');
}

static bool takes(const struct note_record *record)
{
    const struct annotation_target *target = record_selection(record);
    if (target == NULL)
        target = record_counterpart(record);
    return target != NULL && (target->title[0] != '\0' || target->source[0] != '\0');
}

static void add_no_item(struct buffer *out, const struct export_set *set, size_t index)
{
    (void)out;
    (void)set;
    (void)index;
}

/* An article's id: letters, digits and "-_.:" of ASCII, all else "-"; a number behind what was there
 * before. */
static void add_key(struct buffer *out, const struct articles *articles, size_t index)
{
    struct buffer name = { 0 }, other = { 0 };
    size_t same = 0;
    articles_add_name(&articles->items[index], &name);
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.data[i];
        bool fits = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                    (byte >= '0' && byte <= '9') || strchr("-_.:", byte) != NULL;
        name.data[i] = fits ? byte : '-';
    }
    for (size_t i = 0; i < index; i++) {
        buffer_truncate(&other, 0);
        articles_add_name(&articles->items[i], &other);
        bool equal = other.length == name.length;
        for (size_t at = 0; equal && at < name.length; at++)
            equal = other.data[at] == name.data[at] || name.data[at] == '-';
        same += equal;
    }
    buffer_add_text(out, buffer_text(&name));
    if (same > 0)
        buffer_add_format(out, "-%zu", same + 1);
    buffer_free(&name);
    buffer_free(&other);
}

/* The numbers of an ISO 8601 date, as many as there are. */
static size_t read_date(const char *text, unsigned parts[3])
{
    size_t count = 0;
    static const size_t digits[] = { 4, 2, 2 };
    while (count < 3 && strspn(text, "0123456789") == digits[count]) {
        parts[count] = (unsigned)strtoul(text, NULL, 10);
        text += digits[count++];
        if (*text != '-')
            break;
        text++;
    }
    return count;
}

/* ---- BibTeX ---- */

static void add_tex_point(struct buffer *out, const struct clean_point *point)
{
    static const char *const names[] = { "\\", "\\textbackslash{}", "~", "\\textasciitilde{}",
                                         "^",  "\\textasciicircum{}" };
    if (point->hidden) {
        buffer_add_text(out, point->label);
        return;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i += 2)
        if (point->code == (unsigned char)names[i][0]) {
            buffer_add_text(out, names[i + 1]);
            return;
        }
    /* A brace would count even behind a backslash. */
    if (point->code == '{' || point->code == '}')
        buffer_add_text(out, point->code == '{' ? "\\textbraceleft{}" : "\\textbraceright{}");
    else if (point->code == '\n' || point->code == '\t')
        buffer_add_byte(out, ' ');
    else {
        if (point->code < 0x80 && strchr("&%$#_", (int)point->code) != NULL)
            buffer_add_byte(out, '\\');
        buffer_add(out, point->bytes, point->size);
    }
}

/* `keep`: in braces of its own, so that styles leave its capitals alone. */
static void add_tex(struct buffer *out, const char *field, const char *text, bool keep)
{
    struct cleaner cleaner;
    struct clean_point point;
    if (text[0] == '\0')
        return;
    buffer_add_format(out, "  %s = {%s", field, keep ? "{" : "");
    clean_begin(&cleaner, text, strlen(text));
    while (clean_next(&cleaner, &point))
        add_tex_point(out, &point);
    clean_end(&cleaner);
    buffer_add_text(out, keep ? "}},\n" : "},\n");
}

/* An address stands as it is, but for what BibTeX or TeX would stumble over. */
static void add_tex_address(struct buffer *out, const char *address)
{
    if (!escape_is_address(address))
        return;
    buffer_add_text(out, "  url = {");
    for (const char *at = address; *at != '\0'; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte <= 0x20 || byte >= 0x7F || strchr("{}\\\"<>^`|", *at) != NULL)
            buffer_add_format(out, "%%%02X", (unsigned)byte);
        else
            buffer_add_byte(out, *at);
    }
    buffer_add_text(out, "},\n");
}

static const char *tex_language(const char *lang)
{
    static const char *const names[] = { "en", "english", "zh", "chinese", "fr", "french",  "de",
                                         "german", "es", "spanish", "ja", "japanese", "ru", "russian" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i += 2)
        if (strncmp(lang, names[i], 2) == 0 && (lang[2] == '\0' || lang[2] == '-'))
            return names[i + 1];
    return "";
}

static void add_tex_entry(struct buffer *out, const struct articles *articles, size_t index)
{
    const struct annotation_target *about = articles->items[index].about;
    unsigned date[3];
    size_t parts = read_date(about->published, date);
    buffer_add_text(out, "@misc{");
    add_key(out, articles, index);
    buffer_add_text(out, ",\n");
    add_tex(out, "title", about->title, true);
    add_tex(out, "howpublished", about->publisher, false);
    if (parts > 0)
        buffer_add_format(out, "  year = {%04u},\n", date[0]);
    if (parts > 1)
        buffer_add_format(out, "  month = %u,\n", date[1]);
    if (parts > 2)
        buffer_add_format(out, "  day = {%u},\n", date[2]);
    add_tex_address(out, about->source);
    add_tex(out, "langid", tex_language(about->lang), false);
    buffer_add_text(out, "}\n");
}

static void end_bibtex(struct buffer *out, const struct export_set *set)
{
    struct articles articles;
    size_t count = 0;
    articles_find(&articles, set);
    for (size_t i = 0; i < articles.count; i++) {
        if (!can_cite(&articles.items[i]))
            continue;
        buffer_add_text(out, count++ > 0 ? "\n" : "");
        add_tex_entry(out, &articles, i);
    }
    articles_free(&articles);
}

/* ---- CSL-JSON ---- */

static void add_csl_date(struct json_writer *json, const char *published)
{
    unsigned date[3];
    size_t parts = read_date(published, date);
    if (parts == 0)
        return;
    json_writer_open(json, "issued", '{');
    json_writer_open(json, "date-parts", '[');
    json_writer_open(json, NULL, '[');
    for (size_t i = 0; i < parts; i++)
        json_writer_number(json, NULL, date[i]);
    json_writer_close(json, ']');
    json_writer_close(json, ']');
    json_writer_close(json, '}');
}

static void add_csl_item(struct json_writer *json, const struct articles *articles, size_t index)
{
    const struct annotation_target *about = articles->items[index].about;
    struct buffer key = { 0 };
    add_key(&key, articles, index);
    json_writer_open(json, NULL, '{');
    json_writer_text(json, "id", buffer_text(&key));
    json_writer_text(json, "type", escape_is_address(about->source) ? "webpage" : "document");
    json_writer_known(json, "title", about->title);
    json_writer_known(json, "container-title", about->publisher);
    add_csl_date(json, about->published);
    if (escape_is_address(about->source))
        json_writer_text(json, "URL", about->source);
    json_writer_known(json, "language", about->lang);
    json_writer_close(json, '}');
    buffer_free(&key);
}

static void end_csl(struct buffer *out, const struct export_set *set)
{
    struct articles articles;
    struct json_writer json = { .out = out };
    articles_find(&articles, set);
    json_writer_open(&json, NULL, '[');
    for (size_t i = 0; i < articles.count; i++)
        if (can_cite(&articles.items[i]))
            add_csl_item(&json, &articles, i);
    json_writer_close(&json, ']');
    buffer_add_byte(out, '\n');
    articles_free(&articles);
}

const struct printer bibtex_printer = { .name = "bibtex",
                                        .extension = "bib",
                                        .item = add_no_item,
                                        .end = end_bibtex,
                                        .takes = takes };

const struct printer csl_printer = { .name = "csl",
                                     .extension = "json",
                                     .item = add_no_item,
                                     .end = end_csl,
                                     .takes = takes };
