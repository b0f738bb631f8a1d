/* Whose notes serve, what a vault takes from a collection, whom a name means. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "query/entity_index.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "library/scratch.h"
#include "text/width.h"

#define HEAD "---\nnames: "

static int begin(void **state)
{
    *state = NULL;
    scratch_make();
    scratch_file("c/collection.yaml", "title: Mills\n");
    scratch_file("c/entities/acme.md",
                 HEAD "{ en: Acme Works, zh: 埃克米 }\naliases: [Acme, Anvil House]\n"
                      "short: [Works]\ntype: company\n---\n");
    scratch_file("c/entities/bolt.md", HEAD "{ en: Ann Bolt, zh: 博尔特 }\nshort: [Bolt]\n"
                                            "type: person\n---\n");
    scratch_file("c/entities/cog.md", HEAD "{ en: Cog }\naliases: [Gear]\ntype: product\n---\n");
    scratch_file("vault/.keep", "");
    return 0;
}

static int end(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

/* "id:text" of every mention in `text`, with vault/ and the collection c, or the folder `open` with
 * c as the standard. */
static void assert_mentions_with(const char *open, char *vault, const char *text,
                                 const char *expected)
{
    char *standard = xstrdup(scratch_path("c"));
    struct collection *collection = collection_open(scratch_path(open), NULL, NULL, NULL);
    assert_non_null(collection);
    struct entity_index *entity_index =
        entity_index_new(&(struct entity_index_sources){ collection, standard, vault, false });
    struct document *document = reader_parse(text, strlen(text), READER_PLAIN, NULL);
    struct mentions mentions = { 0 };
    struct buffer found = { 0 };
    assert_null(entity_index_fault(entity_index));
    entity_index_find(entity_index, document, &mentions);
    for (size_t i = 0; i < mentions.count; i++)
        buffer_add_format(&found, "%s%s:%.*s", i > 0 ? " " : "",
                          entity_index_note(entity_index, mentions.items[i].entity)->id,
                          (int)(mentions.items[i].end - mentions.items[i].start),
                          document->text + mentions.items[i].start);
    assert_string_equal(buffer_text(&found), expected);
    buffer_free(&found);
    mentions_free(&mentions);
    document_free(document);
    entity_index_free(entity_index);
    collection_free(collection);
    free(standard);
    free(vault);
}

static void assert_mentions(const char *open, const char *text, const char *expected)
{
    assert_mentions_with(open, xstrdup(scratch_path("vault")), text, expected);
}

#define TEXT "Acme Works, 埃克米, Anvil House. Ann Bolt has a Gear. Bolt left."

/* A folder of texts may have notes of its own; a vault goes before them. */
static void test_a_folder_with_entities(void **state)
{
    (void)state;
    scratch_file("plain/text.md", "Words.\n");
    scratch_file("plain/entities/acme.md", HEAD "{ en: Acme Mine }\naliases: [Acme Works]\n---\n");
    assert_mentions_with("plain", xstrdup(""), "Acme Mine, Acme Works, Ann Bolt.",
                         "acme:Acme Mine acme:Acme Works bolt:Ann Bolt");
    assert_mentions("plain", "Acme Mine, Acme Works.", "acme:Acme acme:Acme Works");
}

static void test_an_empty_vault(void **state)
{
    (void)state;
    assert_mentions("c", TEXT,
                    "acme:Acme Works acme:埃克米 acme:Anvil House bolt:Ann Bolt cog:Gear bolt:Bolt");
}

/* The reader's note takes the place of the collection's and its names. */
static void test_a_note_of_the_same_name(void **state)
{
    (void)state;
    scratch_file("vault/firms/Acme Works.md", "Mine.\n");
    scratch_file("vault/BOLT.md", "---\naliases: [The Bolt]\n---\nMine, by its id.\n");
    assert_mentions("c", TEXT " The Bolt!",
                    "firms/Acme Works:Acme Works firms/Acme Works:埃克米 firms/Acme Works:Anvil House"
                    " BOLT:Ann Bolt cog:Gear BOLT:Bolt BOLT:The Bolt");
}

/* By an alias of either side it is the same entity, too. */
static void test_a_note_of_an_aliased_name(void **state)
{
    (void)state;
    scratch_file("vault/ACME.md", "The file's name is an alias there.\n");
    scratch_file("vault/Annie.md", "---\naliases: [博尔特]\n---\nAn alias is the name there.\n");
    assert_mentions("c", TEXT, "ACME:Acme Works ACME:埃克米 ACME:Anvil House"
                               " Annie:Ann Bolt cog:Gear Annie:Bolt");
}

/* An alias that both claim is the vault's alone; the rest stays as it was. */
static void test_a_claimed_alias(void **state)
{
    (void)state;
    scratch_file("vault/Wheel.md", "---\naliases: [Gear, anvil house]\n---\n");
    assert_mentions("c", TEXT " Cog. anvil house",
                    "acme:Acme Works acme:埃克米 bolt:Ann Bolt Wheel:Gear bolt:Bolt"
                    " cog:Cog Wheel:anvil house");
}

