#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "notes/annotation_of.h"
#include "notes/clipping_date.h"
#include "notes/import.h"
#include "notes/known.h"

/* Everything that was taken, a line each: kind, times, quote, prefix, suffix, comment, tags, title,
 * source, origin; "own" first where it is. */
static bool write_down(void *context, struct annotation *annotation, bool own)
{
    struct buffer *out = context;
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    buffer_add_format(out, "%s%s|%s|%s|%s|%s|%s|", own ? "own " : "",
                      annotation_kind_name(annotation->kind), annotation->created,
                      annotation->modified, target->quote, target->prefix, target->suffix);
    buffer_add_format(out, "%s|", annotation->comment);
    for (size_t i = 0; i < annotation->tag_count; i++)
        buffer_add_format(out, "%s%s", i > 0 ? "," : "", annotation->tags[i]);
    buffer_add_format(out, "|%s|%s|%s\n", target->title, target->source, annotation->origin);
    return true;
}

static void reads(const char *bytes, const char *wanted, size_t left_out)
{
    struct buffer out = { 0 };
    struct import_job job = { .take = write_down, .context = &out };
    struct error error = { "" };
    if (!import_read(bytes, strlen(bytes), &job, &error))
        fail_msg("%s", error.text);
    assert_string_equal(buffer_text(&out), wanted);
    assert_int_equal(job.left_out, left_out);
    buffer_free(&out);
}

#define QUOTE(exact) "{\"type\":\"TextQuoteSelector\",\"exact\":\"" exact "\"}"

static void reads_w3c_annotations_of_any_make(void **state)
{
    (void)state;
    reads("{\"type\":\"Annotation\",\"target\":{\"source\":\"http://x/\",\"selector\":" QUOTE(
              "a") "}}",
          "highlight|||a||||||http://x/|\n", 0);
    reads("[{\"id\":\"http://y/"
          "1\",\"motivation\":[\"tagging\",\"commenting\"],\"bodyValue\":\"well\","
          "\"target\":[{\"source\":{\"id\":\"http://x/\",\"title\":\"T\"},\"selector\":{\"type\":"
          "\"FragmentSelector\",\"refinedBy\":" QUOTE(
              "b") "}},{\"source\":\"z\",\"selector\":" QUOTE("c") "}]}]",
          "tag|||b|||well||T|http://x/|http://y/1\n", 0);
    reads(
        "{\"type\":\"AnnotationPage\",\"items\":[{\"created\":\"2015-06-23T12:00:00+02:00\","
        "\"body\":[{"
        "\"type\":[\"TextualBody\"],\"value\":\"one\"},{\"type\":\"TextualBody\",\"value\":\"two\","
        "\"purpose\":\"describing\"},{\"purpose\":\"tagging\",\"value\":\"t\"}],\"target\":{"
        "\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":4},{\"type\":"
        "\"TextQuoteSelector\",\"exact\":\"d\",\"prefix\":\"p\",\"suffix\":\"s\"}]}}]}",
        "comment|2015-06-23T10:00:00Z||d|p|s|one\n\ntwo|t|||\n", 0);
    reads("[{\"target\":\"http://x/\"},{\"target\":{\"selector\":" QUOTE(" ") "}},7,null,\"x\",[]]",
          "", 6);
    reads("{\"items\":[]}", "", 0);
}

static void reads_hypothesis(void **state)
{
    (void)state;
    reads(
        "{\"total\":2,\"rows\":[{\"id\":\"h1\",\"created\":\"2015-06-23T10:00:00.5+00:00\","
        "\"updated\":"
        "\"2015-06-24\",\"uri\":\"http://x/\",\"text\":\"hm\",\"tags\":[\"a\",\"b\"],\"document\":{"
        "\"title\":[\"T\"]},\"target\":[{\"selector\":[{\"type\":\"RangeSelector\"},{\"type\":"
        "\"TextQuoteSelector\",\"exact\":\"q\",\"prefix\":\"p\",\"suffix\":\"s\"}]}]},{\"id\":"
        "\"page note\","
        "\"uri\":\"u\",\"target\":[{}]}]}",
        "comment|2015-06-23T10:00:00Z|2015-06-24T00:00:00Z|q|p|s|hm|a,b|T|http://x/"
        "|hypothesis:h1\n",
        1);
}

