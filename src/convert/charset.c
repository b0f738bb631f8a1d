#include "convert/charset.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif
#ifdef HAVE_UCHARDET
#include <uchardet.h>
#endif

#include "convert/likelihood.h"
#include "text/utf8.h"
#include "text/wide_text.h"

#define HEAD ((size_t)4 << 10)
#define DETECTED 0.15 /* what the detector's word counts */
#define IN_ZONE 0.3
#define KANA_AGAINST 0.6 /* in an encoding of Chinese or Korean */
#define FOREIGN_FEW 12 /* bytes beyond ASCII of which a detector can make nothing */

/* By enum wide_text. */
static const char *const wide_names[] = { NULL, "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" };

struct mark {
    const char *bytes;
    size_t length;
    const char *name;
};

/* A name of NULL: there is none. */
static struct mark find_mark(const char *bytes, size_t length)
{
    static const struct mark marks[] = {
        { "\xef\xbb\xbf", 3, "UTF-8" },
        { "\x84\x31\x95\x33", 4, "GB18030" },
    };
    enum wide_text form = WIDE_TEXT_NONE;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (length >= marks[i].length && memcmp(bytes, marks[i].bytes, marks[i].length) == 0)
            return marks[i];
    }
    size_t size = wide_text_mark(bytes, length, &form);
    return (struct mark){ bytes, size, wide_names[form] };
}

static const char *guess_escapes(const char *bytes, size_t length)
{
    const char *escape = memchr(bytes, '\x1b', length < CHARSET_SAMPLE ? length : CHARSET_SAMPLE);
    size_t left = escape != NULL ? length - (size_t)(escape - bytes) : 0;
    if (left < 4)
        return NULL;
    if (memcmp(escape, "\x1b$)C", 4) == 0)
        return "ISO-2022-KR";
    bool japanese = memcmp(escape, "\x1b$B", 3) == 0 || memcmp(escape, "\x1b$@", 3) == 0 ||
                    memcmp(escape, "\x1b(J", 3) == 0;
    return japanese ? "ISO-2022-JP" : NULL;
}

/* What is certain, with no table of the C library; NULL where it is none of these. A few broken
 * places, or a cut at the end, do not make UTF-8 another encoding. */
static const char *find_unicode(const char *bytes, size_t length)
{
    const char *marked = find_mark(bytes, length).name;
    if (marked != NULL)
        return marked;
    enum wide_text wide = wide_text_form(bytes, length);
    if (wide != WIDE_TEXT_NONE)
        return wide_names[wide];
    if (guess_escapes(bytes, length) != NULL)
        return NULL;
    size_t good = 0;
    size_t bad = 0;
    for (size_t at = 0; at < length;) {
        if ((unsigned char)bytes[at] < 0x80) {
            at++;
            continue;
        }
        uint32_t code_point;
        size_t size = utf8_decode(bytes + at, length - at, &code_point);
        bool wrong = code_point == UTF8_REPLACEMENT && !(size == 3 && bytes[at] == '\xef');
        good += !wrong;
        bad += wrong;
        at += size;
    }
    return bad == 0 || good > 20 * bad || (bad == 1 && good > 2) ? "UTF-8" : NULL;
}

bool charset_is_unicode(const char *bytes, size_t length)
{
    const char *name = find_unicode(bytes, length);
    return name != NULL && name[0] == 'U';
}

/* The label after "charset=" or "encoding=" in the head. */
const char *charset_declared(const char *bytes, size_t length)
{
    static const char *const words[] = { "charset", "encoding" };
    size_t end = length < HEAD ? length : HEAD;
    for (size_t at = 0; at + 9 < end; at++) {
        for (size_t i = 0; i < 2; i++) {
            size_t size = strlen(words[i]);
            if (strncasecmp(bytes + at, words[i], size) != 0)
                continue;
            size_t from = at + size;
            while (from < end && strchr(" \t\r\n", bytes[from]) != NULL && bytes[from] != '\0')
                from++;
            if (from >= end || bytes[from] != '=')
                continue;
            from++;
            while (from < end && (bytes[from] == ' ' || bytes[from] == '"' || bytes[from] == '\''))
                from++;
            size_t stop = from;
            while (stop < end && strchr(" \"';/>?,\r\n\t", bytes[stop]) == NULL)
                stop++;
            const char *name = codec_name(bytes + from, stop - from);
            if (name != NULL)
                return name;
        }
    }
    return NULL;
}

