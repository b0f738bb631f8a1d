#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "layout/style.h"

static const enum theme_name themes[] = { THEME_DARK, THEME_LIGHT, THEME_NONE };
static const int depths[] = { 0, 8, 16, 256 };

static void colours_fit_the_terminal(void **state)
{
    (void)state;
    for (int t = 0; t < 3; t++) {
        for (int d = 0; d < 4; d++) {
            for (unsigned role = 0; role < ROLE_COUNT; role++) {
                struct paint paint = style_resolve(role, themes[t], depths[d]);
                int most = themes[t] == THEME_NONE ? -1 : depths[d] == 16 ? 15 : depths[d] - 1;
                assert_true(paint.foreground >= -1 && paint.foreground <= most);
                assert_true(paint.background >= -1 && paint.background <= most);
                if (paint.background >= 0) /* never text on its own colour */
                    assert_int_not_equal(paint.foreground, paint.background);
            }
        }
    }
}

/* What the reader must see is seen without any colour. */
static void nothing_is_told_by_colour_alone(void **state)
{
    (void)state;
    static const unsigned roles[] = { ROLE_HEADING, ROLE_LINK, ROLE_NOTE_MARK, ROLE_HEADER,
                                      ROLE_HEADER_FOCUS, ROLE_STATUS, ROLE_ERROR, ROLE_HIT,
                                      ROLE_HIT_CURRENT, ROLE_SELECTION, ROLE_CURRENT, ROLE_LABEL,
                                      ROLE_PERSON, ROLE_COMPANY, ROLE_COUNTERPART,
                                      ROLE_ANNOTATION, ROLE_HINT, ROLE_MISSING };
    for (unsigned i = 0; i < sizeof roles / sizeof *roles; i++) {
        assert_int_not_equal(style_resolve(roles[i], THEME_NONE, 256).attributes, 0);
        assert_int_not_equal(style_resolve(roles[i], THEME_DARK, 0).attributes, 0);
    }
    assert_int_not_equal(style_resolve(ROLE_HIT, THEME_NONE, 0).attributes,
                         style_resolve(ROLE_HIT_CURRENT, THEME_NONE, 0).attributes);
    assert_int_not_equal(style_resolve(ROLE_HEADER, THEME_NONE, 0).attributes,
                         style_resolve(ROLE_HEADER_FOCUS, THEME_NONE, 0).attributes);
}

/* Wherever there are colours, each type of entity has its own; hints look like none of them, and a
 * link without a note not like one that leads somewhere. */
static void types_differ(void **state)
{
    (void)state;
    static const unsigned roles[] = { ROLE_PERSON, ROLE_COMPANY, ROLE_PRODUCT, ROLE_PUBLICATION,
                                      ROLE_PLACE,  ROLE_EVENT };
    for (int t = 0; t < 2; t++) {
        for (int d = 1; d < 4; d++) {
            for (size_t i = 0; i < 6; i++)
                for (size_t k = 0; k < i; k++)
                    assert_int_not_equal(
                        style_resolve(roles[i], themes[t], depths[d]).foreground,
                        style_resolve(roles[k], themes[t], depths[d]).foreground);
            assert_int_not_equal(style_resolve(ROLE_LINK, themes[t], depths[d]).foreground,
                                 style_resolve(ROLE_MISSING, themes[t], depths[d]).foreground);
        }
    }
    assert_int_not_equal(style_resolve(ROLE_LINK, THEME_NONE, 0).attributes,
                         style_resolve(ROLE_MISSING, THEME_NONE, 0).attributes);
}

/* What is marked is told from what is selected and found, and the reader's colours apart. */
static void annotations_stand_out(void **state)
{
    (void)state;
    static const unsigned others[] = { ROLE_TEXT, ROLE_SELECTION, ROLE_HIT };
    for (size_t i = 0; i < 3; i++)
        assert_int_not_equal(style_resolve(ROLE_ANNOTATION, THEME_NONE, 0).attributes,
                             style_resolve(others[i], THEME_NONE, 0).attributes);
    for (int t = 0; t < 2; t++)
        for (int d = 1; d < 4; d++)
            for (unsigned i = ROLE_ANNOTATION_YELLOW; i <= ROLE_ANNOTATION_PURPLE; i++) {
                struct paint paint = style_resolve(i, themes[t], depths[d]);
                assert_int_not_equal(paint.background, -1);
                for (unsigned k = ROLE_ANNOTATION_YELLOW; k < i; k++)
                    assert_int_not_equal(paint.background,
                                         style_resolve(k, themes[t], depths[d]).background);
            }
}

static void attributes_are_added(void **state)
{
    (void)state;
    for (int t = 0; t < 3; t++) {
        for (int d = 0; d < 4; d++) {
            struct paint plain = style_resolve(ROLE_LINK, themes[t], depths[d]);
            struct paint more = style_resolve(ROLE_LINK | ATTRIBUTE_ITALIC, themes[t], depths[d]);
            assert_int_equal(more.attributes, plain.attributes | ATTRIBUTE_ITALIC);
            assert_int_equal(more.foreground, plain.foreground);
        }
    }
}

static void themes_differ(void **state)
{
    (void)state;
    assert_int_not_equal(style_resolve(ROLE_LINK, THEME_DARK, 256).foreground,
                         style_resolve(ROLE_LINK, THEME_LIGHT, 256).foreground);
    assert_int_not_equal(style_resolve(ROLE_HEADING, THEME_DARK, 256).foreground,
                         style_resolve(ROLE_HEADING, THEME_DARK, 8).foreground);
}

static void unknown_role_is_text(void **state)
{
    (void)state;
    struct paint paint = style_resolve(0xFF, THEME_DARK, 256);
    struct paint text = style_resolve(ROLE_TEXT, THEME_DARK, 256);
    assert_int_equal(paint.foreground, text.foreground);
    assert_int_equal(paint.attributes, text.attributes);
}

static void theme_names(void **state)
{
    (void)state;
    enum theme_name theme = THEME_DARK;
    assert_true(style_theme_parse("light", &theme));
    assert_int_equal(theme, THEME_LIGHT);
    assert_true(style_theme_parse("none", &theme));
    assert_int_equal(theme, THEME_NONE);
    assert_true(style_theme_parse("dark", &theme));
    assert_int_equal(theme, THEME_DARK);
    theme = THEME_LIGHT;
    assert_false(style_theme_parse("Dark", &theme));
    assert_false(style_theme_parse("", &theme));
    assert_int_equal(theme, THEME_LIGHT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_fit_the_terminal),
        cmocka_unit_test(nothing_is_told_by_colour_alone),
        cmocka_unit_test(types_differ),
        cmocka_unit_test(annotations_stand_out),
        cmocka_unit_test(attributes_are_added),
        cmocka_unit_test(themes_differ),
        cmocka_unit_test(unknown_role_is_text),
        cmocka_unit_test(theme_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
