# The sources of the two floors that are the reading room; the rest is in src/local.mk.

src_libsession_a_SOURCES = \
	src/session/annotate.c \
	src/session/completion.c \
	src/session/concordance_part.c \
	src/session/core.c \
	src/session/core.h \
	src/session/crosstab_paint.c \
	src/session/crosstab_paint.h \
	src/session/crosstabs.c \
	src/session/edit.c \
	src/session/editor_command.c \
	src/session/editor_command.h \
	src/session/entities.c \
	src/session/entity_lists.c \
	src/session/labels.c \
	src/session/letter_marks.c \
	src/session/library_list.c \
	src/session/library_search.c \
	src/session/list_view.c \
	src/session/lists.c \
	src/session/lists.h \
	src/session/lookup_part.c \
	src/session/missing_links.c \
	src/session/note_lists.c \
	src/session/note_marks.c \
	src/session/note_review.c \
	src/session/note_service.c \
	src/session/note_service.h \
	src/session/open_place.c \
	src/session/open_place.h \
	src/session/open.c \
	src/session/outline_list.c \
	src/session/overlays.c \
	src/session/overlays.h \
	src/session/paint.c \
	src/session/parts.c \
	src/session/parts.h \
	src/session/rcfile.c \
	src/session/registry.c \
	src/session/registry.h \
	src/session/reload.c \
	src/session/saved_state.c \
	src/session/search.c \
	src/session/selecting.c \
	src/session/session.c \
	src/session/session.h \
	src/session/status_line.c \
	src/session/status_line.h \
	src/session/sync.c \
	src/session/sync_counterpart.c \
	src/session/sync_figures.c \
	src/session/sync_pairs.c \
	src/session/text_view.c \
	src/session/type_letters.c \
	src/session/views.c \
	src/session/views.h \
	src/session/watch.c

src_libcommand_a_SOURCES = \
	src/command/bilingual.c \
	src/command/entity.c \
	src/command/export.c \
	src/command/figure.c \
	src/command/general.c \
	src/command/help_text.c \
	src/command/input.c \
	src/command/link.c \
	src/command/list.c \
	src/command/move.c \
	src/command/note.c \
	src/command/pane.c \
	src/command/search.c \
	src/command/select.c \
	src/command/table.c \
	src/command/table.h \
	src/command/write.c