/* One note of the vault covers one of the collection; of a second it takes the name alone. */
static void test_a_note_covers_one(void **state)
{
    (void)state;
    scratch_file("vault/Cog.md", "---\naliases: [Acme Works]\n---\n");
    assert_mentions("c", TEXT, "Cog:Acme Works acme:埃克米 acme:Anvil House bolt:Ann Bolt Cog:Gear"
                               " bolt:Bolt");
}

static void test_names_unfit(void **state)
{
    (void)state;
    scratch_file("vault/Index.md", "---\naliases: [the, x, '!!', Dash]\n---\n");
    scratch_file("vault/2015-06-22.md", "A day.\n");
    assert_mentions("c", "The Index of the x, 2015-06-22!! Dash", "Index:Dash");
}

/* What the covered note excepts, and how it writes its names, holds for the one that covers it. */
static void test_exceptions_of_a_covered_note(void **state)
{
    (void)state;
    scratch_file("c/entities/mole.md", HEAD "{ en: Mole }\nexcept: [Mole Hill]\ncase: any\n"
                                            "type: company\n---\n");
    scratch_file("vault/Mole.md", "---\naliases: [Digger]\n---\n");
    assert_mentions("c", "The mole of Mole Hill is a digger, Digger.", "Mole:mole Mole:Digger");
}

/* A folder of texts, and a collection without notes, is read with the notes of the standard collection; its
 * own files are texts. */
static void test_a_folder_of_texts(void **state)
{
    (void)state;
    scratch_file("mine/Anvil.md", "A text about Acme.\n");
    assert_mentions("mine", "Acme has an Anvil", "acme:Acme");
    scratch_file("other/collection.yaml", "title: Another\n");
    assert_mentions("other", "Acme has an Anvil", "acme:Acme");
    scratch_file("other/entities/x.md", "---\nnames: { en: Bolt }\ntype: company\n---\n");
    assert_mentions("other", "Acme has a Bolt", "x:Bolt");
}

static void test_no_vault(void **state)
{
    (void)state;
    char *standard = xstrdup(scratch_path("c"));
    struct entity_index *entity_index =
        entity_index_new(&(struct entity_index_sources){ NULL, standard, scratch_path("nowhere"), false });
    assert_non_null(strstr(entity_index_fault(entity_index), "nowhere: No such file"));
    assert_int_equal(entity_index_count(entity_index), 3);
    entity_index_free(entity_index);
    entity_index = entity_index_new(&(struct entity_index_sources){ NULL, NULL, "", false });
    assert_null(entity_index_fault(entity_index));
    assert_int_equal(entity_index_count(entity_index), 0);
    entity_index_free(entity_index);
    free(standard);
}

static void assert_means(const struct entity_index *entity_index, const char *name,
                         const char *expected)
{
    uint32_t found[2];
    size_t count = entity_index_lookup(entity_index, name, found, 2);
    struct buffer ids = { 0 };
    for (size_t i = 0; i < count && i < 2; i++)
        buffer_add_format(&ids, "%s%s", i > 0 ? " " : "",
                          entity_index_note(entity_index, found[i])->id);
    assert_string_equal(buffer_text(&ids), expected);
    buffer_free(&ids);
}

static void test_whom_a_name_means(void **state)
{
    (void)state;
    scratch_file("c/entities/tom.md", HEAD "{ en: Tom Bolt }\nshort: [Bolt]\ntype: person\n---\n");
    scratch_file("c/entities/us.md", HEAD "{ en: United Screws }\naliases: [US]\n---\n");
    scratch_file("c/entities/mole.md", HEAD "{ en: Mole }\nexcept: [Mole Hill]\n---\n");
    scratch_file("c/entities/usher.md", HEAD "{ en: Usher }\naliases: [Us Too, uS]\n---\n");
    struct collection *collection = collection_open(scratch_path("c"), NULL, NULL, NULL);
    struct entity_index *entity_index =
        entity_index_new(&(struct entity_index_sources){ .collection = collection });
    assert_means(entity_index, "Acme", "acme");
    assert_means(entity_index, "ACME  works", "acme");
    assert_means(entity_index, "ａｃｍｅ", "acme");
    assert_means(entity_index, "埃克米", "acme");
    assert_means(entity_index, "cog", "cog");
    assert_means(entity_index, "Bolt", "bolt tom");
    assert_means(entity_index, "ann bolt", "bolt");
    assert_means(entity_index, "US", "us");
    assert_means(entity_index, "Mole", "mole");
    assert_means(entity_index, "Mole Hill", "");
    assert_means(entity_index, "nobody", "");
    assert_means(entity_index, "", "");
    struct buffer near = { 0 };
    entity_index_suggest(entity_index, "Acmee", &near);
    assert_string_equal(buffer_text(&near), "; did you mean Acme?");
    buffer_free(&near);
    entity_index_free(entity_index);
    collection_free(collection);
}

