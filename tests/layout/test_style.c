#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "layout/colour.h"
#include "layout/palette.h"
#include "layout/style.h"

static const enum theme_name themes[] = { THEME_DARK, THEME_LIGHT, THEME_NONE };

/* As a session asks: none has no colours. */
static struct paint resolve(unsigned style, enum theme_name theme, int colors)
{
    return style_resolve(style, palette_of(theme), theme == THEME_NONE ? 0 : colors);
}

static const int depths[] = { 0, 8, 16, 256 };

static void colours_fit_the_terminal(void **state)
{
    (void)state;
    for (int t = 0; t < 3; t++) {
        for (int d = 0; d < 4; d++) {
            for (unsigned role = 0; role < ROLE_COUNT; role++) {
                struct paint paint = resolve(role, themes[t], depths[d]);
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
        assert_int_not_equal(resolve(roles[i], THEME_NONE, 256).attributes, 0);
        assert_int_not_equal(resolve(roles[i], THEME_DARK, 0).attributes, 0);
    }
    assert_int_not_equal(resolve(ROLE_HIT, THEME_NONE, 0).attributes,
                         resolve(ROLE_HIT_CURRENT, THEME_NONE, 0).attributes);
    assert_int_not_equal(resolve(ROLE_HEADER, THEME_NONE, 0).attributes,
                         resolve(ROLE_HEADER_FOCUS, THEME_NONE, 0).attributes);
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
                        resolve(roles[i], themes[t], depths[d]).foreground,
                        resolve(roles[k], themes[t], depths[d]).foreground);
            assert_int_not_equal(resolve(ROLE_LINK, themes[t], depths[d]).foreground,
                                 resolve(ROLE_MISSING, themes[t], depths[d]).foreground);
        }
    }
    assert_int_not_equal(resolve(ROLE_LINK, THEME_NONE, 0).attributes,
                         resolve(ROLE_MISSING, THEME_NONE, 0).attributes);
}

/* What is marked is told from what is selected and found, and the reader's colours apart. */
static void annotations_stand_out(void **state)
{
    (void)state;
    static const unsigned others[] = { ROLE_TEXT, ROLE_SELECTION, ROLE_HIT };
    for (size_t i = 0; i < 3; i++)
        assert_int_not_equal(resolve(ROLE_ANNOTATION, THEME_NONE, 0).attributes,
                             resolve(others[i], THEME_NONE, 0).attributes);
    for (int t = 0; t < 2; t++)
        for (int d = 1; d < 4; d++)
            for (unsigned i = ROLE_ANNOTATION_YELLOW; i <= ROLE_ANNOTATION_PURPLE; i++) {
                struct paint paint = resolve(i, themes[t], depths[d]);
                assert_int_not_equal(paint.background, -1);
                for (unsigned k = ROLE_ANNOTATION_YELLOW; k < i; k++)
                    assert_int_not_equal(paint.background,
                                         resolve(k, themes[t], depths[d]).background);
            }
}

static void attributes_are_added(void **state)
{
    (void)state;
    for (int t = 0; t < 3; t++) {
        for (int d = 0; d < 4; d++) {
            struct paint plain = resolve(ROLE_LINK, themes[t], depths[d]);
            struct paint more = resolve(ROLE_LINK | ATTRIBUTE_ITALIC, themes[t], depths[d]);
            assert_int_equal(more.attributes, plain.attributes | ATTRIBUTE_ITALIC);
            assert_int_equal(more.foreground, plain.foreground);
        }
    }
}

static void themes_differ(void **state)
{
    (void)state;
    assert_int_not_equal(resolve(ROLE_LINK, THEME_DARK, 256).foreground,
                         resolve(ROLE_LINK, THEME_LIGHT, 256).foreground);
    assert_int_not_equal(resolve(ROLE_HEADING, THEME_DARK, 256).foreground,
                         resolve(ROLE_HEADING, THEME_DARK, 8).foreground);
}

/* The fifth root of a number from 0 to 1, after Newton; without the mathematical library. */
static double fifth_root(double x)
{
    double y = 1;
    for (int i = 0; i < 60 && x > 0; i++)
        y -= (y * y * y * y * y - x) / (5 * y * y * y * y);
    return x > 0 ? y : 0;
}