static bool ends_run(char byte)
{
    return byte != '\0' && strchr(" \n\r\t<>", byte) != NULL;
}

/* The words with bytes that are not ASCII; a sample of ASCII tells nothing. */
static void take_sample(const char *bytes, size_t length, struct buffer *sample)
{
    size_t at = 0;
    while (at < length && sample->length < CHARSET_SAMPLE) {
        size_t start = at;
        for (; at < length && (unsigned char)bytes[at] < 0x80; at++)
            if (ends_run(bytes[at]))
                start = at + 1;
        /* Second bytes may be ASCII: a run ends at a blank or tag. */
        while (at < length && ((unsigned char)bytes[at] >= 0x80 || !ends_run(bytes[at])))
            at++;
        size_t room = CHARSET_SAMPLE - sample->length;
        size_t size = at - start < room ? at - start : room;
        buffer_add(sample, bytes + start, size);
        buffer_add_byte(sample, '\n');
    }
}

static const char *ask_detector(const char *bytes, size_t length)
{
    const char *name = NULL;
#ifdef HAVE_UCHARDET
    uchardet_t detector = uchardet_new();
    if (uchardet_handle_data(detector, bytes, length) == 0) {
        uchardet_data_end(detector);
        const char *label = uchardet_get_charset(detector);
        name = codec_name(label, strlen(label));
    }
    uchardet_delete(detector);
#else
    (void)bytes;
    (void)length;
#endif
    return name;
}

/* The lead bytes of the characters that were thought the commonest when an encoding was made. */
struct zone {
    const char *name;
    unsigned char first, last;
};

/* The share of the sample's double bytes that lie in the encoding's zone; 0 for one without. */
static double share_in_zone(const char *name, const struct buffer *sample)
{
    static const struct zone zones[] = {
        { "GB18030", 0xB0, 0xD7 }, { "Big5", 0xA4, 0xC6 },      { "EUC-KR", 0xB0, 0xC8 },
        { "EUC-JP", 0xB0, 0xCF },  { "Shift_JIS", 0x88, 0x97 },
    };
    const struct zone *zone = NULL;
    size_t all = 0;
    size_t within = 0;
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        zone = strcmp(zones[i].name, name) == 0 ? &zones[i] : zone;
    for (size_t at = 0; zone != NULL && at + 1 < sample->length; at++) {
        unsigned char byte = (unsigned char)sample->data[at];
        if (byte < 0x80)
            continue;
        all++;
        within += byte >= zone->first && byte <= zone->last;
        at++;
    }
    return all > 0 ? (double)within / (double)all : 0;
}

/* The share of the text's characters beyond ASCII that are kana, which are all but unheard of in
 * encodings of other languages; 0 for those of Japanese. */
static double share_of_kana(const char *name, const struct buffer *text)
{
    size_t all = 0;
    size_t kana = 0;
    if (strcmp(name, "GB18030") != 0 && strcmp(name, "Big5") != 0 && strcmp(name, "EUC-KR") != 0)
        return 0;
    for (size_t at = 0; at < text->length;) {
        uint32_t point;
        at += utf8_decode(text->data + at, text->length - at, &point);
        all += point >= 0x80;
        kana += point >= 0x3041 && point <= 0x30FF;
    }
    return all > 0 ? (double)kana / (double)all : 0;
}

static size_t count_foreign(const struct buffer *sample)
{
    size_t count = 0;
    for (size_t i = 0; i < sample->length; i++)
        count += (unsigned char)sample->data[i] >= 0x80;
    return count;
}

struct contest {
    struct codecs *codecs;
    struct buffer sample;
    struct buffer text;
    const char *best;
    double score;
};

/* `bonus`: how much it counts that somebody named this one. */
static void try_codec(struct contest *contest, const char *name, double bonus)
{
    size_t repaired = 0;
    if (name == NULL || name[0] == 'U')
        return;
    buffer_truncate(&contest->text, 0);
    if (!codecs_decode(contest->codecs, name, contest->sample.data, contest->sample.length,
                       &contest->text, &repaired))
        return;
    double score = likelihood_of(contest->text.data, contest->text.length) + bonus +
                   IN_ZONE * share_in_zone(name, &contest->sample) -
                   KANA_AGAINST * share_of_kana(name, &contest->text);
    if (contest->best == NULL || score > contest->score) {
        contest->best = name;
        contest->score = score;
    }
}

