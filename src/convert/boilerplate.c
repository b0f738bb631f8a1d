#include "convert/boilerplate.h"

#include <string.h>

#include "convert/dom.h"
#include "base/buffer.h"
#include "base/vector.h"

/* Words of class and id. Those of the first kind go whatever they hold, those of the second
 * unless a good part of the page's prose is in them. */
static const char never[] =
    " ad ads advert adverts advertisement advertising adsense adslot adsbygoogle adunit sponsor sponsored "
    "sponsorship promo promos promotion banner-ad comment comments commentlist comments-area disqus "
    "respond replies discussion share sharing sharebar sharedaddy social socials socialshare addthis addtoany "
    "newsletter subscribe subscription paywall signup sign-up cookie cookies consent gdpr popup modal "
    "lightbox outbrain taboola zergnet recommended recommendation recommendations related relatedposts "
    "related-articles related-posts trending popular mostread most-read most-popular skip-link skiplink "
    "skip-to-content screen-reader-text sr-only visually-hidden editsection mw-editsection noprint "
    "hatnote-print jp-relatedposts printfooter catlinks mw-jump-link guanggao pinglun xiangguan "
    "feedback sphinxsidebar headerlink ";
/* On a page of documentation these are lists of what is in it. */
static const char mostly_links[] = " menu submenu tags taglist tag-list widget widgets prev next rail ";
static const char perhaps[] =
    " nav navbar navbox navigation toc table-of-contents navheader navfooter navigationlink navlinks nav-links menubar "
    "breadcrumb breadcrumbs crumbs crumb sidebar side-bar sidenav aside footer foot site-footer "
    "masthead header site-header topbar toolbar tagcloud pagination "
    "pager pagenav prevnext login logo banner right-rail left-rail teaser "
    "teasers toplinks author-bio bottom-nav ";

static const char containers[] =
    " div section aside header footer nav ul ol dl form table main article center fieldset p menu ";
/* Small ones within a line. */
static const char helpers[] =
    " mw-editsection editsection headerlink anchorjs-link visually-hidden sr-only screen-reader-text "
    "mw-cite-backlink noprint ";
static const char hosts[] = " body html ";

/* Body classes of the common systems; what bears one is the text of an article. */
static const char bodies[] =
    " article-body articlebody article-content article__body article__content article-text post-content "
    "post-body postbody entry-content entry story-body storybody story-content story "
    "markdown-body mw-parser-output content-article article_content articlecontent "
    "main-content maincontent rich_media_content trs_editor art_content art-content post_body "
    "show_text content_area article-detail articledetail detail-content text-content ";

/* The words of class and id in lower case, each between blanks; camelCase, - and _ part them, and
 * the compound stays as well. */
static void read_words(const xmlNode *node, bool with_id, struct buffer *out)
{
    const char *values[2] = { dom_attribute(node, "class"),
                              with_id ? dom_attribute(node, "id") : "" };
    buffer_truncate(out, 0);
    buffer_add_byte(out, ' ');
    for (int i = 0; i < 2; i++) {
        char before = ' ';
        for (int parts = 0; parts < 2; parts++) {
            for (const char *at = values[i]; *at != '\0'; at++) {
                char byte = *at;
                bool upper = byte >= 'A' && byte <= 'Z';
                if (parts == 1 && upper && before >= 'a' && before <= 'z')
                    buffer_add_byte(out, ' ');
                before = byte;
                if (upper)
                    byte = (char)(byte + 32);
                bool joins = byte == '-' || byte == '_';
                bool blank = byte == '\t' || byte == '\n' || byte == '\r' || (joins && parts == 1);
                buffer_add_byte(out, blank ? ' ' : byte);
            }
            buffer_add_byte(out, ' ');
        }
    }
}

/* Is one of the words in `text` one of `names`? */
static bool has_word_of(const char *text, const char *names)
{
    char word[48];
    while (*text != '\0') {
        text += strspn(text, " ");
        size_t length = strcspn(text, " ");
        if (length > 1 && length < sizeof word) {
            memcpy(word, text, length);
            word[length] = '\0';
            if (dom_word_in(word, names))
                return true;
        }
        text += length;
    }
    return false;
}

enum suspicion { TRUSTED, DOUBTFUL, CONDEMNED };

static enum suspicion suspect_role(const xmlNode *node)
{
    const char *role = dom_attribute(node, "role");
    if (dom_word_in(role, " navigation search menu menubar toolbar dialog alertdialog alert "))
        return DOUBTFUL;
    if (dom_word_in(role, " banner contentinfo complementary "))
        return DOUBTFUL;
    return TRUSTED;
}

