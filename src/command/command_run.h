/* command_run: the functions that the command table points to.
 *
 * One form for all: the session and the invocation (argument, count, the record's
 * variant). What they do stands in the table; where: command_move.c, command_pane.c,
 * command_text.c, command_list.c, command_entity.c, command_coverage.c, command_hinge.c,
 * command_figure.c, command_select.c, command_export.c, room_annotate.c, room_notes.c. */
#ifndef DIPTYCH_COMMAND_COMMAND_RUN_H
#define DIPTYCH_COMMAND_COMMAND_RUN_H

struct session;
struct invocation;

void run_rows(struct session *session, const struct invocation *invocation);
void run_clusters(struct session *session, const struct invocation *invocation);
void run_words(struct session *session, const struct invocation *invocation);
void run_sentences(struct session *session, const struct invocation *invocation);
void run_paragraphs(struct session *session, const struct invocation *invocation);
void run_page(struct session *session, const struct invocation *invocation);
void run_half_page(struct session *session, const struct invocation *invocation);
void run_scroll(struct session *session, const struct invocation *invocation);
void run_top(struct session *session, const struct invocation *invocation);
void run_percent(struct session *session, const struct invocation *invocation);
void run_row_edge(struct session *session, const struct invocation *invocation);
void run_place(struct session *session, const struct invocation *invocation);
void run_split(struct session *session, const struct invocation *invocation);
void run_focus(struct session *session, const struct invocation *invocation);
void run_close(struct session *session, const struct invocation *invocation);
void run_only(struct session *session, const struct invocation *invocation);
void run_equal(struct session *session, const struct invocation *invocation);
void run_taller(struct session *session, const struct invocation *invocation);
void run_wider(struct session *session, const struct invocation *invocation);
void run_swap(struct session *session, const struct invocation *invocation);
void run_zoom(struct session *session, const struct invocation *invocation);
void run_quit(struct session *session, const struct invocation *invocation);
void run_history(struct session *session, const struct invocation *invocation);
void run_mark(struct session *session, const struct invocation *invocation);
void run_mark_go(struct session *session, const struct invocation *invocation);
void run_mentions(struct session *session, const struct invocation *invocation);
void run_mention_step(struct session *session, const struct invocation *invocation);
void run_entities(struct session *session, const struct invocation *invocation);
void run_hinge(struct session *session, const struct invocation *invocation);
void run_counterpart(struct session *session, const struct invocation *invocation);
void run_version(struct session *session, const struct invocation *invocation);
void run_unmatched(struct session *session, const struct invocation *invocation);
void run_pin(struct session *session, const struct invocation *invocation);
void run_figure_step(struct session *session, const struct invocation *invocation);
void run_figures(struct session *session, const struct invocation *invocation);
void run_parallel(struct session *session, const struct invocation *invocation);
void run_links(struct session *session, const struct invocation *invocation);
void run_follow(struct session *session, const struct invocation *invocation);
void run_labels(struct session *session, const struct invocation *invocation);
void run_select(struct session *session, const struct invocation *invocation);
void run_select_sentences(struct session *session, const struct invocation *invocation);
void run_swap_ends(struct session *session, const struct invocation *invocation);
void run_copy(struct session *session, const struct invocation *invocation);
void run_annotate(struct session *session, const struct invocation *invocation);
void run_notes(struct session *session, const struct invocation *invocation);
void run_note_step(struct session *session, const struct invocation *invocation);
void run_undo(struct session *session, const struct invocation *invocation);
void run_export(struct session *session, const struct invocation *invocation);
void run_delete(struct session *session, const struct invocation *invocation);
void run_edit(struct session *session, const struct invocation *invocation);
void run_entity(struct session *session, const struct invocation *invocation);
void run_browse(struct session *session, const struct invocation *invocation);
void run_search(struct session *session, const struct invocation *invocation);
void run_search_next(struct session *session, const struct invocation *invocation);
void run_search_word(struct session *session, const struct invocation *invocation);
void run_filter(struct session *session, const struct invocation *invocation);
void run_search_library(struct session *session, const struct invocation *invocation);
void run_headings(struct session *session, const struct invocation *invocation);
void run_outline(struct session *session, const struct invocation *invocation);
void run_library(struct session *session, const struct invocation *invocation);
void run_open(struct session *session, const struct invocation *invocation);
void run_facts(struct session *session, const struct invocation *invocation);
void run_pipe(struct session *session, const struct invocation *invocation);
void run_command(struct session *session, const struct invocation *invocation);
void run_write(struct session *session, const struct invocation *invocation);
void run_set(struct session *session, const struct invocation *invocation);
void run_bind(struct session *session, const struct invocation *invocation);
void run_help(struct session *session, const struct invocation *invocation);
void run_redraw(struct session *session, const struct invocation *invocation);
void run_suspend(struct session *session, const struct invocation *invocation);
void run_cancel(struct session *session, const struct invocation *invocation);
void run_choose(struct session *session, const struct invocation *invocation);
void run_list_filter(struct session *session, const struct invocation *invocation);
void run_list_sort(struct session *session, const struct invocation *invocation);
void run_lookup(struct session *session, const struct invocation *invocation);
void run_concordance(struct session *session, const struct invocation *invocation);
void run_coverage(struct session *session, const struct invocation *invocation);
void run_only_here(struct session *session, const struct invocation *invocation);
void run_close_list(struct session *session, const struct invocation *invocation);

#endif
