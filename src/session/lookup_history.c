#include "session/lookup_history.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "notes/stamp.h"
#include "text/ascii.h"
#include "text/fold.h"

#define TIME_LENGTH ((size_t)ANNOTATION_TIME_SIZE - 1)

void lookup_history_free(struct lookup_history *history)
{
    for (size_t i = 0; i < history->count; i++)
        free(history->items[i].word);
    free(history->items);
    *history = (struct lookup_history){ 0 };
}

char *lookup_history_fold(const char *word)
{
    struct fold fold = { 0 };
    fold_text(word, strlen(word), FOLD_CASE | FOLD_SPACE, &fold);
    char *copy = xstrndup(fold.text != NULL ? fold.text : "", fold.length);
    fold_free(&fold);
    return copy;
}

static bool is_time(const char *text)
{
    static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
    for (size_t i = 0; i < TIME_LENGTH; i++) {
        bool digit = ascii_is_digit(text[i]);
        if (form[i] == 'd' ? !digit : text[i] != form[i])
            return false;
    }
    return true;
}

static void push(struct lookup_history *history, const char *word, const char *time, int64_t own)
{
    struct lookup_event event = { .word = lookup_history_fold(word), .own = own };
    memcpy(event.day, time, sizeof event.day - 1);
    VECTOR_PUSH(history, event);
}

static void take_line(struct lookup_history *history, const char *line, size_t length)
{
    if (length < TIME_LENGTH + 2 || line[TIME_LENGTH] != '\t' || !is_time(line))
        return;
    char *word = xstrndup(line + TIME_LENGTH + 1, length - TIME_LENGTH - 1);
    push(history, word, line, 0);
    free(word);
}

void lookup_history_read(struct lookup_history *history, const char *folder)
{
    struct buffer bytes = { 0 };
    if (history->read || folder == NULL)
        return;
    history->read = true;
    char *path = file_join(folder, LOOKUP_HISTORY_FILE);
    bool ok = file_read(path, 0, &bytes, NULL);
    const char *text = buffer_text(&bytes);
    const char *end = text + bytes.length;
    if (ok && bytes.length > LOOKUP_HISTORY_BYTES) {
        const char *half = memchr(end - LOOKUP_HISTORY_BYTES / 2, '\n', LOOKUP_HISTORY_BYTES / 2);
        text = half != NULL ? half + 1 : end;
        (void)file_write(path, text, (size_t)(end - text), NULL);
    }
    while (ok && text < end) {
        const char *line = memchr(text, '\n', (size_t)(end - text));
        size_t length = (size_t)((line != NULL ? line : end) - text);
        take_line(history, text, length);
        text += length + 1;
    }
    free(path);
    buffer_free(&bytes);
}

static void append(const char *folder, const char *word, const char *time)
{
    if (!file_make_folders(folder, NULL))
        return;
    char *path = file_join(folder, LOOKUP_HISTORY_FILE);
    char *line = xasprintf("%s\t%s\n", time, word);
    int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
    if (file >= 0) {
        ssize_t written = write(file, line, strlen(line));
        (void)written;
        close(file);
    }
    free(line);
    free(path);
}

void lookup_history_add(struct lookup_history *history, const char *folder, const char *word,
                        int64_t now)
{
    if (*word == '\0' || strpbrk(word, "\t\n\r") != NULL)
        return;
    lookup_history_read(history, folder);
    char time[ANNOTATION_TIME_SIZE];
    stamp_time(now, time);
    push(history, word, time, now);
    if (folder != NULL)
        append(folder, word, time);
}

size_t lookup_history_find(const struct lookup_history *history, const char *word, int64_t now,
                           char last[11])
{
    size_t count = 0;
    char *folded = lookup_history_fold(word);
    for (size_t i = 0; i < history->count; i++) {
        const struct lookup_event *event = &history->items[i];
        if ((event->own != 0 && now - event->own < LOOKUP_HISTORY_PAUSE) ||
            strcmp(event->word, folded) != 0)
            continue;
        count++;
        memcpy(last, event->day, sizeof event->day);
    }
    free(folded);
    return count;
}
