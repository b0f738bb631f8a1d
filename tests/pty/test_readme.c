/* The screen in README is what a new reader of the bundled collection sees, row by row. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "pty/pty.h"

#define INDENT 4
#define ROWS 40

/* The rows of the first indented lines that have a border; `bytes` keeps them. */
static int read_screen(struct buffer *bytes, char *rows[ROWS])
{
    const char *source = getenv("srcdir");
    char *path = file_join(source != NULL ? source : ".", "README");
    assert_true(file_read(path, 0, bytes, NULL));
    free(path);
    int count = 0;
    char *rest = NULL;
    for (char *line = strtok_r(bytes->data, "\n", &rest); line != NULL;
         line = strtok_r(NULL, "\n", &rest)) {
        if (strspn(line, " ") >= INDENT) {
            if (count > 0 || strstr(line, "│") != NULL)
                rows[count++] = line + INDENT;
            assert_in_range(count, 0, ROWS - 1);
        } else if (count > 0) {
            break;
        }
    }
    return count;
}

static void shows_what_readme_shows(void **state)
{
    (void)state;
    struct buffer bytes = { 0 };
    char *rows[ROWS];
    int count = read_screen(&bytes, rows);
    assert_true(count > 5);
    struct pty *pty = pty_start(&(struct pty_setup){ .rows = count + 1, .columns = 96 });
    pty_wait(pty, "11 Main");
    pty_send(pty, "S");
    pty_wait(pty, "▌");
    pty_send(pty, "]c");
    for (int row = count - 1; row >= 0; row--)
        pty_wait_row(pty, row, rows[row]);
    pty_free(pty);
    buffer_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_what_readme_shows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
