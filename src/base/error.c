#include "base/error.h"

#include <stdio.h>
#include <string.h>

#include "base/message.h"

/* Never leave half a UTF-8 sequence at the end of a cut text. */
static void trim_partial_sequence(char *text)
{
    size_t length = strlen(text);
    if (length + 1 < ERROR_SIZE)
        return;
    size_t start = length;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start > 0 && ((unsigned char)text[start - 1] & 0x80) != 0)
        text[start - 1] = '\0';
}

void error_set(struct error *error, const char *format, ...)
{
    if (error == NULL)
        return;
    va_list args;
    va_start(args, format);
    if (vsnprintf(error->text, sizeof error->text, message_text(format), args) < 0)
        error->text[0] = '\0';
    va_end(args);
    trim_partial_sequence(error->text);
}

void error_prefix(struct error *error, const char *context)
{
    if (error == NULL)
        return;
    struct error old = *error;
    bool sentence = strchr(context, ' ') != NULL; /* and not a command or a file, which may be called as a message is */
    error_set(error, "%s: %s", sentence ? message_text(context) : context, old.text);
}
