#include "library/article.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "doc/document.h"
#include "doc/encoding.h"
#include "doc/file_kind.h"
#include "doc/frontmatter.h"
#include "doc/reader.h"
#include "doc/word_count.h"
#include "text/ascii.h"
#include "text/sanitize.h"
#include "text/utf8.h"

/* As much of the body as is looked at for a title and the language. */
#define BODY_LOOK ((size_t)4 << 10)
#define PART_READ ((size_t)1 << 20) /* bytes of a long file at a time */

/* Of files that differ in it alone the first one has the plain id: what is read as it is goes
 * before what has to be converted. */
static const char *const extensions[] = { ".markdown", ".md",   ".mkd",   ".txt",
                                          ".html",     ".htm",  ".xhtml", ".epub",
                                          ".docx",     ".odt",  ".mhtml", ".mht",
                                          ".eml",      ".srt",  ".vtt" };

static const char *find_extension(const char *name)
{
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot != NULL && i < sizeof extensions / sizeof *extensions; i++) {
        if (strcmp(dot, extensions[i]) == 0)
            return dot;
    }
    return NULL;
}

bool article_is_name(const char *name)
{
    return name[0] != '.' && find_extension(name) != NULL;
}

const char *article_extension(size_t index)
{
    return index < sizeof extensions / sizeof *extensions ? extensions[index] : NULL;
}

static size_t rank_of(const char *extension)
{
    size_t rank = 0;
    while (rank < sizeof extensions / sizeof *extensions &&
           strcmp(extensions[rank], extension) != 0)
        rank++;
    return rank;
}

int article_compare_extensions(const char *a, const char *b)
{
    size_t left = rank_of(a);
    size_t right = rank_of(b);
    return left != right ? (left < right ? -1 : 1) : strcmp(a, b);
}

char *article_stem(const char *name)
{
    const char *dot = find_extension(name);
    return dot != NULL ? xstrndup(name, (size_t)(dot - name)) : xstrdup(name);
}

const char *article_id_language(const char *id)
{
    const char *slash = strrchr(id, '/');
    const char *dot = strrchr(slash != NULL ? slash : id, '.');
    if (dot == NULL || dot == id)
        return "";
    const char *tag = dot + 1;
    size_t letters = 0;
    while (ascii_is_letter(tag[letters]))
        letters++;
    if (letters < 2 || letters > 3)
        return "";
    const char *rest = tag + letters;
    while (*rest == '-' && (ascii_is_letter(rest[1]) || (rest[1] >= '0' && rest[1] <= '9'))) {
        rest++;
        while (ascii_is_letter(*rest) || (*rest >= '0' && *rest <= '9'))
            rest++;
    }
    return *rest == '\0' ? tag : "";
}

bool article_id_is(const char *id, const char *name)
{
    size_t stem = strlen(id) - strlen(article_id_language(id));
    if (strcmp(id, name) == 0)
        return true;
    return stem < strlen(id) && strlen(name) == stem - 1 && strncmp(id, name, stem - 1) == 0;
}

static bool ends_with_name(const char *path, size_t length, const char *name)
{
    size_t size = strlen(name);
    return size > 0 && size <= length && memcmp(path + length - size, name, size) == 0 &&
           (size == length || path[length - size - 1] == '/');
}

bool article_id_means(const char *id, const char *name)
{
    const char *dot = find_extension(id);
    return strcmp(id, name) == 0 ||
           (dot != NULL && (ends_with_name(id, (size_t)(dot - id), name) ||
                            ends_with_name(id, strlen(id), name)));
}

static int language_rank(const char *lang)
{
    if (strcmp(lang, "en") == 0)
        return 0;
    if (strncmp(lang, "zh", 2) == 0 && (lang[2] == '\0' || lang[2] == '-'))
        return 1;
    return lang[0] != '\0' ? 2 : 3;
}

int article_compare_languages(const char *a, const char *b)
{
    int difference = language_rank(a) - language_rank(b);
    return difference != 0 ? difference : strcmp(a, b);
}

/* By number, as article_field has it. */
static const char *const field_keys[ARTICLE_FIELDS] = {
    "title", "lang", "story", "publisher", "published", "source", "byline", "translation-of",
    "retold-from.publisher",
    "", "", /* the encoding and the length, which no front matter tells */
};

