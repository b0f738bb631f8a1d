/* matchbench: speed and memory of the matcher over one text and one list of names.
 *
 *     matchbench TEXT NAMES [ROUNDS]           measures; one line of TSV
 *     matchbench --generate TEXT MEGABYTES SEED
 *     matchbench --names TEXT COUNT often|rarely|named SEED
 *
 * --generate writes mixed text (half of the bytes English, half Chinese, frequencies as in real
 * text) to TEXT. --names prints names: words and pairs of words, and runs of two to six Han
 * characters, taken from TEXT ("often"), or the same with a letter or character
 * changed ("rarely"), or as often, but Latin ones
 * with a capital ("named"). No part of a word of TEXT is another word, and nothing in it is a variant
 * of anything else: so programs that know no more than strings find the same matches.
 *
 * The line: names, MB of text, build ms, bytes a name, best seconds, MB/s, matches. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "entity/matcher.h"
#include "text/utf8.h"

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static _Noreturn void fail(const char *why)
{
    fprintf(stderr, "matchbench: %s\n", why);
    exit(2);
}

/* ---- measuring ---- */

static void read_names(struct names *names, const struct buffer *list)
{
    const char *at = list->data;
    const char *end = at + list->length;
    uint32_t number = 0;
    while (at < end) {
        const char *line = memchr(at, '\n', (size_t)(end - at));
        line = line == NULL ? end : line;
        if (!names_add(names, at, (size_t)(line - at), number++, ROLE_FULL, 0) && line > at)
            fprintf(stderr, "matchbench: no name: %.*s\n", (int)(line - at), at);
        at = line + 1;
    }
}

static int measure(const char *text_path, const char *names_path, int rounds)
{
    struct buffer text = { 0 };
    struct buffer list = { 0 };
    struct error error = { "" };
    if (!file_read(text_path, 0, &text, &error) || !file_read(names_path, 0, &list, &error))
        fail(error.text);
    struct names names = { 0 };
    double build = 1e9;
    struct matcher *matcher = NULL;
    for (int round = 0; round < 3; round++) {
        matcher_free(matcher);
        names_free(&names);
        double start = now();
        read_names(&names, &list);
        matcher = matcher_new(&names);
        double taken = now() - start;
        build = taken < build ? taken : build;
    }
    double best = 1e9;
    size_t count = 0;
    for (int round = 0; round < rounds; round++) {
        double start = now();
        count = matcher_run(matcher, text.data, text.length, 0, text.length, NULL, NULL);
        double taken = now() - start;
        best = taken < best ? taken : best;
    }
    double megabytes = (double)text.length / 1e6;
    printf("%zu\t%.1f\t%.2f\t%.1f\t%.4f\t%.0f\t%zu\n", names.count, megabytes, build * 1e3,
           names.count == 0 ? 0.0 : (double)matcher_memory(matcher) / (double)names.count, best,
           megabytes / best, count);
    matcher_free(matcher);
    names_free(&names);
    buffer_free(&text);
    buffer_free(&list);
    return 0;
}

/* ---- making texts and names ---- */

static uint64_t state;

static uint32_t random_below(uint32_t bound)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((state >> 32) * bound) >> 32);
}

/* A rank below 2^(last + 1), less often the higher it is, as Zipf has it: each doubling from
 * 2^first on is drawn as often as any other. */
static uint32_t random_rank(uint32_t first, uint32_t last)
{
    uint32_t octave = first + random_below(last - first + 1);
    return (UINT32_C(1) << octave) + random_below(UINT32_C(1) << octave) - (UINT32_C(1) << first);
}

/* Word number `rank`. It begins with b, c or d and ends with q; no letter between is one of
 * these. Frequent words are short. */
static size_t put_word(char *out, uint32_t rank)
{
    static const char letters[] = "etaoinshrlumfwypvgkjxz";
    const uint32_t count = sizeof letters - 1;
    size_t length = 0;
    uint32_t twist = rank * 2654435761u;
    out[length++] = "bcd"[rank % 3];
    for (uint32_t rest = rank / 3 + 1; rest > 0; rest /= count)
        out[length++] = letters[(rest % count + twist % count) % count];
    for (uint32_t more = (twist >> 24) % 4; more > 0; more--, twist /= count)
        out[length++] = letters[(twist >> 4) % count];
    out[length++] = 'q';
    return length;
}

