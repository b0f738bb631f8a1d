/* typingbench: what a key costs while one types a query in the room, g/ and all that it does: the query so far is put to the
 * index, the articles are ranked, and the first rows are read and painted.
 *
 *   typingbench FOLDER DATA CACHE QUERIES [MOST]    one query a line, MOST of them; prints milliseconds of the
 *                                                   processor a key: p50, p95, p99, most, and the slowest queries.
 *                                                   CACHE has an index of FOLDER (searchbench). */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "command/table.h"
#include "layout/grid.h"
#include "session/core.h"
#include "text/utf8.h"
#include "bench/timing.h"

#define ROWS 40
#define COLUMNS 120
#define KEYS_MOST 100000

static void press(struct session *session, const char *name)
{
    struct key key;
    if (key_parse(name, &key) > 0)
        session_key(session, key);
}

/* Until the room is idle. */
static void work_on(struct session *session)
{
    for (int i = 0; i < 100000 && session_timeout(session) == 0; i++)
        (void)session_tick(session);
}

/* The key of the character, and what is done until its first rows are painted. */
static double type(struct session *session, struct grid *grid, const char *character)
{
    double start = timing_now();
    press(session, strcmp(character, " ") == 0 ? "<Space>" : strcmp(character, "<") == 0 ? "<lt>" : character);
    session_paint(session, grid);
    if (session_timeout(session) == 0) {
        (void)session_tick(session);
        session_paint(session, grid);
    }
    return timing_now() - start;
}

static size_t type_query(struct session *session, struct grid *grid, const char *query, struct timing *timings, size_t room)
{
    size_t count = 0, at = 0, length = strlen(query);
    press(session, "g");
    press(session, "/");
    while (at < length && count < room) {
        uint32_t code;
        char character[8];
        size_t size = utf8_decode(query + at, length - at, &code);
        snprintf(character, sizeof character, "%.*s", (int)size, query + at);
        at += size;
        timings[count].milliseconds = type(session, grid, character);
        snprintf(timings[count++].query, sizeof timings->query, "%.*s", (int)at, query);
    }
    press(session, "<Esc>");
    return count;
}

int main(int argc, char **argv)
{
    struct error error = { "" };
    size_t count = 0;
    char line[200];
    setlocale(LC_CTYPE, "C.UTF-8");
    FILE *queries = argc > 4 ? fopen(argv[4], "r") : NULL;
    long most = argc > 5 ? atol(argv[5]) : KEYS_MOST;
    if (queries == NULL)
        return 2;
    struct session_setup setup = { .commands = &command_all, .collection = argv[1], .data_folder = argv[2],
                                   .config_folder = argv[2], .cache_folder = argv[3], .fresh = true, .utf8 = true,
                                   .colors = 256, .rows = ROWS, .columns = COLUMNS };
    struct session *session = session_new(&setup, &error);
    struct grid *grid = grid_new(ROWS, COLUMNS);
    struct timing *timings = xcalloc(KEYS_MOST, sizeof *timings);
    if (session == NULL) {
        fprintf(stderr, "%s\n", error.text);
        return 1;
    }
    work_on(session);
    for (; most > 0 && fgets(line, sizeof line, queries) != NULL; most--) {
        line[strcspn(line, "\n")] = '\0';
        count += type_query(session, grid, line, timings + count, KEYS_MOST - count);
    }
    if (count == 0)
        return 1;
    qsort(timings, count, sizeof *timings, timing_compare);
    printf("%zu keys: p50 %.2f p95 %.2f p99 %.2f most %.2f\n", count, timings[count / 2].milliseconds,
           timings[count * 95 / 100].milliseconds, timings[count * 99 / 100].milliseconds,
           timings[count - 1].milliseconds);
    for (size_t i = count; i > 0 && i + 8 > count; i--)
        printf("%.2f\t%s\n", timings[i - 1].milliseconds, timings[i - 1].query);
    free(timings);
    grid_free(grid);
    session_free(session);
    fclose(queries);
    return 0;
}
