#include "notes/import_readwise.h"

#include "notes/import_field.h"
#include "notes/import_index.h"

static bool has_text(struct json item, const char *name)
{
    struct json text = json_member(item, name);
    return json_kind(text) == JSON_STRING && !json_is(text, "");
}

bool import_readwise_is_book(struct json item)
{
    return json_kind(json_member(item, "highlights")) == JSON_ARRAY ||
           json_kind(json_member(item, "text")) == JSON_STRING;
}

bool import_readwise_is_document(struct json item)
{
    return json_kind(json_member(item, "parent_id")) != JSON_NOTHING &&
           json_kind(json_member(item, "category")) == JSON_STRING;
}

/* --- version 2 --- */

static bool is_deleted(struct json item)
{
    return json_kind(json_member(item, "is_deleted")) == JSON_TRUE;
}

static struct annotation_target *set_book(struct annotation *annotation, struct json book)
{
    struct annotation_target *target = annotation_add_target(annotation, TARGET_SELECTION);
    import_set(&target->title, book, "title");
    import_set(&target->publisher, book, "author");
    import_set(&target->source, book, "source_url");
    return target;
}

static bool give(struct annotation *annotation, struct import_job *job)
{
    annotation->kind = import_kind(annotation);
    return import_give(job, annotation, false);
}

static bool take_highlight(struct json book, struct json highlight, struct import_job *job)
{
    struct annotation annotation;
    if (is_deleted(highlight))
        return true;
    annotation_begin(&annotation);
    struct annotation_target *target = set_book(&annotation, book);
    import_origin(&annotation, "readwise", json_member(highlight, "id"));
    import_set(&target->quote, highlight, "text");
    import_set(&annotation.comment, highlight, "note");
    import_set(&annotation.colour, highlight, "color");
    import_times(&annotation, highlight, "highlighted_at", "updated_at");
    import_tags(&annotation, json_member(highlight, "tags"), "name");
    return give(&annotation, job);
}

static bool take_book_note(struct json book, struct import_job *job)
{
    struct annotation annotation;
    if (!has_text(book, "document_note"))
        return true;
    annotation_begin(&annotation);
    (void)set_book(&annotation, book);
    import_origin(&annotation, "readwise:book", json_member(book, "user_book_id"));
    import_set(&annotation.comment, book, "document_note");
    return give(&annotation, job);
}

static bool take_book(struct json book, struct import_job *job)
{
    if (json_kind(json_member(book, "highlights")) != JSON_ARRAY)
        return take_highlight(book, book, job);
    if (is_deleted(book))
        return true;
    bool more = take_book_note(book, job);
    for (struct json highlight = json_first(json_member(book, "highlights"));
         more && json_kind(highlight) != JSON_NOTHING; highlight = json_next(highlight))
        more = take_highlight(book, highlight, job);
    return more;
}

/* --- version 3 --- */

struct shelf {
    struct import_index documents; /* by their ids */
    struct import_index notes;     /* by the ids of what they are on */
};

static bool is_category(struct json item, const char *name)
{
    return json_is(json_member(item, "category"), name);
}

static void fill_shelf(struct shelf *shelf, struct json results)
{
    for (struct json item = json_first(results); json_kind(item) != JSON_NOTHING;
         item = json_next(item)) {
        import_index_add(&shelf->documents, json_member(item, "id"), item);
        if (is_category(item, "note"))
            import_index_add(&shelf->notes, json_member(item, "parent_id"), item);
    }
    import_index_sort(&shelf->documents);
    import_index_sort(&shelf->notes);
}

static struct json parent_of(const struct shelf *shelf, struct json item)
{
    return import_index_find(&shelf->documents, json_member(item, "parent_id"));
}

/* The note of a highlight is said with it; a second one, and one on a document, by itself. */
static bool is_said_elsewhere(const struct shelf *shelf, struct json note)
{
    struct json first = import_index_find(&shelf->notes, json_member(note, "parent_id"));
    return is_category(parent_of(shelf, note), "highlight") && first.at == note.at;
}

/* The words of a note of the category "note" are its content; what an item has as notes is said
 * about it, and serves where it has none of those. */
static void set_comment(const struct shelf *shelf, struct annotation *annotation, struct json item)
{
    bool note = is_category(item, "note");
    struct json said = note ? item : import_index_find(&shelf->notes, json_member(item, "id"));
    import_set(&annotation->comment, item, "notes");
    if (note || is_category(item, "highlight"))
        import_set(&annotation->comment, said, "content");
}

static bool take_document(const struct shelf *shelf, struct json item, struct import_job *job)
{
    struct annotation annotation;
    bool highlight = is_category(item, "highlight"), note = is_category(item, "note");
    struct json work = parent_of(shelf, item);
    if (note && is_said_elsewhere(shelf, item))
        return true;
    if (!highlight && !note && !has_text(item, "notes"))
        return true;
    if (is_category(work, "highlight"))
        work = parent_of(shelf, work);
    annotation_begin(&annotation);
    struct annotation_target *target =
        set_book(&annotation, json_kind(work) == JSON_NOTHING ? item : work);
    import_origin(&annotation, "readwise", json_member(item, "id"));
    if (highlight)
        import_set(&target->quote, item, "content");
    set_comment(shelf, &annotation, item);
    import_times(&annotation, item, "created_at", "updated_at");
    import_tags(&annotation, json_member(item, "tags"), "name");
    return give(&annotation, job);
}

bool import_readwise(struct json results, struct import_job *job)
{
    bool more = true;
    struct shelf shelf = { 0 };
    if (import_readwise_is_document(json_first(results)))
        fill_shelf(&shelf, results);
    for (struct json item = json_first(results); more && json_kind(item) != JSON_NOTHING;
         item = json_next(item))
        more = import_readwise_is_document(item) ? take_document(&shelf, item, job)
                                                 : take_book(item, job);
    import_index_free(&shelf.documents);
    import_index_free(&shelf.notes);
    return more;
}