static void reads_koreader(void **state)
{
    (void)state;
    reads("{\"title\":\"T\",\"author\":\"A\",\"entries\":[{\"text\":\"q\",\"note\":\"n\",\"time\":"
          "1435053600,"
          "\"chapter\":\"C\"},{\"text\":\"r\"}]}",
          "comment|2015-06-23T10:00:00Z||q|||n||T||\nhighlight|||r|||||T||\n", 0);
    reads("{\"documents\":[{\"title\":\"T\",\"entries\":[{\"text\":\"q\"}]},{\"title\":\"U\","
          "\"entries\":[{"
          "\"text\":\"r\"}]}]}",
          "highlight|||q|||||T||\nhighlight|||r|||||U||\n", 0);
    /* a time is a number of seconds, as far as years have four digits, or told in words */
    reads("{\"title\":\"T\",\"author\":\"A\",\"entries\":[{\"text\":\"a\",\"time\":68719476735},{\"text\":\"b\","
          "\"time\":68719476736},{\"text\":\"c\",\"time\":-1},{\"text\":\"d\",\"time\":1.5},{\"text\":\"e\",\"time\":"
          "\"2015-06-23 10:00:00\"},{\"text\":\"f\",\"time\":0},{\"text\":\"g\",\"time\":null}]}",
          "highlight|4147-08-20T07:32:15Z||a|||||T||\nhighlight|||b|||||T||\nhighlight|||c|||||T||\n"
          "highlight|||d|||||T||\nhighlight|2015-06-23T10:00:00Z||e|||||T||\n"
          "highlight|1970-01-01T00:00:00Z||f|||||T||\nhighlight|||g|||||T||\n", 0);
}

static void reads_readwise(void **state)
{
    (void)state;
    reads("{\"results\":[{\"title\":\"T\",\"source_url\":\"http://x/"
          "\",\"highlights\":[{\"id\":12,\"text\":\"q\","
          "\"note\":\"\",\"tags\":[{\"id\":1,\"name\":\"a\"}],\"highlighted_at\":\"2015-06-23T10:"
          "00:00Z\"}]}]}",
          "tag|2015-06-23T10:00:00Z||q||||a|T|http://x/|readwise:12\n", 0);
    reads(
        "\xEF\xBB\xBFHighlight,Note,Tags,Book Title,Highlighted at\r\n\"a \"\"b\"\", c\nd\",\"n\","
        "\"x, y ,,z\",T,\"2015-06-23 10:00:00+00:00\"\r\n,note alone,,,\r\nlast,,,",
        "comment|2015-06-23T10:00:00Z||a \"b\", c\nd|||n|x,y,z|T||\nhighlight|||last|||||||\n", 1);
}

/* Of a book with a note on it and a highlight that was deleted. */
static void reads_all_of_readwise_books(void **state)
{
    (void)state;
    reads("{\"count\":1,\"nextPageCursor\":null,\"results\":[{\"user_book_id\":7,\"title\":\"T\","
          "\"author\":\"A\",\"source_url\":null,\"document_note\":\"worth it\",\"highlights\":["
          "{\"id\":1,\"text\":\"q\",\"note\":\"n\",\"is_deleted\":false},"
          "{\"id\":2,\"text\":\"gone\",\"is_deleted\":true}]}]}",
          "comment||||||worth it||T||readwise:book:7\ncomment|||q|||n||T||readwise:1\n", 0);
    reads("{\"count\":1,\"results\":[{\"id\":3,\"text\":\"q\",\"note\":\"\",\"book_id\":7,"
          "\"tags\":[]}]}",
          "highlight|||q|||||||readwise:3\n", 0);
}

#define READER(id, category, parent, rest)                                                         \
    "{\"id\":\"" id "\",\"category\":\"" category "\",\"parent_id\":" parent "," rest "}"

/* Reader's list has documents, highlights and notes side by side. */
static void reads_readwise_reader(void **state)
{
    (void)state;
    reads("{\"count\":7,\"nextPageCursor\":null,\"results\":["
          READER("n1", "note", "\"h1\"", "\"content\":\"why?\"") ","
          READER("h1", "highlight", "\"d1\"",
                 "\"content\":\"q\",\"notes\":\"\",\"created_at\":\"2024-05-01T10:00:00.123456+00:00\","
                 "\"tags\":{\"fig\":{\"name\":\"fig\",\"type\":\"manual\",\"created\":1}}") ","
          READER("d1", "article", "null",
                 "\"title\":\"T\",\"source_url\":\"http://x/\",\"notes\":\"\"") ","
          READER("h2", "highlight", "\"d2\"", "\"content\":\"r\",\"notes\":\"own\"") ","
          READER("d2", "epub", "null", "\"title\":\"U\",\"notes\":\"a good book\"") ","
          READER("n2", "note", "\"h1\"", "\"content\":\"and again\"") ","
          READER("h3", "highlight", "\"d9\"", "\"content\":\"s\"") "]}",
          "comment|2024-05-01T10:00:00Z||q|||why?|fig|T|http://x/|readwise:h1\n"
          "comment|||r|||own||U||readwise:h2\n"
          "comment||||||a good book||U||readwise:d2\n"
          "comment||||||and again||T|http://x/|readwise:n2\n"
          "highlight|||s|||||||readwise:h3\n",
          0);
    reads("{\"results\":[" READER("d1", "article", "null", "\"notes\":null") "]}", "", 0);
}

