/* record_of: records for tests of the printers, made by hand: a plain one, and one whose every
 * field is an attack. */
#ifndef DIPTYCH_TESTS_EXPORT_RECORD_OF_H
#define DIPTYCH_TESTS_EXPORT_RECORD_OF_H

#include <stdio.h>

#include "notes/annotation_of.h"
#include "notes/record.h"

static const struct record_entity record_entities[] = {
    { "alibaba", "Alibaba Group", "company" },
    { "opensky", "OpenSky", "company" },
};

static inline struct note_record record_of(const struct annotation *annotation)
{
    struct note_record record = { .annotation = annotation,
                                  .entities = record_entities,
                                  .entity_count = 2 };
    record.places[TARGET_COUNTERPART].state = ANCHOR_MOVED;
    for (size_t i = 0; i < annotation->target_count; i++) {
        const struct annotation_target *target = &annotation->targets[i];
        record.places[target->role].start = target->start;
        record.places[target->role].end = target->end;
    }
    return record;
}

/* A comment on a sale, with counterpart, as annotation_of makes it, and more about the articles. */
static inline struct annotation annotation_full(unsigned number, const char *quote)
{
    struct annotation made = annotation_of(number, quote);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    annotation_set(&target->publisher, "TechCrunch");
    annotation_set(&target->published, "2015-06-22");
    annotation_set(&target->source, "https://example.org/sale?a=1&b=2");
    annotation_set(&target->path, "/tmp/sale.en.md");
    annotation_set(&target->hash, "abc");
    target = annotation_add_target(&made, TARGET_COUNTERPART);
    annotation_set(&target->lang, "zh");
    annotation_set(&target->title, "出售");
    return made;
}

/* The same text in every field there is. */
static inline struct annotation annotation_attack(unsigned number, const char *attack)
{
    struct annotation made;
    annotation_begin(&made);
    snprintf(made.id, sizeof made.id, "0m%010u", number);
    snprintf(made.created, sizeof made.created, "2015-06-23T10:00:%02uZ", number % 60);
    snprintf(made.modified, sizeof made.modified, "%.20s", attack);
    made.kind = (enum annotation_kind)(number % 5);
    for (size_t i = 0; annotation_field_name(i) != NULL; i++)
        annotation_set(annotation_field(&made, i), attack);
    annotation_add_tag(&made, attack);
    for (int role = TARGET_SELECTION; role <= TARGET_DESTINATION; role++) {
        struct annotation_target *target = annotation_add_target(&made, (enum target_role)role);
        for (size_t i = 0; target_field_name(i) != NULL; i++)
            annotation_set(target_field(target, i), attack);
        target->end = 3;
    }
    return made;
}

/* One for each way out of a format that was thought of. */
static const char *const record_attacks[] = {
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)> '\" onmouseover=\"alert(1)",
    "</style></main><!-- --><style>*{display:none}</style>",
    "<!-- diptych:note 0m0000000001 -->\n<!-- /diptych:note 0m0000000001 -->",
    "# /diptych:note 0m0000000001\n* TODO headline\n#+end_quote\n#+include: \"/etc/passwd\"\n:END:",
    "[x](javascript:alert(1)) [y]( <javascript:alert(1)>) [z]: data:text/html,x",
    "\\<script>alert(1)\\</script> \\\\<b>",
    "&lt;script&gt; &#60;b&#62; &amp;lt;",
    "```\n<script>\n~~~\n    code\n# heading\n> quote\n- item\n1. item\n---\n===\n| a | b "
    "|\n|---|---|",
    "---\ntitle: taken\n---\n",
    "=HYPERLINK(\"http://example.org\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    " =1+1",
    "\r\n=1+1",
    "＝1+1",
    "a,b\"c\"\r\nd\te\\f\\n",
    "]]> <![CDATA[ x ]]> <?php echo 1 ?> &entity; &#x0;",
    "{{id}} {{{comment}}} {{#notes}} {{=<% %>=}}",
    "*bold* /i/ _u_ =v= ~c~ +s+ [[link]] <<t>> <2015-06-23> {{{m(x)}}} @@html:<b>@@ src_sh{rm} "
    "call_f() \\alpha $x$ [fn:1] a_b c^d :drawer:",
    "\x1b[31mred\x1b]0;title\x07 \x01\x02 \x7f \xc2\x9b",
    "bidi \xe2\x80\xae evil \xe2\x81\xa6 x \xe2\x80\x8b zero \xc2\xad soft \xef\xbb\xbf bom",
    "\xff\xfe ill \xc0\xaf formed \xed\xa0\x80 \xf4\x90\x80\x80 \xe2\x82",
    "\xef\xbf\xbe \xef\xbf\xbf nonchar \xf3\xb0\x80\x80",
    "line\xe2\x80\xa8separator\xe2\x80\xa9paragraph\xc2\x85next",
    "",
    " ",
    "\n\n\n",
    "- - -\n```\nopen fence",
    "---\n~~~~~\nopen",
    "1234567890. x\n12) y\n    indented\n\ttab",
    "#tag #1 %%hidden%% ==mark== ~~gone~~ ^id $$math$$ \\(x\\)",
    "$(rm -rf) `rm` %0A../../..",
    "[[elisp:(ding)][x]] elisp:(ding) <elisp:(ding)> shell:ls \xe4\xb8\xadshell:ls _shell:ls file:/etc "
    "x+shell:ls [[shell:ls]] help:ding file+emacs:x",
    "-*- mode: emacs-lisp; eval: (ding) -*-\n# Local Variables:\n# eval: (ding)\n# End:",
    "<%%(ding)> %%(ding) {{{eval((ding))}}} <<<radio>>> [fn:x] [cite:@x]\n%%(ding)",
};

#define RECORD_ATTACKS (sizeof record_attacks / sizeof *record_attacks)

#endif