/* Places that links lead to stand before a heading, and hold nothing. */
static bool is_empty_anchor(const xmlNode *node)
{
    return node->type != XML_ELEMENT_NODE || (dom_is_one(node, " a span ") && node->children == NULL);
}

/* An id says what a part is for, unless it was made of the part's heading ("related-work"): then a
 * heading comes first in it, or it is a long one. */
static bool has_telling_id(const xmlNode *node)
{
    const char *id = dom_attribute(node, "id");
    unsigned parts = 1;
    xmlNodePtr child = node->children;
    while (child != NULL && is_empty_anchor(child))
        child = child->next;
    for (; *id != '\0'; id++)
        parts += *id == '-' || *id == '_' || *id == '.';
    return parts <= 3 && !dom_is_one(child, " h1 h2 h3 h4 h5 h6 ");
}

static bool is_in_article(const xmlNode *node)
{
    return dom_is_within(node, "article") || dom_is_within(node, "main");
}

static enum suspicion suspect_element(const xmlNode *node, const struct page_weight *weight)
{
    if (dom_is_one(node, " nav form "))
        return DOUBTFUL;
    if (dom_is(node, "header"))
        return is_in_article(node) ? TRUSTED : DOUBTFUL;
    if (dom_is(node, "footer"))
        return dom_is_within(node, "blockquote") ? TRUSTED : DOUBTFUL;
    if (dom_is(node, "aside") && dom_attribute(node, "role")[0] == '\0')
        return weight->links * 2 > weight->text ? DOUBTFUL : TRUSTED;
    return suspect_role(node);
}

#define OWN_TEXT 40 /* bytes that make a div a paragraph */

static bool has_own_text(const xmlNode *node)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        const char *text = dom_is_text(child) ? (const char *)child->content : "";
        if (strlen(text + strspn(text, " \t\r\n")) >= OWN_TEXT)
            return true;
    }
    return false;
}

/* A box of prose among the paragraphs of a text is part of it, whatever it is called. */
static bool is_among_paragraphs(const xmlNode *node, const struct page_weight *weight)
{
    const xmlNode *other = node->parent != NULL ? node->parent->children : NULL;
    while (other != NULL &&
           (other == node || !dom_is_one(other, " p div ") || !(dom_is(other, "p") || has_own_text(other))))
        other = other->next;
    return other != NULL && weight->links * 3 < weight->text;
}

/* A table cell, an item or a line of code is never dropped for its name: tables of "comments", code
 * with comments, lists of tags are what people write about. */
static enum suspicion suspect(const xmlNode *node, const struct page_weight *weight,
                              bool is_article, struct buffer *words)
{
    bool inlined = dom_is_one(node, " span sup a ");
    if (!inlined && (!dom_is_one(node, containers) || dom_is_within(node, "pre")))
        return TRUSTED;
    enum suspicion element = inlined ? TRUSTED : suspect_element(node, weight);
    if (element != TRUSTED)
        return element;
    if (is_article && dom_word_in(dom_attribute(node, "id"), " comments respond disqus_thread "))
        return CONDEMNED;
    read_words(node, !inlined && has_telling_id(node), words);
    if (has_word_of(words->data, inlined ? helpers : never))
        return CONDEMNED;
    if (inlined || dom_is_one(node, " main article p "))
        return TRUSTED;
    if (is_article && weight->links * 3 > weight->text * 2 &&
        has_word_of(words->data, mostly_links))
        return DOUBTFUL;
    return has_word_of(words->data, perhaps) && !is_among_paragraphs(node, weight) ? DOUBTFUL
                                                                                   : TRUSTED;
}

static bool holds(const xmlNode *outer, const xmlNode *inner)
{
    while (inner != NULL && inner != outer)
        inner = inner->parent;
    return inner == outer;
}

static bool has_heading(xmlNodePtr node)
{
    return dom_find(node, "h1") != NULL || (!dom_is(node, "nav") && dom_find(node, "h2") != NULL &&
                                            dom_is_one(node, " header div "));
}

/* A list of what the page has, under a heading of its own. */
static bool is_contents(const xmlNode *node, const struct page_weight *weight)
{
    return weight->links * 2 > weight->text &&
           (dom_word_in(dom_attribute(node, "role"), " navigation ") ||
            dom_word_in(dom_attribute(node, "class"), " toc ") ||
            dom_word_in(dom_attribute(node, "id"), " toc "));
}