/* Tags of languages are the same in either case, and compared in small letters: en-US for EN-US. */
static void lower_language(char *tag)
{
    for (; (*tag >= 'A' && *tag <= 'Z') || (*tag >= 'a' && *tag <= 'z'); tag++)
        *tag = (char)(*tag | 0x20);
}

/* The article and all its text in one block. */
static struct article *pack(const char *id, const char *path, const char *const *values)
{
    struct buffer text = { 0 };
    size_t at[ARTICLE_FIELDS + 2];
    for (size_t i = 0; i < ARTICLE_FIELDS + 2; i++) {
        const char *value = i == 0 ? id : i == 1 ? path : values[i - 2];
        at[i] = text.length;
        buffer_add(&text, value, strlen(value) + 1);
    }
    struct article *article = xmalloc(sizeof *article + text.length);
    article->put_off = article->passing = false;
    char *base = (char *)(article + 1);
    memcpy(base, text.data, text.length);
    lower_language(base + at[3]);
    article->id = base + at[0];
    article->path = base + at[1];
    for (size_t i = 0; i < ARTICLE_FIELDS; i++)
        *article_field(article, i) = base + at[i + 2];
    buffer_free(&text);
    return article;
}

static const char *language_tag(enum language language)
{
    if (language == LANGUAGE_ENGLISH)
        return "en";
    return language == LANGUAGE_CHINESE ? "zh" : "";
}

/* The bytes of a cut text that end with a whole code point. */
static size_t whole_code_points(const char *text, size_t length)
{
    size_t at = length;
    while (at > 0 && length - at < 3 && ((unsigned char)text[at - 1] & 0xC0) == 0x80)
        at--;
    if (at > 0 && (unsigned char)text[at - 1] >= 0xC0)
        return at - 1;
    return length;
}

/* A title and a language for what the front matter leaves open. */
static struct document *look_at_body(const struct buffer *head, const char *path)
{
    struct frontmatter matter = { 0 };
    size_t used = frontmatter_read(buffer_text(head), head->length, &matter);
    size_t length = head->length - used;
    frontmatter_free(&matter);
    if (length > BODY_LOOK)
        length = whole_code_points(buffer_text(head) + used, BODY_LOOK);
    return reader_parse(buffer_text(head) + used, length, READER_BY_NAME, path);
}

/* The front matter of a file and its words as a reader counts them; of a file that goes on behind its
 * head in proportion. */
static struct word_count read_head(const struct buffer *head, double part, const char *path,
                                   struct frontmatter *matter)
{
    if (part > 1) {
        size_t used = frontmatter_read(buffer_text(head), head->length, matter);
        return word_count_scale(word_count_text(buffer_text(head) + used, head->length - used), part);
    }
    struct document *document = reader_parse(buffer_text(head), head->length, READER_BY_NAME, path);
    struct word_count count = word_count_of(document);
    *matter = *document->frontmatter;
    *document->frontmatter = (struct frontmatter){ 0 };
    document_free(document);
    return count;
}

/* `part` is how much longer the file is than its head. */
static struct article *parse(const struct buffer *head, double part, const char *id, const char *path)
{
    struct frontmatter matter = { 0 };
    struct buffer name = { 0 };
    struct buffer length = { 0 };
    char *title = NULL;
    const char *values[ARTICLE_FIELDS];
    word_count_write(read_head(head, part, path, &matter), &length);
    for (size_t i = 0; i < ARTICLE_FIELDS; i++) {
        values[i] = frontmatter_get(&matter, field_keys[i]);
        if (values[i] == NULL)
            values[i] = "";
    }
    if (values[0][0] == '\0' || values[1][0] == '\0') {
        struct document *body = look_at_body(head, path);
        title = document_title(body);
        if (values[0][0] == '\0')
            values[0] = title;
        if (values[1][0] == '\0')
            values[1] = language_tag(body->language);
        document_free(body);
    }
    if (values[0][0] == '\0') {
        sanitize_line(&name, id, strlen(id));
        values[0] = buffer_text(&name);
    }
    values[ARTICLE_FIELDS - 1] = buffer_text(&length);
    struct article *article = pack(id, path, values);
    buffer_free(&length);
    frontmatter_free(&matter);
    buffer_free(&name);
    free(title);
    return article;
}

