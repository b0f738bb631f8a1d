#include "tui/terminfo.h"

#include <string.h>
#include <unistd.h>

#include "base/message.h"
#include "tui/ncurses.h"

#include CURSES_TERM_HEADER /* last, because it defines macros with everyday names */

/* newterm() tells not why it fails, and refuses what cannot place the cursor without a word. */
int terminfo_check(const char *name, struct error *error)
{
    const char *advice = _("set TERM, or print with diptych show");
    int status = 0;
    if (name == NULL) {
        error_set(error, "terminal: TERM is not set; set it, or print with diptych show");
        return -1;
    }
    setupterm(name, STDOUT_FILENO, &status);
    if (status != 1) {
        error_set(error, "terminal: %s is not in the terminfo database; %s", name, advice);
        return -1;
    }
    bool able = terminfo_find("cup") != NULL && terminfo_find("clear") != NULL;
    if (!able)
        error_set(error, "terminal: %s cannot place the cursor; %s", name, advice);
    int palette = tigetnum("colors");
    del_curterm(cur_term);
    return !able ? -1 : palette < 8 ? 0 : palette > 256 ? 256 : palette;
}

/* tigetstr has two ways to say "no". */
const char *terminfo_find(const char *capability)
{
    const char *text = tigetstr(capability);
    return text == NULL || text == (const char *)-1 || *text == '\0' ? NULL : text;
}

/* tputs() and vid_puts() give their function no context. */
static struct buffer *target;

static int put_byte(int byte)
{
    buffer_add_byte(target, (char)byte);
    return byte;
}

/* What nearly all have for cup and csr. */
static const char TWO_NUMBERS[] = "\033[%i%p1%d;%p2%d";

/* Past tparm() where that is easy: it takes as long as writing a row. */
void terminfo_put(struct buffer *out, const char *text, int first, int second)
{
    size_t common = sizeof TWO_NUMBERS - 1;
    target = out;
    if (text == NULL)
        return;
    if (strncmp(text, TWO_NUMBERS, common) == 0 && strlen(text) == common + 1) {
        buffer_add(out, "\033[", 2);
        buffer_add_number(out, (unsigned long)first + 1);
        buffer_add_byte(out, ';');
        buffer_add_number(out, (unsigned long)second + 1);
        buffer_add_byte(out, text[common]);
    } else if (strpbrk(text, "%$") == NULL) {
        buffer_add_text(out, text);
    } else {
        tputs(tparm(text, (long)first, (long)second, 0L, 0L, 0L, 0L, 0L, 0L, 0L), 1, put_byte);
    }
}

void terminfo_put_style(struct buffer *out, unsigned attributes, short pair)
{
    target = out;
    vid_puts(attributes, pair, NULL, put_byte);
}
