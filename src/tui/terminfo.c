#include "tui/terminfo.h"

#include <stdlib.h>
#include <string.h>

#include "ui/key.h"
#include "base/vector.h"
#include "base/xalloc.h"

/* Last, because term.h defines macros with everyday names. */
#include <term.h>

static const char *const NAMES[CAPABILITY_COUNT] = {
    [CAPABILITY_CURSOR_ADDRESS] = "cup",
    [CAPABILITY_COLUMN_ADDRESS] = "hpa",
    [CAPABILITY_CLEAR_SCREEN] = "clear",
    [CAPABILITY_CLEAR_TO_END_OF_LINE] = "el",
    [CAPABILITY_ERASE_CHARACTERS] = "ech",
    [CAPABILITY_SCROLL_REGION] = "csr",
    [CAPABILITY_SCROLL_UP] = "ind",
    [CAPABILITY_SCROLL_UP_BY] = "indn",
    [CAPABILITY_SCROLL_DOWN] = "ri",
    [CAPABILITY_SCROLL_DOWN_BY] = "rin",
    [CAPABILITY_CURSOR_HIDE] = "civis",
    [CAPABILITY_CURSOR_SHOW] = "cnorm",
    [CAPABILITY_ENTER_SCREEN] = "smcup",
    [CAPABILITY_LEAVE_SCREEN] = "rmcup",
    [CAPABILITY_ENTER_KEYPAD] = "smkx",
    [CAPABILITY_LEAVE_KEYPAD] = "rmkx",
    [CAPABILITY_ENTER_WRAP] = "smam",
    [CAPABILITY_LEAVE_WRAP] = "rmam",
    [CAPABILITY_RESET] = "sgr0",
    [CAPABILITY_BOLD] = "bold",
    [CAPABILITY_DIM] = "dim",
    [CAPABILITY_UNDERLINE] = "smul",
    [CAPABILITY_REVERSE] = "rev",
    [CAPABILITY_ITALIC] = "sitm",
    [CAPABILITY_STRIKE] = "smxx",
    [CAPABILITY_FOREGROUND] = "setaf",
    [CAPABILITY_BACKGROUND] = "setab",
    [CAPABILITY_BELL] = "bel",
};

static const struct {
    const char *name;
    uint32_t code;
    uint8_t modifiers;
} KEY_NAMES[] = {
    { "kcuu1", KEY_UP, 0 },      { "kcud1", KEY_DOWN, 0 },     { "kcub1", KEY_LEFT, 0 },
    { "kcuf1", KEY_RIGHT, 0 },   { "khome", KEY_HOME, 0 },     { "kend", KEY_END, 0 },
    { "kpp", KEY_PAGE_UP, 0 },   { "knp", KEY_PAGE_DOWN, 0 },  { "kich1", KEY_INSERT, 0 },
    { "kdch1", KEY_DELETE, 0 },  { "kent", KEY_ENTER, 0 },     { "kcbt", KEY_TAB, KEY_SHIFT },
    { "kri", KEY_UP, KEY_SHIFT }, { "kind", KEY_DOWN, KEY_SHIFT },
    { "kLFT", KEY_LEFT, KEY_SHIFT }, { "kRIT", KEY_RIGHT, KEY_SHIFT },
    { "kHOM", KEY_HOME, KEY_SHIFT }, { "kEND", KEY_END, KEY_SHIFT },
    { "kPRV", KEY_PAGE_UP, KEY_SHIFT }, { "kNXT", KEY_PAGE_DOWN, KEY_SHIFT },
    { "kDC", KEY_DELETE, KEY_SHIFT }, { "kIC", KEY_INSERT, KEY_SHIFT },
    { "kf1", KEY_F1, 0 },        { "kf2", KEY_F1 + 1, 0 },     { "kf3", KEY_F1 + 2, 0 },
    { "kf4", KEY_F1 + 3, 0 },    { "kf5", KEY_F1 + 4, 0 },     { "kf6", KEY_F1 + 5, 0 },
    { "kf7", KEY_F1 + 6, 0 },    { "kf8", KEY_F1 + 7, 0 },     { "kf9", KEY_F1 + 8, 0 },
    { "kf10", KEY_F1 + 9, 0 },   { "kf11", KEY_F1 + 10, 0 },   { "kf12", KEY_F1 + 11, 0 },
};

/* tigetstr's two ways to say "no". */
static const char *lookup(const char *name)
{
    const char *text = tigetstr(name);
    return text == NULL || text == (const char *)-1 || *text == '\0' ? NULL : text;
}

static char *copy_without_padding(const char *text)
{
    char *copy = xmalloc(strlen(text) + 1);
    char *out = copy;
    while (*text != '\0') {
        const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
        if (end != NULL)
            text = end + 1;
        else
            *out++ = *text++;
    }
    *out = '\0';
    return copy;
}

static const char *expand(const char *text, int first, int second)
{
    return tparm(text, (long)first, (long)second, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}

static void load_keys(struct terminfo *terminfo)
{
    size_t count = sizeof KEY_NAMES / sizeof *KEY_NAMES;
    terminfo->keys = xcalloc(count, sizeof *terminfo->keys);
    for (size_t i = 0; i < count; i++) {
        const char *text = lookup(KEY_NAMES[i].name);
        if (text == NULL)
            continue;
        struct key_sequence *sequence = &terminfo->keys[terminfo->key_count++];
        sequence->text = copy_without_padding(text);
        sequence->key.code = KEY_NAMES[i].code;
        sequence->key.modifiers = KEY_NAMES[i].modifiers;
    }
    const char *backspace = lookup("kbs");
    if (backspace != NULL && backspace[1] == '\0')
        terminfo->erase = (unsigned char)backspace[0];
}

bool terminfo_load(struct terminfo *terminfo, const char *name, int fd, struct error *error)
{
    *terminfo = (struct terminfo){ 0 };
    int status = 0;
    if (name == NULL || *name == '\0') {
        error_set(error, "terminal: TERM is not set; set it, or print with diptych show");
        return false;
    }
    setupterm(name, fd, &status);
    if (status != 1) {
        error_set(error, "terminal: %s is not in the terminfo database; set TERM, or print with "
                         "diptych show", name);
        return false;
    }
    if (lookup("cup") == NULL || lookup("clear") == NULL) {
        error_set(error, "terminal: %s cannot place the cursor; set TERM, or print with "
                         "diptych show", name);
        return false;
    }
    for (int i = 0; i < CAPABILITY_COUNT; i++) {
        const char *text = lookup(NAMES[i]);
        terminfo->capabilities.text[i] = text != NULL ? copy_without_padding(text) : NULL;
    }
    int palette = tigetnum("colors");
    terminfo->capabilities.colors = palette > 0 ? palette : 0;
    terminfo->capabilities.auto_margin = tigetflag("am") > 0;
    terminfo->capabilities.eats_newline = tigetflag("xenl") > 0;
    terminfo->capabilities.expand = expand;
    load_keys(terminfo);
    return true;
}

void terminfo_free(struct terminfo *terminfo)
{
    for (int i = 0; i < CAPABILITY_COUNT; i++)
        free((char *)(uintptr_t)terminfo->capabilities.text[i]);
    for (size_t i = 0; i < terminfo->key_count; i++)
        free((char *)(uintptr_t)terminfo->keys[i].text);
    free(terminfo->keys);
    if (cur_term != NULL)
        del_curterm(cur_term);
    *terminfo = (struct terminfo){ 0 };
}
