#include "export/html_print.h"

#include "export/escape_markup.h"
#include "export/html_note.h"
#include "export/html_page.h"

static void begin(struct buffer *out, const struct export_set *set)
{
    const struct annotation_target *target = export_set_article(set);
    const char *title = target != NULL && target->title[0] != '\0' ? target->title : "Notes";
    html_page_begin(out, title, target != NULL ? target->lang : "en", "notes");
    buffer_add_text(out, "<h1>");
    escape_markup_text(out, title);
    buffer_add_text(out, "</h1>\n");
}

static void add_side(struct buffer *out, const struct annotation_target *target)
{
    buffer_add_text(out, "<div>\n");
    html_add_quote(out, target);
    html_add_origin(out, target);
    buffer_add_text(out, "</div>\n");
}

static void add_item(struct buffer *out, const struct export_set *set, size_t index)
{
    const struct note_record *record = &set->records[index];
    bool pair = record_selection(record) != NULL && record_counterpart(record) != NULL;
    buffer_add_format(out, "<article class=\"note %s\" id=\"note-",
                      annotation_kind_name(record->annotation->kind));
    escape_markup_text(out, record->annotation->id);
    buffer_add_text(out, pair ? "\">\n<div class=\"pair\">\n" : "\">\n");
    for (int role = TARGET_SELECTION; role <= TARGET_COUNTERPART; role++) {
        const struct annotation_target *target = record_target(record, (enum target_role)role);
        if (target != NULL)
            add_side(out, target);
    }
    buffer_add_text(out, pair ? "</div>\n" : "");
    html_add_remarks(out, record);
    buffer_add_text(out, "</article>\n");
}

static void end(struct buffer *out, const struct export_set *set)
{
    (void)set;
    html_page_end(out);
}

const struct printer html_printer = {
    .name = "html", .extension = "html", .begin = begin, .item = add_item, .end = end
};