/* KoHighlights parts the fields by tabs and quotes them where it must. */
static void reads_csv_of_koreader(void **state)
{
    (void)state;
    reads("Title\tAuthors\tPage\tDate\tChapter\tHighlight\tComment\n"
          "T, a book\tA\t12\t2024-05-01 10:00:00\tOne\t\"So\", he said, \"it is.\"\tn\n"
          "T\tA\t13\t2024-05-01 10:01:00\tOne\t\"two\nlines, \"\"they\"\" said\"\t\n",
          "comment|2024-05-01T10:00:00Z||\"So\", he said, \"it is.\"|||n||T, a book||\n"
          "highlight|2024-05-01T10:01:00Z||two\nlines, \"they\" said|||||T||\n",
          0);
    reads("Title,Authors,Page,Date,Chapter,Highlight,Comment\nT,A,1,2024-05-01,C,\"q, r\",\n",
          "highlight|2024-05-01T00:00:00Z||q, r|||||T||\n", 0);
}

static bool keep(void *context, struct annotation *annotation, bool own)
{
    assert_true(own);
    annotation_copy(context, annotation);
    return true;
}

static void reads_its_own_without_loss(void **state)
{
    (void)state;
    static const char text[] =
        "{\"first\":{\"items\":[{\"id\":\"urn:diptych:note:0m0000000001\",\"motivation\":"
        "\"linking\","
        "\"created\":\"2015-06-23T10:00:00Z\",\"modified\":\"2015-06-23T11:00:00Z\",\"diptych:"
        "colour\":"
        "\"red\",\"diptych:origin\":\"o\",\"body\":[{\"type\":\"TextualBody\",\"purpose\":"
        "\"commenting\","
        "\"value\":\"c\\u001b\"},{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"t\"}"
        ",{\"type\":"
        "\"SpecificResource\",\"purpose\":\"linking\",\"source\":\"urn:diptych:entity:%E9%98%BF%"
        "20b\"},{"
        "\"type\":\"SpecificResource\",\"purpose\":\"linking\",\"source\":{\"id\":\"urn:diptych:"
        "article:"
        "there\"},\"selector\":[" QUOTE(
            "far") "],\"diptych:role\":\"destination\"},{\"type\":"
                   "\"SpecificResource\",\"purpose\":\"identifying\",\"source\":\"urn:diptych:"
                   "entity:no\"}],\"target\":[{"
                   "\"source\":{\"id\":\"urn:diptych:article:a%2Fb%2525\",\"language\":\"en\",\"dc:"
                   "title\":\"T\","
                   "\"dc:publisher\":\"P\",\"dcterms:issued\":\"2015\",\"dc:source\":\"S\","
                   "\"diptych:story\":\"s\","
                   "\"diptych:path\":\"/"
                   "p\",\"diptych:sha256\":\"00\"},\"selector\":[{\"type\":\"TextQuoteSelector\","
                   "\"exact\":\"q\",\"prefix\":\"p\",\"suffix\":\"s\"},{\"type\":"
                   "\"TextPositionSelector\",\"start\":7,"
                   "\"end\":8}],\"diptych:role\":\"selection\",\"diptych:headings\":[\"H\",\"I\"],"
                   "\"diptych:block\":3,"
                   "\"diptych:state\":\"lost\"},{\"source\":{\"id\":\"urn:diptych:article:z\"},"
                   "\"selector\":[" QUOTE("r") "],\"diptych:role\":\"counterpart\"}]}]}}";
    struct annotation read;
    struct import_job job = { .take = keep, .context = &read };
    assert_true(import_read(text, strlen(text), &job, NULL));
    assert_string_equal(read.id, "0m0000000001");
    assert_int_equal(read.kind, ANNOTATION_LINK);
    assert_string_equal(read.modified, "2015-06-23T11:00:00Z");
    assert_string_equal(read.colour, "red");
    assert_string_equal(read.origin, "o");
    assert_string_equal(read.comment, "c\x1b");
    assert_string_equal(read.entity, "阿 b");
    assert_int_equal(read.tag_count, 1);
    assert_int_equal(read.target_count, 3);
    const struct annotation_target *target = annotation_target(&read, TARGET_SELECTION);
    const char *const fields[] = { "a/b%25", "/p", "00", "q", "p",    "s", "H\nI",
                                   "en",     "s",  "T",  "P", "2015", "S" };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        assert_string_equal(*target_field((struct annotation_target *)(uintptr_t)target, i),
                            fields[i]);
    assert_int_equal(target->start, 7);
    assert_int_equal(target->end, 8);
    assert_int_equal(target->block, 3);
    assert_string_equal(annotation_target(&read, TARGET_COUNTERPART)->quote, "r");
    assert_string_equal(annotation_target(&read, TARGET_DESTINATION)->article, "there");
    annotation_free(&read);
}

