/* abbreviation: what a full stop after a Latin word may mean, and which words begin
 * a sentence. Tables only: no state, nothing allocated. Words are byte ranges of UTF-8;
 * everything that is looked up here is ASCII. */
#ifndef DIPTYCH_TEXT_ABBREVIATION_H
#define DIPTYCH_TEXT_ABBREVIATION_H

#include <stdbool.h>
#include <stddef.h>

enum abbreviation {
    ABBREVIATION_NONE,    /* an ordinary word: its full stop ends the sentence */
    ABBREVIATION_NEVER,   /* e.g., vs., Mr.: something always follows */
    ABBREVIATION_NUMBER,  /* No., Fig.: an abbreviation only before a number */
    ABBREVIATION_PLACE,   /* St., Dr., Mt.: title or street; ends only before a plain starter */
    ABBREVIATION_CLOSING, /* Inc., U.S., Jan.: may close a sentence; a starter decides */
    ABBREVIATION_LOOSE,   /* etc., p.m.: closes the sentence before any capital but a name of
                             a day, month or time zone */
    ABBREVIATION_INITIAL  /* one capital letter: K. */
};

/* Class of the word (without its last full stop; inner stops belong to it: "U.S"). */
enum abbreviation abbreviation_class(const char *word, size_t length);

/* True for words that, written with a capital, usually begin a sentence: The, He, But. */
bool abbreviation_is_starter(const char *word, size_t length);

/* True for Monday, Sept, EST: what goes on after "9 p.m.". */
bool abbreviation_is_date_word(const char *word, size_t length);

/* True for names written with an exclamation mark: Yahoo!, Jeopardy!. */
bool abbreviation_is_exclaimed_name(const char *word, size_t length);

#endif
