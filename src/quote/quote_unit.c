#include "quote/quote_unit.h"

#include <stdint.h>
#include <string.h>

#include "base/bisect.h"
#include "text/punctuation.h"
#include "text/utf8.h"

uint32_t quote_unit_code(const struct quote_unit *unit, size_t at, size_t *size)
{
    uint32_t code = 0;
    *size = at < unit->to ? utf8_decode(unit->text + at, unit->to - at, &code) : 0;
    return code;
}

const struct speaker_name *quote_unit_name(const struct quote_unit *unit, size_t offset)
{
    size_t at = 0;
    BISECT(at, unit->name_count, unit->names[at].end > offset);
    return at < unit->name_count ? &unit->names[at] : NULL;
}

static bool is_margin(uint32_t code)
{
    return punctuation_is_blank(code) || punctuation_is_continuation(code) ||
           (punctuation_is_stop(code) && code != '?' && code != '!' && code != 0xFF1F &&
            code != 0xFF01) ||
           punctuation_is_dash(code);
}

struct span quote_unit_trim(const char *text, struct span span)
{
    uint32_t code;
    while (span.start < span.end) {
        size_t size = utf8_decode(text + span.start, span.end - span.start, &code);
        if (!is_margin(code) ||
            (code == '.' && span.start + 1 < span.end && text[span.start + 1] != ' '))
            break;
        span.start += size;
    }
    while (span.end > span.start) {
        size_t before = utf8_previous(text, span.end);
        (void)utf8_decode(text + before, span.end - before, &code);
        if (!is_margin(code))
            break;
        span.end = before;
    }
    return span;
}

/* 称，“海星7号”失去动力: the mark of a term that a clause begins with is no mark of the clause's. */
static struct span with_term_mark(const struct quote_unit *unit, struct span said)
{
    const struct quote_mark *mark = quote_marks_at(unit->marks, said.start);
    if (mark != NULL && mark->closed && mark->inner.start == said.start &&
        mark->outer.end < said.end)
        said.start = mark->outer.start;
    return said;
}

void quote_unit_settle(const struct quote_unit *unit, struct statements *statements)
{
    size_t kept = 0;
    for (size_t i = 0; i < statements->count; i++) {
        struct statement statement = statements->items[i];
        for (size_t j = i + 1; j < statements->count && j <= i + 2 && !statement.direct; j++) {
            size_t clause = statements->items[j].clause;
            if (clause > statement.said.start && clause < statement.said.end)
                statement.said.end = clause;
        }
        statement.said = quote_unit_trim(unit->text, statement.said);
        if (!statement.direct)
            statement.said = with_term_mark(unit, statement.said);
        if (statement.said.end > statement.said.start)
            statements->items[kept++] = statement;
    }
    statements->count = kept;
}