/* UTF-16 of nothing but Han has no zeros to be known by. */
static void try_wide(struct contest *contest, const char *bytes, size_t length)
{
    static const char *const names[] = { "UTF-16LE", "UTF-16BE" };
    size_t look = length < CHARSET_SAMPLE ? length : CHARSET_SAMPLE;
    for (size_t i = 0; length % 2 == 0 && i < 2; i++) {
        size_t repaired = 0;
        buffer_truncate(&contest->text, 0);
        codecs_decode(NULL, names[i], bytes, look, &contest->text, &repaired);
        double score = likelihood_of(contest->text.data, contest->text.length);
        if (score > 0.3 && repaired == 0 && (contest->best == NULL || score > contest->score)) {
            contest->best = names[i];
            contest->score = score;
        }
    }
}

/* Encodings of the same letters, which differ in a few of them or in their quotation marks. */
static const char *const kin[][2] = {
    { "ISO-8859-2", "windows-1250" }, { "ISO-8859-16", "windows-1250" },
    { "ISO-8859-7", "windows-1253" }, { "ISO-8859-8", "windows-1255" },
    { "ISO-8859-6", "windows-1256" }, { "ISO-8859-13", "windows-1257" },
    { "ISO-8859-4", "windows-1257" }, { "KOI8-R", "KOI8-U" },
};

static void try_detected(struct contest *contest, const char *name)
{
    try_codec(contest, name, DETECTED);
    for (size_t i = 0; name != NULL && i < sizeof kin / sizeof *kin; i++) {
        if (strcmp(name, kin[i][0]) == 0)
            try_codec(contest, kin[i][1], DETECTED);
        else if (strcmp(name, kin[i][1]) == 0)
            try_codec(contest, kin[i][0], DETECTED);
    }
}

static const char *hold_contest(struct codecs *codecs, const char *bytes, size_t length,
                                const char *declared)
{
    static const char *const others[] = {
        "GB18030",      "Big5",   "Shift_JIS",    "EUC-JP",       "EUC-KR",
        "windows-1251", "KOI8-R", "windows-1252", "windows-1250",
        "IBM737",       "IBM866",
    };
    struct contest contest = { .codecs = codecs };
    take_sample(bytes, length, &contest.sample);
    buffer_reserve(&contest.sample, 0);
    try_wide(&contest, bytes, length);
    const char *detected = ask_detector(bytes, length < 4 * CHARSET_SAMPLE ? length : 4 * CHARSET_SAMPLE);
    try_codec(&contest, declared, detected != NULL && declared == detected ? 0.3 : 0.15);
    if (count_foreign(&contest.sample) >= FOREIGN_FEW)
        try_detected(&contest, detected);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        try_codec(&contest, others[i], 0);
    buffer_free(&contest.sample);
    buffer_free(&contest.text);
    return contest.best;
}

struct charset charset_decode(struct codecs *codecs, const char *bytes, size_t length,
                              const char *declared, struct buffer *out)
{
    struct charset charset = { .name = find_unicode(bytes, length) };
    if (charset.name == NULL)
        charset.name = guess_escapes(bytes, length);
    if (charset.name == NULL)
        charset.name = hold_contest(codecs, bytes, length, declared);
    if (charset.name == NULL)
        charset.name = "UTF-8";
    size_t skip = find_mark(bytes, length).length;
    if (!codecs_decode(codecs, charset.name, bytes + skip, length - skip, out, &charset.repaired)) {
        charset.name = "UTF-8";
        charset.repaired = 0;
        codecs_decode(codecs, charset.name, bytes + skip, length - skip, out, &charset.repaired);
    }
    return charset;
}

bool charset_decode_as(struct codecs *codecs, const char *bytes, size_t length, const char *label,
                       struct buffer *out, struct charset *charset)
{
    struct mark mark = find_mark(bytes, length);
    *charset = (struct charset){ .name = codec_name(label, strlen(label)) };
    size_t skip = mark.name != NULL && charset->name != NULL &&
                          strcmp(charset->name, mark.name) == 0
                      ? mark.length : 0;
    return charset->name != NULL && codecs_decode(codecs, charset->name, bytes + skip, length - skip,
                                                  out, &charset->repaired);
}