/* What the file says of a place is no reason to lose the note. */
static void leaves_out_places_that_no_text_has(void **state)
{
    (void)state;
    static const struct {
        const char *said;
        size_t place;
    } cases[] = {
        { "12", 12 },  { "2147483648", 2147483648 },
        { "12.5", 0 }, { "1e5", 0 },
        { "-3", 0 },   { "\"7\"", 0 },
        { "null", 0 }, { "1000000000000000", 0 },
        { "0", 0 },    { "18446744073709551615", 0 },
        { "{}", 0 },     { "184467440737095516160", 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct annotation read;
        struct buffer text = { 0 };
        struct import_job job = { .take = keep, .context = &read };
        const char *said = cases[i].said;
        buffer_add_format(&text,
                          "{\"first\":{\"items\":[{\"id\":\"urn:diptych:note:0m0000000001\",\"motivation\":"
                          "\"highlighting\",\"target\":[{\"source\":{\"id\":\"urn:diptych:article:a\"},"
                          "\"selector\":[" QUOTE("q") ",{\"type\":\"TextPositionSelector\",\"start\":%s,"
                          "\"end\":%s}],\"diptych:role\":\"selection\",\"diptych:block\":%s}]}]}}", said, said, said);
        assert_true(import_read(text.data, text.length, &job, NULL));
        const struct annotation_target *target = annotation_target(&read, TARGET_SELECTION);
        assert_int_equal(target->start, cases[i].place);
        assert_int_equal(target->end, cases[i].place);
        assert_int_equal(target->block, cases[i].place);
        annotation_free(&read);
        buffer_free(&text);
    }
}

static void refuses_what_holds_no_notes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        const char *says;
    } cases[] = {
        { "", "is empty" },
        { "words", "is no file of notes that is known: neither JSON, CSV, Markdown, KOReader's metadata "
                   "nor a Kindle's My Clippings.txt" },
        { "12", "is no file of notes that is known: neither JSON, CSV, Markdown, KOReader's metadata "
                   "nor a Kindle's My Clippings.txt" },
        { "{\"a\":1}", "is JSON, but not of a kind that holds annotations" },
        { "[{\"target\":", "is not whole JSON: line 1: ends too early" },
        { "[]]", "is not whole JSON: line 1: there is more after the end" },
        { "Highlight\n\"a", "line 2: a quoted field does not end" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = { 0 };
        struct import_job job = { .take = write_down, .context = &out };
        struct error error = { "" };
        assert_false(import_read(cases[i].bytes, strlen(cases[i].bytes), &job, &error));
        assert_string_equal(error.text, cases[i].says);
        assert_string_equal(buffer_text(&out), "");
        buffer_free(&out);
    }
}

static bool refuse(void *context, struct annotation *annotation, bool own)
{
    (void)annotation;
    (void)own;
    ++*(int *)context;
    return false;
}

static void ends_when_it_is_told_to(void **state)
{
    (void)state;
    int taken = 0;
    struct import_job job = { .take = refuse, .context = &taken };
    static const char text[] =
        "[{\"target\":{\"selector\":" QUOTE("a") "}},{\"target\":{\"selector\":" QUOTE("b") "}}]";
    assert_false(import_read(text, strlen(text), &job, NULL));
    assert_int_equal(taken, 1);
}

static void knows_what_is_there(void **state)
{
    (void)state;
    struct known known = { 0 };
    struct annotation first = annotation_of(1, "sold");
    struct annotation other = annotation_of(2, "sold");
    annotation_set(&first.origin, "x:1");
    assert_false(known_has(&known, &first));
    known_add(&known, &first);
    assert_true(known_has(&known, &other));
    struct annotation red = annotation_of(3, "tagged"), blue = annotation_of(4, "tagged");
    annotation_set(&red.tags[0], "red");
    annotation_set(&blue.tags[0], "blue");
    known_add(&known, &red);
    assert_false(known_has(&known, &blue));
    annotation_free(&red);
    annotation_free(&blue);
    annotation_set(&other.comment, "another");
    assert_false(known_has(&known, &other));
    annotation_set(&other.origin, "x:1");
    assert_true(known_has(&known, &other));
    for (unsigned i = 0; i < 6000; i++) { /* all are added, then all are still known */
        struct annotation many = annotation_of(i % 3000, "many");
        snprintf(many.comment, strlen(many.comment), "%u", i % 3000);
        if (i < 3000)
            known_add(&known, &many);
        assert_true(known_has(&known, &many));
        annotation_free(&many);
    }
    assert_true(known_has(&known, &first));
    annotation_free(&first);
    annotation_free(&other);
    known_free(&known);
}

static void refuses(const char *bytes, const char *part)
{
    struct buffer out = { 0 };
    struct import_job job = { .take = write_down, .context = &out };
    struct error error = { "" };
    assert_false(import_read(bytes, strlen(bytes), &job, &error));
    if (strstr(error.text, part) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error.text, part);
    assert_int_equal(out.length, 0);
    buffer_free(&out);
}

/* What the sidebar's "Export annotations" saves. */
static void reads_the_sidebar_of_hypothesis(void **state)
{
    (void)state;
    reads("{\"export_date\":\"2024-01-02T03:04:05Z\",\"export_userid\":\"acct:me@hypothes.is\","
          "\"annotations\":[{\"id\":\"h1\",\"uri\":\"http://x/\",\"text\":\"well\",\"tags\":[\"a\"],"
          "\"document\":{\"title\":[\"T\"]},\"target\":[{\"source\":\"http://x/\",\"selector\":[" QUOTE(
              "q") "]}]}]}",
          "comment|||q|||well|a|T|http://x/|hypothesis:h1\n", 0);
}

