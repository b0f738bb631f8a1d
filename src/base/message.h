/* message: the sentences of the program in the reader's language.
 *
 * Every sentence is written in English and is its own name in the catalogues (po/NAME.po, compiled by
 * msgfmt to a .mo file): what a catalogue does not have stays English. error_set, session_say and
 * their like look their formats up themselves; elsewhere _() marks what is shown to a reader and looks
 * it up, N_() marks what stands in a table and is looked up when it is shown. What scripts read, the
 * data of batch commands, is never looked up.
 *
 * gettext() of the C library is not asked: without a generated locale (containers, ssh into C.UTF-8)
 * it translates nothing. Which catalogue is in force is, as there, the process's and no session's.
 * Ownership: a catalogue is its maker's (message_catalogues.h), and outlives what was looked up. */
#ifndef DIPTYCH_BASE_MESSAGE_H
#define DIPTYCH_BASE_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__GNUC__)
#define MESSAGE_FORMAT_LIKE(at) __attribute__((format_arg(at)))
#else
#define MESSAGE_FORMAT_LIKE(at)
#endif

/* The bytes of a .mo file, and where its tables stand in them; offsets are bytes. */
struct message_catalogue {
    char *bytes;
    size_t length;
    bool swapped; /* numbers in the other order of bytes than this machine's */
    size_t count, english, other; /* strings; where the table of each kind begins */
    bool one_form; /* one form for all numbers, as in Chinese; else two, as in English */
};

/* Looks into bytes that stay the caller's. False when they are no whole .mo file. */
bool message_catalogue_read(struct message_catalogue *catalogue, char *bytes, size_t length);

/* From now on this one is asked by all threads; NULL: English. */
void message_use(const struct message_catalogue *catalogue);

/* The sentence, or format with the same conversions, in the language in force. */
const char *message_text(const char *english) MESSAGE_FORMAT_LIKE(1);

/* The same by number: `one` for 1, `many` for all others. */
const char *message_count(const char *one, const char *many, size_t count)
    MESSAGE_FORMAT_LIKE(1) MESSAGE_FORMAT_LIKE(2);

#define _(english) message_text(english)
#define N_(english) english

#endif
