/* fuzz_room: any keys, pastes and sizes leave the reading room whole: it paints a grid in
 * which every wide character has its cells, with the cursor inside, and what is painted over
 * the last frame is what a fresh grid would show (a second session, fed the same, is painted
 * afresh every time).
 *
 * Input: the first byte chooses the size, then each byte is a step: most are keys as a
 * terminal would send them, a few resize, paste or let waiting work run. The text
 * is a file made in the working directory, since a session opens files. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/table.h"
#include "session/session.h"
#include "text/width.h"

#define TEXT_NAME "fuzz-room.md"
#define STEPS 400

#define HOLDS(condition)                                                                       \
    do {                                                                                       \
        if (!(condition)) {                                                                    \
            fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition);            \
            abort();                                                                           \
        }                                                                                      \
    } while (0)

static const char text[] =
    "---\ntitle: Fuzz 测试\n---\n# Heading 标题\n\nOne two three, 37.6 percent of it. Mr. Li "
    "said so.\n\n阿里巴巴（Alibaba）在美国，改弦更张。“好！”他说……\n\n- item [[x]] [l](http://a.b/c)\n"
    "- \xE2\x80\xAE bidi \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 end\n\n> quote\n>\n> more\n\n"
    "| a | b |\n|---|---|\n| 一二三四五六七八九十 | c |\n\n## Second\n\n    code\tx\n\n"
    "averyveryverylongwordthatfitsnowhereatallandmustbecutsomewhere[^1]\n\n[^1]: note\n";

static const int sizes[][2] = { { 24, 80 }, { 10, 40 }, { 1, 1 }, { 2, 3 }, { 40, 120 },
                                { 3, 200 }, { 50, 7 } };

static const char pasted[] = "pasted\nq 文\x1B[2J";

/* Once for both rooms: a room tells when a file is written again. */
static void write_text(void)
{
    FILE *file = fopen(TEXT_NAME, "wb");
    HOLDS(file != NULL);
    HOLDS(fwrite(text, 1, sizeof text - 1, file) == sizeof text - 1);
    fclose(file);
}

static struct session *open_session(int rows, int columns)
{
    static const char *const names[] = { "./" TEXT_NAME, "./" TEXT_NAME };
    struct error error = { "" };
    struct session_setup setup = {
        .commands = &command_all, .names = names, .name_count = 2, .fresh = true, .utf8 = true,
        .colors = 256, .rows = rows, .columns = columns,
    };
    struct session *session = session_new(&setup, &error);
    HOLDS(session != NULL);
    return session;
}

static void check(const struct grid *grid)
{
    HOLDS(grid->cursor_row >= -1 && grid->cursor_row < grid->rows);
    HOLDS(grid->cursor_row < 0 ||
          (grid->cursor_column >= 0 && grid->cursor_column < grid->columns));
    for (int row = 0; row < grid->rows; row++) {
        const struct cell *cells = grid_row(grid, row);
        for (int column = 0; column < grid->columns;) {
            HOLDS(cells[column].width >= 1);
            for (int i = 1; i < cells[column].width; i++)
                HOLDS(column + i < grid->columns && cells[column + i].width == 0);
            column += cells[column].width;
        }
    }
}

/* Every key is reached: bytes under 0x80 are themselves, those above are named and Ctrl keys. */
static struct key key_of(uint8_t byte)
{
    struct key key = { .code = byte };
    if (byte == '\n' || byte == '\r')
        key.code = KEY_ENTER;
    else if (byte == '\t')
        key.code = KEY_TAB;
    else if (byte == 0x1B)
        key.code = KEY_ESCAPE;
    else if (byte < 0x20)
        key = (struct key){ .code = byte + 0x60u, .modifiers = KEY_CTRL };
    else if (byte == 0x7F)
        key.code = KEY_BACKSPACE;
    else if (byte >= 0xC0)
        key.code = 0x4E00u + byte;
    else if (byte >= 0x80)
        key = (struct key){ .code = KEY_TAB + (byte - 0x80u) % 37, .row = byte % 24,
                            .column = byte % 80, .button = 1 };
    return key;
}

/* One room and the grid it paints into. */
struct player {
    struct session *session;
    struct grid *grid;
};

static struct player player_new(const int *size)
{
    return (struct player){ open_session(size[0], size[1]), grid_new(size[0], size[1]) };
}

static void player_free(struct player *player)
{
    grid_free(player->grid);
    session_free(player->session);
}

/* False when the reader has left. */
static bool step(struct player *player, uint8_t byte, size_t index, bool afresh)
{
    struct session *session = player->session;
    if (byte == 0xBF || byte == 0xBE) {
        const int *size = sizes[index % 7];
        session_resize(session, size[0], size[1]);
        grid_resize(player->grid, size[0], size[1]);
    } else if (byte == 0xBD) {
        session_paste(session, pasted, sizeof pasted - 1);
    } else {
        session_key(session, key_of(byte));
    }
    for (int slice = 0; slice < 20 && session_timeout(session) == 0; slice++)
        session_tick(session);
    if (session_request(session).kind == REQUEST_QUIT)
        return false;
    if (afresh)
        grid_resize(player->grid, player->grid->rows, player->grid->columns);
    session_paint(session, player->grid);
    check(player->grid);
    return true;
}

static void check_same(const struct grid *a, const struct grid *b)
{
    struct buffer first = { 0 };
    struct buffer second = { 0 };
    grid_dump(a, &first);
    grid_dump(b, &second);
    HOLDS(strcmp(buffer_text(&first), buffer_text(&second)) == 0);
    for (int row = 0; row < a->rows; row++)
        for (int x = 0; x < a->columns; x++)
            HOLDS(grid_row(a, row)[x].style == grid_row(b, row)[x].style &&
                  grid_row(a, row)[x].width == grid_row(b, row)[x].width);
    HOLDS(a->cursor_row == b->cursor_row && a->cursor_column == b->cursor_column);
    buffer_free(&first);
    buffer_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    width_begin();
    write_text();
    struct player first = player_new(sizes[data[0] % 7]);
    struct player second = player_new(sizes[data[0] % 7]);
    for (size_t i = 1; i < size && i < STEPS; i++) {
        bool goes_on = step(&first, data[i], i, false);
        HOLDS(step(&second, data[i], i, true) == goes_on);
        if (!goes_on)
            break;
        check_same(first.grid, second.grid);
    }
    player_free(&first);
    player_free(&second);
    remove(TEXT_NAME);
    return 0;
}