static void reads_json_lines(void **state)
{
    (void)state;
    reads("{\"target\":{\"source\":\"http://x/\",\"selector\":" QUOTE("a") "}}\n"
          "{\"target\":{\"source\":\"http://y/\",\"selector\":" QUOTE("b") "}}\n",
          "highlight|||a||||||http://x/|\nhighlight|||b||||||http://y/|\n", 0);
    refuses("{\"target\":{\"source\":\"http://x/\",\"selector\":" QUOTE("a") "}}\n{\"b\": 1}\n",
            "is not whole JSON");
}

static void refuses_json_that_is_something_else(void **state)
{
    (void)state;
    static const char *const others[] = {
        "[{\"name\":\"left-pad\",\"version\":\"1.3.0\"}]",
        "[1,2,3]",
        "{\"items\":[{\"sku\":4}]}",
        "{\"rows\":[[1,2]]}",
        "{\"results\":[{\"place\":1}]}",
        "{\"annotations\":[{\"bbox\":[0,0,1,1]}]}",
        "{\"entries\":[7]}",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        refuses(others[i], "not of a kind that holds annotations");
    reads("[]", "", 0);
}

static void reads_my_clippings(void **state)
{
    (void)state;
    reads("\xEF\xBB\xBFThe Ferry (Holt, Ann)\r\n- Your Note on page 3 | Location 171 | Added on Friday, "
          "July 3, 2015 10:12:14 AM\r\n\r\nwhy?\r\n==========\r\n"
          "The Ferry (Holt, Ann)\r\n- Your Highlight on page 3 | Location 170-172 | Added on Friday, "
          "July 3, 2015 10:12:13 AM\r\n\r\nIt left at noon\r\n==========\r\n"
          "The Ferry (Holt, Ann)\r\n- Your Bookmark on page 9 | Location 300 | Added on Friday, July "
          "3, 2015\r\n\r\n\r\n==========\r\n"
          "渡轮\r\n- 您在位置 #12-13的标注 | 添加于 2015年7月3日星期五 上午10:12:13\r\n\r\n中午离港"
          "\r\n==========\r\n"
          "渡轮\r\n- 您在位置 #13的笔记 | 添加于 2015年7月3日星期五 上午10:12:14\r\n\r\n何时回来"
          "\r\n==========\r\n"
          "Die Fähre (A. Holt)\r\n- Ihre Markierung auf Seite 4 | bei Position 20-21 | Hinzugefügt am "
          "Freitag, 3. Juli 2015\r\n\r\nSie fuhr ab\r\n==========\r\n"
          "Die Fähre (A. Holt)\r\n- Ihre Notiz auf Seite 4 | bei Position 99 | Hinzugefügt am Freitag"
          "\r\n\r\nohne Stelle\r\n==========\r\n",
          "comment|2015-07-03T10:12:13Z||It left at noon|||why?||The Ferry||\n"
          "comment|2015-07-03T10:12:13Z||中午离港|||何时回来||渡轮||\n"
          "highlight|2015-07-03T00:00:00Z||Sie fuhr ab|||||Die Fähre||\n",
          2);
}

/* As its docsettings.lua dumps them; a page's bookmark marks nothing. */
static void reads_metadata_of_koreader(void **state)
{
    (void)state;
    reads(
        "-- /mnt/onboard/books/ferry.epub.sdr/metadata.epub.lua\n"
        "return {\n"
        "    [\"annotations\"] = {\n"
        "        [1] = {\n"
        "            [\"chapter\"] = \"One\",\n"
        "            [\"color\"] = \"yellow\",\n"
        "            [\"datetime\"] = \"2024-05-01 10:00:00\",\n"
        "            [\"datetime_updated\"] = \"2024-05-02 11:00:00\",\n"
        "            [\"drawer\"] = \"lighten\",\n"
        "            [\"note\"] = \"why \\\"noon\\\"?\\\n"
        "second line\",\n"
        "            [\"page\"] = \"/body/DocFragment[5]/body/p[2]/text().0\",\n"
        "            [\"pageno\"] = 12,\n"
        "            [\"pos0\"] = \"/body/DocFragment[5]/body/p[2]/text().0\",\n"
        "            [\"pos1\"] = \"/body/DocFragment[5]/body/p[2]/text().14\",\n"
        "            [\"text\"] = \"It left at noon\\13\",\n"
        "        },\n"
        "        [2] = {\n"
        "            [\"datetime\"] = \"2024-05-01 10:00:01\",\n"
        "            [\"page\"] = \"/body/DocFragment[6]\",\n"
        "            [\"text\"] = \"in One\",\n"
        "        },\n"
        "    },\n"
        "    [\"doc_props\"] = {\n"
        "        [\"authors\"] = \"Ann Holt\\\n"
        "Bo Li\",\n"
        "        [\"language\"] = \"en\",\n"
        "        [\"title\"] = \"The Ferry\",\n"
        "    },\n"
        "    [\"percent_finished\"] = 0.25,\n"
        "    [\"summary\"] = { status = 'reading', [3] = -1e3, true, nil; },\n"
        "}\n",
          "comment|2024-05-01T10:00:00Z|2024-05-02T11:00:00Z|It left at noon\r|||why \"noon\"?\nsecond "
          "line||The Ferry||\n",
          1);
    /* Before 2024: highlights page by page, notes in the bookmarks. */
    reads("return { bookmarks = { { datetime = \"2020-01-02 03:04:05\", highlighted = true, "
          "notes = \"a\", text = \"my note\" }, { datetime = \"2020-01-02 03:04:06\", notes = \"b\", "
          "text = \"Page 3 b @ 2020-01-02 03:04:06\" } },\n"
          "highlight = { [3] = { { datetime = \"2020-01-02 03:04:05\", drawer = \"lighten\", text = "
          "\"a\" }, { datetime = \"2020-01-02 03:04:06\", drawer = \"lighten\", text = [[b]] } } },\n"
          "stats = { title = 'Old', authors = 'x' } }\n",
          "comment|2020-01-02T03:04:05Z||a|||my note||Old||\n"
          "highlight|2020-01-02T03:04:06Z||b|||||Old||\n",
          0);
    refuses("return { annotations = os.execute('ls') }", "line 1: stands there what is no string");
    refuses("return { a = 1 }\nos.exit()", "line 2: something stands behind the table");
    refuses("return { a = 1 }", "has no annotations as KOReader keeps them");
    refuses("return { a = \"x", "a string does not end");
}

static void reads_markdown_of_koreader(void **state)
{
    (void)state;
    reads(
        "# The Ferry\n"
        "##### Ann Holt\n"
        "\n"
        "## One\n"
        "### Page 12 @ 01 May 2024 10:00:00 PM\n"
        "*It left at noon*\n"
        "\n"
        "---\n"
        "# why?\n"
        "more\n"
        "### Page 13 @ 02 May 2024 12:30:00 AM\n"
        "Nobody came\n"
        "# 渡轮\n"
        "##### 李波\n"
        "\n"
        "### Page 1 @ 03 May 2024 09:00:00 AM\n"
        "==中午离港==\n",
          "comment|2024-05-01T22:00:00Z||It left at noon|||# why?\nmore||The Ferry||\n"
          "highlight|2024-05-02T00:30:00Z||Nobody came|||||The Ferry||\n"
          "highlight|2024-05-03T09:00:00Z||中午离港|||||渡轮||\n",
          0);
}

static void reads_zotero(void **state)
{
    (void)state;
    reads(
        "[{\"key\": \"ANNO0001\", \"version\": 5, \"data\": {\"key\": \"ANNO0001\", \"parentItem\": \"ATTACH01\", \"itemType\": \"annotation\", \"annotationType\": \"highlight\",\n"
        "  \"annotationText\": \"It left at noon\", \"annotationComment\": \"why?\", \"annotationColor\": \"#ffd400\", \"annotationPageLabel\": \"3\", \"annotationSortIndex\": \"00002|000100|00300\",\n"
        "  \"annotationPosition\": \"{\\\"pageIndex\\\":2,\\\"rects\\\":[[1,2,3,4]]}\", \"tags\": [{\"tag\": \"boats\"}], \"dateAdded\": \"2024-05-01T10:00:00Z\", \"dateModified\": \"2024-05-02T10:00:00Z\"}},\n"
        " {\"key\": \"INK00001\", \"data\": {\"key\": \"INK00001\", \"parentItem\": \"ATTACH01\", \"itemType\": \"annotation\", \"annotationType\": \"ink\", \"annotationComment\": \"\"}},\n"
        " {\"key\": \"ATTACH01\", \"data\": {\"key\": \"ATTACH01\", \"parentItem\": \"ITEM0001\", \"itemType\": \"attachment\", \"title\": \"ferry.pdf\", \"url\": \"\"}},\n"
        " {\"key\": \"ITEM0001\", \"data\": {\"key\": \"ITEM0001\", \"itemType\": \"newspaperArticle\", \"title\": \"The Ferry\", \"url\": \"http://x/\", \"creators\": [{\"firstName\": \"Ann\", \"lastName\": \"Holt\"}, {\"name\": \"李波\"}]}}]\n",
          "comment|2024-05-01T10:00:00Z|2024-05-02T10:00:00Z|It left at noon|||why?|boats|The "
          "Ferry|http://x/|zotero:ANNO0001\n",
          1);
    reads("{\"config\":{},\"items\":[{\"itemType\":\"webpage\",\"title\":\"T\",\"url\":\"http://x/\","
          "\"attachments\":[{\"annotations\":[{\"key\":\"K\",\"annotationType\":\"underline\","
          "\"annotationText\":\"q\",\"tags\":[\"a\"]}]}]}]}",
          "tag|||q||||a|T|http://x/|zotero:K\n", 0);
    reads(
        "# Annotations  \n"
        "(5/1/2024, 10:00:00 AM)\n"
        "\n"
        "“It left at “noon”” ([Holt, 2024, p. 3](zotero://select/library/items/ITEM0001)) ([pdf](zotero://open-pdf/library/items/ATTACH01?page=3&annotation=ANNO0001)) why \\*now\\*?\n"
        "\n"
        "<mark style=\"background-color: #ffd400\">“Nobody came”</mark> ([Holt, 2024, p. 4](zotero://select/library/items/ITEM0001)) ([pdf](zotero://open-pdf/library/items/ATTACH01?page=4&annotation=ANNO0002))\n",
          "comment|||It left at “noon”|||why *now*?||||zotero:ANNO0001\n"
          "highlight|||Nobody came|||||||zotero:ANNO0002\n",
          0);
}

/* A line that has no words before its link, or none in quotation marks, marks nothing. */
static void leaves_out_what_zotero_did_not_mark(void **state)
{
    (void)state;
    reads("](zotero://open-pdf/x?annotation=A)\n([p](zotero://select/x)) ([pdf](zotero://open-pdf/x))\n"
          "“” ([pdf](zotero://open-pdf/x))\n",
          "", 3);
}

static void reads_csv_of_hypothesis_and_its_own(void **state)
{
    (void)state;
    reads("Created at,Author,Page,URL,Group,Annotation/Reply Type,Quote,Comment,Tags\n"
          "2024-05-01 10:00,me,,http://x/,Public,Annotation,q,\"a, b\",\"s,t\"\n",
          "comment|2024-05-01T10:00:00Z||q|||a, b|s,t||http://x/|\n", 0);
    reads("\xEF\xBB\xBFid,kind,created,comment,quote,title,source\r\n"
          "0m0000000001,comment,2015-06-23T10:00:00Z,c,q,T,http://x/\r\n",
          "comment|2015-06-23T10:00:00Z||q|||c||T|http://x/|diptych:0m0000000001\n", 0);
    reads("id,quote,comment,title\n0m0000000001,'-5 degrees,\"'=1+1\nb\",'T'\n",
          "comment|||-5 degrees|||=1+1\nb||'T'||diptych:0m0000000001\n", 0);
}

static void reads_when_clippings_were_made(void **state)
{
    (void)state;
    static const char *const lines[][2] = {
        { " Added on Monday, December 1, 2014 12:05:00 AM", "2014-12-01T00:05:00Z" },
        { " Added on Tuesday, 3 March 2015 22:01:09", "2015-03-03T22:01:09Z" },
        { " Hinzugefügt am Dienstag, 3. März 2015 22:01:09", "2015-03-03T22:01:09Z" },
        { " Ajouté le mardi 3 mars 2015 à 22:01:09", "2015-03-03T22:01:09Z" },
        { " Añadido el martes, 4 de agosto de 2015 8:01:09", "2015-08-04T08:01:09Z" },
        { " Aggiunto in data martedì 6 ottobre 2015 22:01:09", "2015-10-06T22:01:09Z" },
        { " Adicionado: terça-feira, 1 de setembro de 2015 22:01:09", "2015-09-01T22:01:09Z" },
        { " Toegevoegd op maandag 2 maart 2015 22:01:09", "2015-03-02T22:01:09Z" },
        { " Добавлено: вторник, 5 мая 2015 г. в 22:01:09", "2015-05-05T22:01:09Z" },
        { " 添加于 2015年12月31日星期四 下午1:02:03", "2015-12-31T13:02:03Z" },
        { " 新增於 2015年7月3日星期五 上午12:00:00", "2015-07-03T00:00:00Z" },
        { " 追加日: 2015年7月3日金曜日 10:12:13", "2015-07-03T10:12:13Z" },
        { " Added on Friday", "" },
        { " Added on July 45, 2015", "" },
        { "", "" },
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char time[ANNOTATION_TIME_SIZE] = "";
        assert_int_equal(clipping_date_read(lines[i][0], time), lines[i][1][0] != '\0');
        assert_string_equal(time, lines[i][1]);
    }
}

/* A note without a quote is one on the article, if it says something and of what. */
static void takes_notes_on_whole_articles(void **state)
{
    (void)state;
    reads("{\"rows\":[{\"id\":\"h1\",\"uri\":\"http://x/\",\"text\":\"good\",\"target\":[{}]},"
          "{\"id\":\"h2\",\"uri\":\"http://x/\",\"text\":\"\",\"target\":[{}]}]}",
          "comment||||||good|||http://x/|hypothesis:h1\n", 1);
    reads("{\"@graph\":[{\"type\":\"Annotation\",\"bodyValue\":\"all\",\"target\":\"http://x/\"}]}",
          "comment||||||all|||http://x/|\n", 0);
}

/* What a block says, as it stands there. */
static void reads_its_own_markdown(void **state)
{
    (void)state;
    reads(
        "---\n"
        "title: \"The \\\"Ferry\\\" \\x3cb>\"\n"
        "source: \"http://x/\"\n"
        "generator: diptych\n"
        "---\n"
        "\n"
        "<!-- diptych:note 0m0000000001 -->\n"
        "> [!note] The \"Ferry\"\n"
        "> It left \\[at\\] noon,\\\n"
        "> they say\n"
        ">\n"
        "> 中午\n"
        ">\n"
        "> - why?\n"
        ">\n"
        ">   more\n"
        "\n"
        "^0m0000000001\n"
        "\n"
        "— The \"Ferry\", <http://x/>\\\n"
        "comment, 2015-06-23T10:00:00Z, changed 2015-06-24T10:00:00Z; ferry.en 7–20, en, exact\n"
        "\n"
        "#boats #渡轮\n"
        "\n"
        "<!-- /diptych:note 0m0000000001 -->\n"
        "my own words\n"
        "\n"
        "<!-- diptych:note 0m0000000002 -->\n"
        "> Nobody came\n"
        "\n"
        "^0m0000000002\n"
        "\n"
        "— The \"Ferry\"\\\n"
        "highlight, 2015-06-23T10:00:00Z; ferry.en 30–41, en, exact\n"
        "\n"
        "<!-- /diptych:note 0m0000000002 -->\n",
          "own comment||2015-06-24T10:00:00Z|It left [at] noon,\nthey say|||why?\n\nmore|#boats,#渡轮|The "
          "\"Ferry\" <b>|http://x/|\n"
          "own highlight||2015-06-23T10:00:00Z|Nobody came|||||The \"Ferry\" <b>|http://x/|\n",
          0);
}

#define ORG(id, inner) "# diptych:note " id "\n" inner "# /diptych:note " id "\n"

static void reads_its_own_org(void **state)
{
    (void)state;
    reads("#+title: Notes\n\n"
          ORG("0m0000000001",
              "* “The quay: is…” :port:two_words:\n:PROPERTIES:\n:ID: 0m0000000001\n:NOTE_KIND: comment\n"
              ":NOTE_CREATED: 2015-06-23T10:00:00Z\n:NOTE_MODIFIED: 2015-06-24T10:00:00Z\n:no value\n"
              ":NOTE_TITLE: The Quay\n:NOTE_SOURCE: http://x/\n:NOTE_COUNTERPART_STATE: exact\n:END:\n"
              "#+begin_quote\nThe quay: is\nsold.\n#+end_quote\n#+begin_quote\n卖了\n#+end_quote\n\n"
              "Cost \\dollar{}5.\n\n\xE2\x80\x8B* no headline\n")
          "Between them.\n"
          ORG("0m0000000002",
              "* “A lamp”\n:PROPERTIES:\n:NOTE_KIND: link\n:NOTE_CREATED: 2015-06-23T10:00:00Z\n:END:\n\n"
              "#+begin_quote\nA lamp\n#+end_quote\n\nSo:\n#+begin_quote\nmine\n#+end_quote\nthere.\n"
              "#+begin_quote\n另一处\n#+end_quote\n")
          ORG("0m0000000003", "* “A rope” :a b:\n#+begin_quote\nA rope\n")
          ORG("0m0000000004", "* “A sail” lone:\n:PROPERTIES:\n:NOTE_CREATED: never\n:END:\nA note without a quote.\n")
          "# diptych:note 0m0000000005\n# /diptych:note 0m0000000006\n# diptych:note short\n",
          "own comment|2015-06-23T10:00:00Z|2015-06-24T10:00:00Z|The quay: is\nsold.|||Cost $5.\n\n* no headline"
          "|#port,#two_words|The Quay|http://x/|\n"
          "own comment|2015-06-23T10:00:00Z|2015-06-23T10:00:00Z|A lamp|||So:\n#+begin_quote\nmine\n#+end_quote\n"
          "there.||||\n"
          "own comment||||||#+begin_quote\nA rope||||\n"
          "own comment||||||A note without a quote.||||\n", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_metadata_of_koreader),
        cmocka_unit_test(reads_markdown_of_koreader),
        cmocka_unit_test(reads_zotero),
        cmocka_unit_test(leaves_out_what_zotero_did_not_mark),
        cmocka_unit_test(reads_csv_of_hypothesis_and_its_own),
        cmocka_unit_test(reads_when_clippings_were_made),
        cmocka_unit_test(takes_notes_on_whole_articles),
        cmocka_unit_test(reads_its_own_markdown),
        cmocka_unit_test(reads_its_own_org),
        cmocka_unit_test(reads_the_sidebar_of_hypothesis),
        cmocka_unit_test(reads_json_lines),
        cmocka_unit_test(refuses_json_that_is_something_else),
        cmocka_unit_test(reads_my_clippings),
        cmocka_unit_test(reads_w3c_annotations_of_any_make),
        cmocka_unit_test(reads_hypothesis),
        cmocka_unit_test(reads_koreader),
        cmocka_unit_test(reads_readwise),
        cmocka_unit_test(reads_all_of_readwise_books),
        cmocka_unit_test(reads_readwise_reader),
        cmocka_unit_test(reads_csv_of_koreader),
        cmocka_unit_test(reads_its_own_without_loss),
        cmocka_unit_test(leaves_out_places_that_no_text_has),
        cmocka_unit_test(refuses_what_holds_no_notes),
        cmocka_unit_test(ends_when_it_is_told_to),
        cmocka_unit_test(knows_what_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