/* What is read through the converter, or in another encoding, is read whole: its head tells
 * nothing. */
static struct article *read_converted(struct conversion *conversion, const char *path, const char *id,
                                      struct error *error)
{
    struct document *document = reader_open(conversion, path, error);
    const char *values[ARTICLE_FIELDS];
    struct buffer name = { 0 };
    if (document == NULL && conversion_put_off(conversion)) {
        struct article *article = article_unread(path, id);
        article->put_off = true;
        return article;
    }
    if (document == NULL)
        return NULL;
    char *title = document_title(document);
    struct buffer encoding = { 0 };
    struct buffer length = { 0 };
    encoding_record(document, &encoding);
    sanitize_line(&name, id, strlen(id));
    for (size_t i = 0; i < ARTICLE_FIELDS; i++) {
        values[i] = frontmatter_get(document->frontmatter, field_keys[i]);
        if (values[i] == NULL)
            values[i] = "";
    }
    if (values[0][0] == '\0')
        values[0] = title[0] != '\0' ? title : buffer_text(&name);
    if (values[1][0] == '\0')
        values[1] = language_tag(document->language);
    word_count_write(word_count_of(document), &length);
    values[ARTICLE_FIELDS - 2] = buffer_text(&encoding);
    values[ARTICLE_FIELDS - 1] = buffer_text(&length);
    struct article *article = pack(id, path, values);
    article->passing = document->undecoded != NULL;
    buffer_free(&encoding);
    buffer_free(&length);
    buffer_free(&name);
    free(title);
    document_free(document);
    return article;
}

/* Whether a long file is damaged behind its head, which does not tell. */
static bool is_damaged_behind(const char *path, size_t from)
{
    struct buffer part = { 0 };
    bool damaged = false, more = true;
    while (more && !damaged) {
        buffer_truncate(&part, 0);
        more = file_read_part(path, from, PART_READ, &part, NULL) && part.length > 0;
        size_t length = part.length < PART_READ ? part.length
                                                : whole_code_points(buffer_text(&part), part.length);
        damaged = more && !sanitize_is_clean(buffer_text(&part), length) &&
                  !utf8_is_valid(buffer_text(&part), length);
        more = more && part.length == PART_READ;
        from += length;
    }
    buffer_free(&part);
    return damaged;
}

struct article *article_read(struct conversion *conversion, const char *path, const char *id,
                             struct error *error)
{
    struct buffer bytes = { 0 };
    struct buffer head = { 0 };
    struct article *article = NULL;
    bool whole;
    if (file_read_head(path, ARTICLE_HEAD, &bytes, &whole, error)) {
        size_t length = bytes.length;
        bool clean = sanitize_is_clean(buffer_text(&bytes), length);
        if (file_kind_of(buffer_text(&bytes), length, path) != FILE_TEXT ||
            (!clean && encoding_is_foreign(buffer_text(&bytes), length))) {
            buffer_free(&bytes);
            return read_converted(conversion, path, id, error);
        }
        if (!whole)
            length = whole_code_points(bytes.data, length);
        struct sanitize_counts repaired = { 0 };
        if (!clean)
            sanitize_source(buffer_text(&bytes), length, &head, &repaired);
        /* how many there are, the whole text tells */
        if (repaired.ill_formed > 0 || (!whole && is_damaged_behind(path, length))) {
            buffer_free(&bytes);
            buffer_free(&head);
            return read_converted(conversion, path, id, error);
        }
        double part = whole ? 1 : (double)file_stamp(path).size / (double)length;
        article = parse(clean ? &bytes : &head, part, id, path);
    }
    buffer_free(&head);
    buffer_free(&bytes);
    return article;
}

struct article *article_unread(const char *path, const char *id)
{
    const char *values[ARTICLE_FIELDS];
    struct buffer name = { 0 };
    sanitize_line(&name, id, strlen(id));
    for (size_t i = 0; i < ARTICLE_FIELDS; i++)
        values[i] = i == 0 ? buffer_text(&name) : "";
    struct article *article = pack(id, path, values);
    buffer_free(&name);
    return article;
}

void article_free(struct article *article)
{
    free(article);
}
