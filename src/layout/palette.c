#include "layout/palette.h"

#include <stdlib.h>
#include <string.h>

#include "layout/colour.h"

#define WORD 16 /* bytes, more than any word of a look has */

/* ---- as people write it ---- */

static int number_of(const char *word, const char *const *names, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(word, names[i]) == 0)
            return i;
    return -1;
}

/* A colour as people write it: a number, #rrggbb, default, or a name. False when it is none. */
static bool parse_colour(const char *word, struct shade *shade)
{
    static const char *const names[] = { "black", "red",     "green", "yellow",
                                         "blue",  "magenta", "cyan",  "white" };
    int named = number_of(word, names, 8);
    size_t length = strlen(word);
    char *end;
    *shade = (struct shade){ -1, 0 };
    if (strcmp(word, "default") == 0)
        return true;
    if (named >= 0) {
        *shade = (struct shade){ (short)named, colour_rgb(named) };
        return true;
    }
    bool hex = *word == '#' && length == 7;
    long value = strtol(word + hex, &end, hex ? 16 : 10);
    if (length == (size_t)hex || *end != '\0' || value < 0 || value > (hex ? 0xFFFFFF : 255) ||
        strchr("+- ", word[hex]) != NULL)
        return false;
    *shade = hex ? (struct shade){ (short)colour_nearest((int)value, 16, 255), (int)value }
                 : (struct shade){ (short)value, colour_rgb((int)value) };
    return true;
}

static int role_of(const char *word)
{
    int role = 0;
    while (role < ROLE_COUNT && strcmp(style_role_name((enum style_role)role), word) != 0)
        role++;
    return role < ROLE_COUNT ? role : -1;
}

/* Cuts the next word off *line. */
static bool take_word(const char **line, char word[WORD])
{
    *line += strspn(*line, " \t");
    size_t length = strcspn(*line, " \t");
    size_t kept = length < WORD ? length : WORD - 1;
    memcpy(word, *line, kept);
    word[kept] = '\0';
    *line += length;
    return length > 0;
}

static short plain_of(struct shade shade)
{
    return shade.fine < 8 ? shade.fine : (short)colour_nearest(shade.rgb, 0, 7);
}

static unsigned attribute_of(const char *word)
{
    static const char *const names[] = { "bold",    "italic", "underline",
                                         "reverse", "strike", "dim" };
    int number = number_of(word, names, 6);
    return number >= 0 ? 1u << (8 + number) : 0;
}

bool palette_change(struct palette *palette, const char *line, struct error *error)
{
    char word[WORD];
    struct shade colours[2] = { { -1, 0 }, { -1, 0 } };
    unsigned attributes = 0;
    int count = 0;
    int role = take_word(&line, word) ? role_of(word) : -1;
    if (role < 0) {
        error_set(error, "color: wants a role and its colours, as in color person #ffaf87; not “%s”",
                  word);
        return false;
    }
    while (take_word(&line, word)) {
        unsigned attribute = attribute_of(word);
        attributes |= attribute;
        if (attribute != 0 || strcmp(word, "on") == 0)
            continue;
        if (count == 2 || !parse_colour(word, &colours[count++])) {
            error_set(error, "color: wants #rrggbb, 0 to 255, a name or default, not “%s”", word);
            return false;
        }
    }
    struct look *look = &palette->looks[role];
    *look = (struct look){ colours[0].fine, colours[1].fine, plain_of(colours[0]),
                           plain_of(colours[1]), attributes, look->without_colours,
                           colours[0].rgb, colours[1].rgb };
    return true;
}