/* Marks what is called boilerplate. `share`: percent of all prose that saves an element. */
static void condemn(struct page_weights *weights, xmlNodePtr body, bool is_article, size_t share)
{
    struct buffer words = { 0 };
    const struct page_weight *whole = page_weight_of(weights, body);
    size_t all = whole->prose;
    for (xmlNodePtr node = body; node != NULL;
         node = dom_next(node, body, !page_is_skipped(weights, node))) {
        struct page_weight *weight = page_weight_of(weights, node);
        if (weight == NULL || weight->skip || node == body || dom_is_one(node, hosts))
            continue;
        enum suspicion suspicion = suspect(node, weight, is_article, &words);
        if (suspicion == CONDEMNED)
            weight->skip = dom_find(node, "main") == NULL &&
                           (dom_find(node, "article") == NULL || weight->prose * 2 < all);
        else if (suspicion == DOUBTFUL)
            weight->skip = weight->prose * 100 <= all * share &&
                           (!has_heading(node) || is_contents(node, weight));
    }
    buffer_free(&words);
}

static void release(struct page_weights *weights, xmlNodePtr body, const struct page_weights *before)
{
    for (size_t i = 0; i < weights->count; i++)
        weights->items[i].skip = before->items[i].skip;
    page_weights_again(weights, body);
}

static bool is_body_of_article(const xmlNode *node, struct buffer *words)
{
    if (dom_is_one(node, " article main ") || strcmp(dom_attribute(node, "role"), "main") == 0 ||
        strcmp(dom_attribute(node, "itemprop"), "articleBody") == 0)
        return true;
    if (!dom_is_one(node, " div section td "))
        return false;
    read_words(node, true, words);
    return has_word_of(words->data, bodies);
}

/* The innermost element called an article's body that holds most of the prose; the element
 * article itself, which has the heading, goes before what is in it. */
static xmlNodePtr find_declared(const struct page_weights *weights, xmlNodePtr body)
{
    struct buffer words = { 0 };
    size_t all = page_weight_of(weights, body)->prose;
    xmlNodePtr found = NULL;
    for (xmlNodePtr node = body; node != NULL;
         node = dom_next(node, body, !page_is_skipped(weights, node))) {
        const struct page_weight *weight = page_weight_of(weights, node);
        if (weight == NULL || weight->skip || node == body || weight->prose * 10 < all * 6)
            continue;
        if (found != NULL && dom_is(found, "article"))
            continue;
        if (is_body_of_article(node, &words))
            found = node;
    }
    buffer_free(&words);
    return found;
}

/* Down from the body while one child holds nearly all of the prose. */
static xmlNodePtr find_by_prose(const struct page_weights *weights, xmlNodePtr body)
{
    xmlNodePtr found = body;
    for (;;) {
        size_t prose = page_weight_of(weights, found)->prose;
        xmlNodePtr next = NULL;
        for (xmlNodePtr child = found->children; child != NULL; child = child->next) {
            const struct page_weight *weight = page_weight_of(weights, child);
            if (weight != NULL && !weight->skip && weight->prose * 10 > prose * 8 &&
                dom_is_one(child, " div section center table tbody tr td main article "))
                next = child;
        }
        if (next == NULL || prose == 0)
            return found;
        found = next;
    }
}

static xmlNodePtr find_heading(const struct page_weights *weights, xmlNodePtr body, xmlNodePtr main)
{
    for (xmlNodePtr node = main; node != NULL;
         node = dom_next(node, main, !page_is_skipped(weights, node))) {
        if (dom_is(node, "h1") && !page_is_skipped(weights, node))
            return NULL;
    }
    for (xmlNodePtr node = body; node != NULL && node != main;
         node = dom_next(node, body, !page_is_skipped(weights, node))) {
        const struct page_weight *weight = page_weight_of(weights, node);
        if (dom_is(node, "h1") && weight != NULL && !weight->skip && weight->text > 0 &&
            !holds(main, node))
            return node;
    }
    return NULL;
}

struct page_part boilerplate_mark(struct page_weights *weights, xmlNodePtr body, bool is_article)
{
    struct page_part part = { body, NULL };
    struct page_weights before = { 0 };
    VECTOR_RESERVE(&before, weights->count + 1);
    before.count = weights->count;
    memcpy(before.items, weights->items, weights->count * sizeof *weights->items);
    size_t all = page_weight_of(weights, body)->prose;
    size_t text = page_weight_of(weights, body)->text;
    condemn(weights, body, is_article, 30);
    page_weights_again(weights, body);
    /* Names that condemn nearly everything mean something else on this page. */
    if (page_weight_of(weights, body)->prose * 4 < all ||
        (all == 0 && page_weight_of(weights, body)->text * 4 < text))
        release(weights, body, &before);
    page_weights_free(&before);
    xmlNodePtr declared = find_declared(weights, body);
    if (declared != NULL)
        part.main = declared;
    else if (is_article)
        part.main = find_by_prose(weights, body);
    part.heading = part.main != body ? find_heading(weights, body, part.main) : NULL;
    return part;
}
