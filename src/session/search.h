/* search: searching and filtering in a text, a list or a table, while the reader types and after. */
#ifndef DIPTYCH_SESSION_SEARCH_H
#define DIPTYCH_SESSION_SEARCH_H

#include <stdbool.h>

#include "base/span.h"

struct buffer;
struct error;
struct find;
struct invocation;
struct prompt_ops;
struct session;
struct spans;
struct article_view;

extern const struct prompt_ops row_filter_prompt;

/* Compiles a pattern as the option `regex` says; the caller frees it. search_set makes it the one
 * that n repeats and takes it over (NULL: rows are searched by words). */
struct find *search_compile(const struct session *session, const char *pattern,
                            struct error *error);
void search_set(struct session *session, struct find *find, const char *pattern);

void search_find_hits(const struct session *session, const struct article_view *view,
                      struct span visible, struct spans *hits); /* those that are lit */
bool search_put_out(struct session *session); /* true when some were lit */
void search_status(struct session *session, const struct article_view *view, struct buffer *out);
const char *search_pattern(const struct session *session); /* NULL: nothing was searched for */

void search_run_next(struct session *session, const struct invocation *invocation);
void search_run_word(struct session *session, const struct invocation *invocation);

void search_run(struct session *session, const struct invocation *invocation);
void search_run_filter(struct session *session, const struct invocation *invocation);

#endif
