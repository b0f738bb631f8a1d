/* document_invariants: what holds for every document, whatever it was read from. A fuzz
 * target or test calls check_document; a breach ends the program with its line. */
#ifndef DIPTYCH_TESTS_FUZZ_DOCUMENT_INVARIANTS_H
#define DIPTYCH_TESTS_FUZZ_DOCUMENT_INVARIANTS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/blocks.h"
#include "doc/document.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "fuzz/holds.h"

static int starts_code_point(const struct document *document, size_t at)
{
    return at == document->length || ((unsigned char)document->text[at] & 0xC0) != 0x80;
}

static void check_gap(const struct document *document, size_t from, size_t to)
{
    HOLDS(from <= to && to <= document->length);
    HOLDS(blocks_skip_blanks(document->text, to, from) == to);
}

static void check_blocks(const struct document *document)
{
    size_t end = 0;
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        check_gap(document, end, block->start);
        HOLDS(block->start <= block->end && block->end <= document->length);
        HOLDS(block->end - block->start <= DOCUMENT_BLOCK_LIMIT);
        HOLDS(starts_code_point(document, block->start));
        HOLDS(starts_code_point(document, block->end));
        HOLDS(block->kind <= BLOCK_RULE && block->marker <= document->marker_count);
        HOLDS(document_block_at(document, block->start) >= i);
        end = block->end;
    }
    check_gap(document, end, document->length);
}

static void check_runs(const struct document *document)
{
    size_t end = 0;
    for (size_t i = 0; i < document->style_count; i++) {
        const struct style_run *run = &document->styles[i];
        HOLDS(end <= run->start && run->start < run->end && run->end <= document->length);
        HOLDS(starts_code_point(document, run->start) && starts_code_point(document, run->end));
        HOLDS(run->bits != 0);
        end = run->end;
    }
    end = 0;
    for (size_t i = 0; i < document->link_count; i++) {
        const struct link *link = &document->links[i];
        HOLDS(end <= link->span.start && link->span.start < link->span.end);
        HOLDS(link->span.end <= document->length && link->target != NULL);
        HOLDS(starts_code_point(document, link->span.start));
        HOLDS(starts_code_point(document, link->span.end));
        HOLDS(link->kind != LINK_PLACE || link->place <= document->length);
        HOLDS(is_clean(link->target, strlen(link->target)));
        end = link->span.end;
    }
}

static void check_document(const struct document *document)
{
    HOLDS(document != NULL && document->frontmatter != NULL);
    HOLDS(document->text[document->length] == '\0');
    HOLDS(strlen(document->text) == document->length);
    HOLDS(utf8_is_valid(document->text, document->length));
    HOLDS(is_clean(document->text, document->length));
    check_blocks(document);
    check_runs(document);
    free(document_title(document));
}

#endif