/* Of WCAG 2.1; the power of 2.4 is a square and two fifths. */
static double luminance(int rgb)
{
    static const double weights[] = { .2126, .7152, .0722 };
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double part = ((rgb >> (16 - 8 * i)) & 0xFF) / 255.0;
        double base = (part + .055) / 1.055;
        double root = fifth_root(base);
        sum += weights[i] * (part <= .03928 ? part / 12.92 : base * base * root * root);
    }
    return sum;
}

static double contrast(int a, int b)
{
    double x = luminance(a) + .05;
    double y = luminance(b) + .05;
    return x > y ? x / y : y / x;
}

static int rgb_of(int number, int exact, int standard)
{
    return exact >= 0 ? exact : number >= 0 ? colour_rgb(number) : standard;
}

/* At least 4.5 to 1, whether the terminal's own background is black or white or, as many are, a
 * little less than that; in 256 colours and in all. */
static void every_role_can_be_read(void **state)
{
    static const struct {
        enum theme_name theme;
        int ink, papers[2];
    } grounds[] = {
        { THEME_DARK, 0xD0D0D0, { 0x000000, 0x1C1C1C } },
        { THEME_LIGHT, 0x262626, { 0xFFFFFF, 0xEEEEEE } },
        { THEME_SEPIA, -1, { -1, -1 } },
        { THEME_CONTRAST, -1, { -1, -1 } },
    };
    (void)state;
    for (size_t g = 0; g < sizeof grounds / sizeof *grounds; g++)
        for (unsigned role = 0; role < ROLE_COUNT; role++)
            for (int p = 0; p < 4; p++) {
                struct paint paint = resolve(role, grounds[g].theme, 256);
                bool all = p >= 2;
                int ink = rgb_of(paint.foreground, all ? paint.true_foreground : -1, grounds[g].ink);
                int paper = rgb_of(paint.background, all ? paint.true_background : -1,
                                   grounds[g].papers[p % 2]);
                double least = grounds[g].theme == THEME_CONTRAST ? 7 : 4.5;
                if (contrast(ink, paper) < least)
                    fail_msg("%s of %s: %.2f", style_role_name(role), palette_name(grounds[g].theme),
                             contrast(ink, paper));
            }
    assert_true(contrast(0x000000, 0xFFFFFF) > 20.9 && contrast(0x777777, 0xFFFFFF) < 4.5);
}

/* Blue on black cannot be read where blue is the darkest of eight. */
static void blue_is_no_ink(void **state)
{
    (void)state;
    for (unsigned role = 0; role < ROLE_COUNT; role++)
        assert_int_not_equal(resolve(role, THEME_DARK, 8).foreground, 4);
    assert_int_equal(resolve(ROLE_PLACE, THEME_DARK, 8).foreground, 6);
}

static void roles_are_changed(void **state)
{
    (void)state;
    struct palette own = *palette_of(THEME_DARK);
    struct error error = { "" };
    assert_true(palette_change(&own, "person #ffaf87", &error));
    struct paint paint = style_resolve(ROLE_PERSON, &own, 256);
    assert_int_equal(paint.foreground, 216);
    assert_int_equal(paint.true_foreground, 0xFFAF87);
    assert_int_equal(paint.background, -1);
    assert_int_equal(paint.attributes, 0);
    assert_true(palette_change(&own, "hit black on yellow bold underline", &error));
    paint = style_resolve(ROLE_HIT, &own, 8);
    assert_int_equal(paint.foreground, 0);
    assert_int_equal(paint.background, 3);
    assert_int_equal(paint.attributes, ATTRIBUTE_BOLD | ATTRIBUTE_UNDERLINE);
    assert_true(palette_change(&own, "text default 17", &error));
    assert_int_equal(style_resolve(ROLE_TEXT, &own, 256).background, 17);
    assert_int_equal(style_resolve(ROLE_TEXT, &own, 8).background, 0);
    static const char *const wrong[] = { "", "nobody red", "hit", "hit 256", "hit #12345", "hit -1",
                                         "hit red green blue", "hit redd" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (i != 2)
            assert_false(palette_change(&own, wrong[i], &error));
}

static void unknown_role_is_text(void **state)
{
    (void)state;
    struct paint paint = resolve(0xFF, THEME_DARK, 256);
    struct paint text = resolve(ROLE_TEXT, THEME_DARK, 256);
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
        cmocka_unit_test(every_role_can_be_read),
        cmocka_unit_test(blue_is_no_ink),
        cmocka_unit_test(roles_are_changed),
        cmocka_unit_test(unknown_role_is_text),
        cmocka_unit_test(theme_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