static void test_what_it_is_called(void **state)
{
    (void)state;
    scratch_file("vault/Acme.md", "---\naliases: [铁砧]\n---\n");
    scratch_file("vault/磨坊.md", "---\naliases: [铁轮, The Mill]\ntype: place\n---\n");
    struct collection *collection = collection_open(scratch_path("c"), NULL, NULL, NULL);
    char *vault = xstrdup(scratch_path("vault"));
    struct entity_index *entity_index =
        entity_index_new(&(struct entity_index_sources){ collection, NULL, vault, false });
    uint32_t entity;
    assert_int_equal(entity_index_lookup(entity_index, "Acme", &entity, 1), 1);
    assert_string_equal(entity_index_name(entity_index, entity), "Acme");
    assert_string_equal(entity_index_name_in(entity_index, entity, NAME_ENGLISH), "Acme");
    assert_string_equal(entity_index_name_in(entity_index, entity, NAME_CHINESE), "埃克米");
    assert_int_equal(entity_index_type(entity_index, entity), NOTE_COMPANY);
    assert_int_equal(entity_index_lookup(entity_index, "the mill", &entity, 1), 1);
    assert_string_equal(entity_index_name_in(entity_index, entity, NAME_ENGLISH), "The Mill");
    assert_string_equal(entity_index_name_in(entity_index, entity, NAME_CHINESE), "磨坊");
    assert_int_equal(entity_index_lookup(entity_index, "cog", &entity, 1), 1);
    assert_string_equal(entity_index_name_in(entity_index, entity, NAME_CHINESE), "");
    entity_index_free(entity_index);
    collection_free(collection);
    free(vault);
}

/* `path`: where the open collection says that the link leads, NULL nowhere. */
static void assert_leads(const struct entity_index *entity_index, const char *name,
                         const char *path, const char *expected)
{
    struct target target = { 0 };
    if (path != NULL)
        target = (struct target){ TARGET_NOTE, xstrdup("as it was"), xstrdup(path) };
    bool changed = entity_index_follow(entity_index, name, "en", &target);
    assert_string_equal(changed ? target.id : "", expected);
    target_free(&target);
}

static void test_where_a_link_leads(void **state)
{
    (void)state;
    scratch_file("vault/own/Acme.md", "---\naliases: [Our Acme]\n---\n");
    struct collection *collection = collection_open(scratch_path("c"), NULL, NULL, NULL);
    char *vault = xstrdup(scratch_path("vault"));
    struct entity_index *entity_index =
        entity_index_new(&(struct entity_index_sources){ collection, NULL, vault, false });
    assert_leads(entity_index, "acme", scratch_path("c/entities/acme.md"), "own/Acme");
    assert_leads(entity_index, "cog", scratch_path("c/entities/cog.md"), "");
    assert_leads(entity_index, "Our Acme#History", NULL, "own/Acme");
    assert_leads(entity_index, "own/Acme", NULL, "own/Acme");
    assert_leads(entity_index, "nobody", NULL, "");
    assert_leads(entity_index, "Gear", NULL, "");
    assert_int_equal(entity_index_by_path(entity_index, scratch_path("c/entities/acme.md")),
                     NAMES_NONE);
    uint32_t entity = entity_index_by_path(entity_index, scratch_path("vault/own/Acme.md"));
    assert_string_equal(entity_index_note(entity_index, entity)->id, "own/Acme");
    entity_index_free(entity_index);
    collection_free(collection);
    free(vault);
}

int main(void)
{
    width_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_folder_with_entities, begin, end),
        cmocka_unit_test_setup_teardown(test_an_empty_vault, begin, end),
        cmocka_unit_test_setup_teardown(test_a_note_of_the_same_name, begin, end),
        cmocka_unit_test_setup_teardown(test_a_note_of_an_aliased_name, begin, end),
        cmocka_unit_test_setup_teardown(test_a_claimed_alias, begin, end),
        cmocka_unit_test_setup_teardown(test_a_note_covers_one, begin, end),
        cmocka_unit_test_setup_teardown(test_names_unfit, begin, end),
        cmocka_unit_test_setup_teardown(test_exceptions_of_a_covered_note, begin, end),
        cmocka_unit_test_setup_teardown(test_a_folder_of_texts, begin, end),
        cmocka_unit_test_setup_teardown(test_no_vault, begin, end),
        cmocka_unit_test_setup_teardown(test_whom_a_name_means, begin, end),
        cmocka_unit_test_setup_teardown(test_what_it_is_called, begin, end),
        cmocka_unit_test_setup_teardown(test_where_a_link_leads, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