/* Character number `rank`, one without other forms. */
static size_t put_han(const struct variants *variants, char *out, uint32_t rank)
{
    uint32_t at = rank * 2654435761u % 20900;
    uint32_t code = 0x4E00 + at - VARIANTS_FIRST;
    while (variants->simple[code] != code + VARIANTS_FIRST || variants->pairs_of[code] != 0)
        code++;
    return utf8_encode(code + VARIANTS_FIRST, out);
}

static size_t put_sentence(const struct variants *variants, char *out, bool chinese)
{
    size_t length = 0;
    uint32_t words = 6 + random_below(20);
    for (uint32_t i = 0; i < words; i++) {
        if (chinese) {
            length += put_han(variants, out + length, random_rank(2, 11));
            length += put_han(variants, out + length, random_rank(2, 11));
            continue;
        }
        size_t word = length;
        length += put_word(out + length, random_rank(0, 15));
        if (random_below(6) == 0)
            out[word] = (char)(out[word] & ~0x20);
        out[length++] = ' ';
    }
    const char *stop = chinese ? "\xE3\x80\x82" : ". ";
    memcpy(out + length, stop, strlen(stop));
    length += strlen(stop);
    if (random_below(8) == 0)
        out[length++] = '\n';
    return length;
}

static int generate(const char *path, size_t megabytes)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        fail("the text cannot be written");
    struct variants *variants = variants_new();
    static char sentence[4096];
    size_t written[2] = { 0, 0 };
    while (written[0] + written[1] < megabytes * 1000000) {
        bool chinese = written[1] < written[0];
        size_t length = put_sentence(variants, sentence, chinese);
        written[chinese] += length;
        fwrite(sentence, 1, length, file);
    }
    free(variants);
    return fclose(file) == 0 ? 0 : 1;
}

static bool is_start(const char *text, size_t at)
{
    unsigned char byte = (unsigned char)text[at];
    return byte >= 0xE0 || (byte > ' ' && byte < 0x80 && (at == 0 || text[at - 1] == ' '));
}

/* A name as it stands at `at`: one or two words, or two to six characters; 0 for none. */
static size_t cut_name(const char *text, size_t length, size_t at)
{
    size_t end = at;
    if ((unsigned char)text[at] >= 0x80) {
        uint32_t characters = 2 + random_below(3) + random_below(3);
        end += 3 * (size_t)characters;
        for (size_t i = at; i < end; i += 3) {
            if (end > length || (unsigned char)text[i] < 0xE4)
                return 0;
        }
        return end - at;
    }
    uint32_t words = 1 + random_below(2);
    for (;; end++) {
        if (end >= length || text[end] == '.' || (unsigned char)text[end] >= 0x80)
            return 0;
        if (text[end] == ' ' && --words == 0)
            return end - at;
    }
}

/* Another name of the same make: a letter or character replaced. */
static void disturb(char *name, size_t length)
{
    if ((unsigned char)name[0] >= 0x80)
        utf8_encode(0x4E00 + random_below(0x5000), name + random_below((uint32_t)length / 3) * 3);
    else
        name[length - 2] = (char)('e' + random_below(12));
}

static int print_names(const char *path, size_t count, const char *kind)
{
    struct buffer text = { 0 };
    struct error error = { "" };
    if (!file_read(path, 0, &text, &error) || text.length < 1000)
        fail(error.text);
    char name[256];
    while (count > 0) {
        size_t at = (size_t)random_below((uint32_t)(text.length - 500));
        while (!is_start(text.data, at))
            at++;
        size_t length = cut_name(text.data, text.length, at);
        bool small = text.data[at] >= 'a' && text.data[at] <= 'z';
        if (length < 4 || length > sizeof name || (small && strcmp(kind, "named") == 0))
            continue;
        memcpy(name, text.data + at, length);
        if (strcmp(kind, "rarely") == 0)
            disturb(name, length);
        fwrite(name, 1, length, stdout);
        putchar('\n');
        count--;
    }
    buffer_free(&text);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 5 && strcmp(argv[1], "--generate") == 0) {
        state = strtoull(argv[4], NULL, 10);
        return generate(argv[2], strtoul(argv[3], NULL, 10));
    }
    if (argc == 6 && strcmp(argv[1], "--names") == 0) {
        state = strtoull(argv[5], NULL, 10);
        return print_names(argv[2], strtoul(argv[3], NULL, 10), argv[4]);
    }
    if (argc != 3 && argc != 4)
        fail("usage: matchbench TEXT NAMES [ROUNDS]");
    return measure(argv[1], argv[2], argc == 4 ? atoi(argv[3]) : 3);
}
