/* setting: what the layout tests share: documents made from a few lines of source, random ones,
 * and rows painted into a grid and read back as text.
 *
 * Random documents come from a fixed seed and are the same on every machine. Widths are cells. */
#ifndef DIPTYCH_TESTS_LAYOUT_SETTING_H
#define DIPTYCH_TESTS_LAYOUT_SETTING_H

#include <string.h>

#include "base/buffer.h"
#include "doc/reader.h"
#include "layout/grid.h"
#include "layout/layout.h"
#include "layout/paint.h"
#include "layout/style.h"
#include "text/width.h"

static inline int setting_begin(void **state)
{
    (void)state;
    width_begin();
    return 0;
}

static inline struct document *setting_plain(const char *source)
{
    return reader_parse(source, strlen(source), READER_PLAIN, NULL);
}

static inline struct document *setting_markdown(const char *source)
{
    return reader_parse(source, strlen(source), READER_MARKDOWN, NULL);
}

static inline struct layout *setting_layout(const struct document *document, int width)
{
    struct layout_options options = { .measure = 0, .tab = 8, .spacing = 1 };
    return layout_new(document, width, &options);
}

/* All rows of `layout` as lines of text. Caller frees with buffer_free. */
static inline struct buffer setting_dump(struct layout *layout, bool ascii)
{
    struct buffer out = { 0 };
    struct grid *grid = grid_new(1, layout_width(layout));
    struct paint_job job = { .layout = layout, .ascii = ascii };
    struct place place = { layout_shown_block(layout, 0), 0 };
    buffer_reserve(&out, 0);
    do {
        grid_fill(grid, 0, 0, 1, grid->columns, ROLE_TEXT);
        paint_row(grid, 0, 0, grid->columns, &job, place);
        grid_dump(grid, &out);
    } while (layout_move(layout, &place, 1) == 1);
    grid_free(grid);
    return out;
}

/* xorshift; never 0. */
struct setting_random {
    uint32_t state;
};

static inline uint32_t setting_below(struct setting_random *random, uint32_t limit)
{
    random->state ^= random->state << 13;
    random->state ^= random->state >> 17;
    random->state ^= random->state << 5;
    return random->state % limit;
}

/* Latin, Han, punctuation, emoji, marks, blanks, words longer than a column, hidden things. */
static inline void setting_add_bit(struct buffer *out, struct setting_random *random)
{
    static const char *const bits[] = {
        "a", "of", "the", "marketplace", "OpenSky", "11Main.com", "37.6%", "$586m",
        "it\xE2\x80\x99s", "\xE2\x80\x9Cstake\xE2\x80\x9D", "(2014)", "caf\xC3\xA9",
        "e\xCC\x81\xCC\x82", "-", "\xE2\x80\x94\xE2\x80\x94", "阿里巴巴", "股权", "的", "约37%",
        "5 万", "，", "。", "、", "；", "：", "？", "！", "（", "）", "《", "》", "「", "」", "『", "』",
        "【", "】", "“", "”", "‘", "’", "……", "Ａ", "한국", "가", "\xF0\x9F\x98\x80",
        "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
        "\xF0\x9F\x87\xA8\xF0\x9F\x87\xB3", "\xE2\x9D\xA4\xEF\xB8\x8F", "\xCC\x81",
        "\xE2\x80\xAE", "\xE2\x80\x8B", "\xC2\xAD", "\xE2\x80\x8D", "\xEF\xB8\x8F",
        "\xE3\x80\x80", "\xC2\xA0", "\xE0\xA4\x95\xE0\xA4\xBF",
        "https://example.org/a/very/long?path=of&words=1", "incomprehensibilities",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    };
    static const char *const gaps[] = { " ", " ", " ", " ", "", "", "  ", "\t", "      ", "\n" };
    const uint32_t count = sizeof bits / sizeof *bits;
    const uint32_t gap_count = sizeof gaps / sizeof *gaps;
    buffer_add_text(out, bits[setting_below(random, count)]);
    if (setting_below(random, 3) != 0)
        buffer_add_text(out, gaps[setting_below(random, gap_count)]);
}

/* A document of a few random paragraphs, quotes, lists, code lines and tables. */
static inline struct document *setting_random_document(struct setting_random *random)
{
    static const char *const starts[] = { "", "", "", "# ", "> ", "> > ", "- ", "1. ", "  - ",
                                          "    ", "| ", "***\n", "> - " };
    struct buffer source = { 0 };
    bool markdown = setting_below(random, 2) == 0;
    for (uint32_t paragraphs = 1 + setting_below(random, 8); paragraphs > 0; paragraphs--) {
        uint32_t start = setting_below(random, sizeof starts / sizeof *starts);
        bool table = starts[start][0] == '|';
        if (table)
            buffer_add_text(&source, "| a | b |\n|---|---|\n");
        buffer_add_text(&source, starts[start]);
        for (uint32_t bits = setting_below(random, 40); bits > 0; bits--) {
            setting_add_bit(&source, random);
            if (table && setting_below(random, 5) == 0)
                buffer_add_text(&source, " | ");
        }
        buffer_add_text(&source, setting_below(random, 4) == 0 ? "\n" : "\n\n");
    }
    buffer_reserve(&source, 0);
    struct document *document = reader_parse(source.data, source.length,
                                             markdown ? READER_MARKDOWN : READER_PLAIN, NULL);
    buffer_free(&source);
    return document;
}

#endif
