#include "ui/pane.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "text/width.h"

static struct node *leaf_new(struct node *parent)
{
    struct node *node = xcalloc(1, sizeof *node);
    node->parent = parent;
    node->share = 500;
    node->pane = xcalloc(1, sizeof *node->pane);
    return node;
}

static void clear_jumps(struct jumps *jumps)
{
    for (size_t i = 0; i < jumps->count; i++) {
        free(jumps->items[i].name);
        free(jumps->items[i].path);
    }
    jumps->count = jumps->at = 0;
}

static void pane_free(struct pane *pane)
{
    article_view_free(pane->view);
    list_free(pane->list);
    crosstab_free(pane->crosstab);
    clear_jumps(&pane->jumps);
    free(pane);
}

static void node_free(struct node *node)
{
    if (node == NULL)
        return;
    node_free(node->first);
    node_free(node->second);
    if (node->pane != NULL)
        pane_free(node->pane);
    free(node);
}

void panes_init(struct panes *panes)
{
    *panes = (struct panes){ 0 };
    panes->root = leaf_new(NULL);
    panes->focus = panes->root->pane;
}

void panes_free(struct panes *panes)
{
    node_free(panes->root);
    *panes = (struct panes){ 0 };
}

static void arrange(struct node *node, int row, int column, int rows, int columns)
{
    node->row = row;
    node->column = column;
    node->rows = rows < 0 ? 0 : rows;
    node->columns = columns < 0 ? 0 : columns;
    if (node->pane != NULL) {
        node->pane->row = row;
        node->pane->column = column;
        node->pane->rows = node->rows;
        node->pane->columns = node->columns;
        return;
    }
    if (node->side_by_side) {
        int room = node->columns - 1;
        int first = room * node->share / 1000;
        first = first > room - 1 ? room - 1 : first;
        first = first < 1 ? 1 : first;
        arrange(node->first, row, column, rows, first);
        arrange(node->second, row, column + first + 1, rows, room - first);
    } else {
        int first = node->rows * node->share / 1000;
        first = first > node->rows - 1 ? node->rows - 1 : first;
        first = first < 1 ? 1 : first;
        arrange(node->first, row, column, first, columns);
        arrange(node->second, row + first, column, node->rows - first, columns);
    }
}

static struct node *leaf_of(struct node *node, const struct pane *pane)
{
    if (node->pane != NULL)
        return node->pane == pane ? node : NULL;
    struct node *found = leaf_of(node->first, pane);
    return found != NULL ? found : leaf_of(node->second, pane);
}

struct node *panes_leaf(const struct panes *panes, const struct pane *pane)
{
    return leaf_of(panes->root, pane);
}

/* Whether each pane has a row and a column to show. */
static bool has_room(const struct node *node)
{
    if (node->pane != NULL)
        return node->rows >= 1 && node->columns >= 1 && node->row >= 0 && node->column >= 0;
    return has_room(node->first) && has_room(node->second);
}

void panes_arrange(struct panes *panes, int row, int column, int rows, int columns)
{
    arrange(panes->root, row, column, rows, columns);
    panes->cramped = !has_room(panes->root);
    if (panes->zoomed || panes->cramped) {
        panes->focus->row = row;
        panes->focus->column = column;
        panes->focus->rows = rows;
        panes->focus->columns = columns;
    }
}

static struct pane *nth(const struct node *node, size_t *left)
{
    if (node->pane != NULL)
        return (*left)-- == 0 ? node->pane : NULL;
    struct pane *found = nth(node->first, left);
    return found != NULL ? found : nth(node->second, left);
}

struct pane *panes_nth(const struct panes *panes, size_t index)
{
    return nth(panes->root, &index);
}

size_t panes_count(const struct panes *panes)
{
    size_t count = 0;
    while (panes_nth(panes, count) != NULL)
        count++;
    return count;
}

unsigned long panes_id(struct panes *panes, struct pane *pane)
{
    if (pane->id == 0)
        pane->id = ++panes->ids;
    return pane->id;
}

struct pane *panes_by_id(const struct panes *panes, unsigned long id)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(panes, i)) != NULL; i++)
        if (pane->id == id)
            return id != 0 ? pane : NULL;
    return NULL;
}

size_t panes_index(const struct panes *panes, const struct pane *pane)
{
    size_t index = 0;
    struct pane *other;
    while ((other = panes_nth(panes, index)) != NULL && other != pane)
        index++;
    return index;
}

struct pane *panes_split(struct panes *panes, bool side_by_side)
{
    struct node *node = panes_leaf(panes, panes->focus);
    int room = side_by_side ? node->columns : node->rows;
    if (panes_count(panes) >= PANE_LIMIT || room < (side_by_side ? 11 : 4))
        return NULL;
    struct node *first = leaf_new(node);
    free(first->pane);
    first->pane = node->pane;
    node->pane = NULL;
    node->first = first;
    node->second = leaf_new(node);
    panes->dragged = NULL;
    node->side_by_side = side_by_side;
    node->share = 500;
    panes->zoomed = false;
    return node->second->pane;
}

static struct pane *first_leaf(const struct node *node)
{
    while (node->pane == NULL)
        node = node->first;
    return node->pane;
}

/* A node's weight is the number of panes abreast in its direction. */
static int weight(const struct node *node, bool side_by_side)
{
    if (node->pane != NULL || node->side_by_side != side_by_side)
        return 1;
    return weight(node->first, side_by_side) + weight(node->second, side_by_side);
}

static void equalize(struct node *node)
{
    if (node->pane != NULL)
        return;
    int first = weight(node->first, node->side_by_side);
    int second = weight(node->second, node->side_by_side);
    node->share = 1000 * first / (first + second);
    equalize(node->first);
    equalize(node->second);
}

void panes_equalize(struct panes *panes)
{
    equalize(panes->root);
}

bool panes_close(struct panes *panes, struct pane *pane)
{
    struct node *node = panes_leaf(panes, pane);
    struct node *parent = node->parent;
    if (parent == NULL)
        return false;
    struct node *sibling = parent->first == node ? parent->second : parent->first;
    struct node *above = parent->parent;
    sibling->parent = above;
    if (above == NULL)
        panes->root = sibling;
    else if (above->first == parent)
        above->first = sibling;
    else
        above->second = sibling;
    if (panes->previous == pane)
        panes->previous = NULL;
    if (panes->focus == pane) {
        panes->focus = panes->previous != NULL ? panes->previous : first_leaf(sibling);
        panes->previous = NULL;
    }
    panes->zoomed = false;
    panes->dragged = NULL;
    pane_free(node->pane);
    free(node);
    free(parent);
    panes_equalize(panes);
    return true;
}

void panes_only(struct panes *panes)
{
    struct pane *kept = panes->focus;
    size_t index = 0;
    while (panes_count(panes) > 1) {
        struct pane *pane = panes_nth(panes, index);
        if (pane == kept)
            index++;
        else
            panes_close(panes, pane);
    }
}

void panes_focus(struct panes *panes, struct pane *pane)
{
    if (pane == panes->focus)
        return;
    panes->previous = panes->focus;
    panes->focus = pane;
}

static bool overlaps(int a, int a_length, int b, int b_length)
{
    return a < b + b_length && b < a + a_length;
}

/* How far `other` lies from `pane` in that direction, -1 when it does not. */
static int gap_towards(const struct pane *pane, const struct pane *other, enum direction direction)
{
    bool sideways = direction == TO_LEFT || direction == TO_RIGHT;
    if (sideways ? !overlaps(pane->row, pane->rows, other->row, other->rows)
                 : !overlaps(pane->column, pane->columns, other->column, other->columns))
        return -1;
    switch (direction) {
    case TO_LEFT:
        return pane->column - (other->column + other->columns);
    case TO_RIGHT:
        return other->column - (pane->column + pane->columns);
    case TO_UP:
        return pane->row - (other->row + other->rows);
    case TO_DOWN:
        return other->row - (pane->row + pane->rows);
    }
    return -1;
}

struct pane *panes_towards(const struct panes *panes, enum direction direction)
{
    struct pane *best = NULL;
    int nearest = -1;
    struct pane *other;
    for (size_t i = 0; (other = panes_nth(panes, i)) != NULL; i++) {
        int gap = other == panes->focus ? -1 : gap_towards(panes->focus, other, direction);
        if (gap >= 0 && (nearest < 0 || gap < nearest)) {
            nearest = gap;
            best = other;
        }
    }
    return best;
}

bool panes_swap(struct panes *panes)
{
    size_t count = panes_count(panes);
    if (count < 2)
        return false;
    size_t index = panes_index(panes, panes->focus);
    struct pane *other = panes_nth(panes, (index + 1) % count);
    struct node *mine = panes_leaf(panes, panes->focus);
    struct node *theirs = panes_leaf(panes, other);
    mine->pane = other;
    theirs->pane = panes->focus;
    return true;
}

void panes_grow(struct panes *panes, bool wider, int cells)
{
    struct node *node = panes_leaf(panes, panes->focus);
    while (node->parent != NULL && node->parent->side_by_side != wider)
        node = node->parent;
    struct node *split = node->parent;
    if (split == NULL)
        return;
    int room = wider ? split->columns - 1 : split->rows;
    if (room < 2)
        return;
    int now = wider ? split->first->columns : split->first->rows;
    int wanted = split->first == node ? now + cells : now - cells;
    int least = wider ? 3 : 2;
    if (wanted < least || room - wanted < least)
        return;
    split->share = (wanted * 1000 + room - 1) / room; /* rounded up, so arranging gives `wanted` */
    split->share = split->share > 1000 ? 1000 : split->share;
}

static void describe(const struct node *node, size_t *index, struct buffer *out)
{
    if (node->pane != NULL) {
        buffer_add_format(out, "(p %zu)", (*index)++);
        return;
    }
    buffer_add_format(out, "(%c %d ", node->side_by_side ? 'v' : 's', node->share);
    describe(node->first, index, out);
    buffer_add_byte(out, ' ');
    describe(node->second, index, out);
    buffer_add_byte(out, ')');
}

void panes_describe(const struct panes *panes, struct buffer *out)
{
    size_t index = 0;
    describe(panes->root, &index, out);
}

static struct node *parse_node(const char **at, struct node *parent, size_t *leaves, int depth)
{
    char kind;
    int number;
    int used = 0;
    if (depth > PANE_LIMIT || sscanf(*at, " (%c %d%n", &kind, &number, &used) != 2 || used == 0)
        return NULL;
    *at += used;
    struct node *node = leaf_new(parent);
    bool ok = true;
    if (kind == 'p') {
        ok = ++*leaves <= PANE_LIMIT;
    } else {
        pane_free(node->pane);
        node->pane = NULL;
        node->side_by_side = kind == 'v';
        node->share = number < 1 || number > 999 ? 500 : number;
        node->first = parse_node(at, node, leaves, depth + 1);
        node->second = node->first != NULL ? parse_node(at, node, leaves, depth + 1) : NULL;
        ok = (kind == 'v' || kind == 's') && node->second != NULL;
    }
    *at += strspn(*at, " ");
    if (ok && **at == ')') {
        ++*at;
        return node;
    }
    node_free(node);
    return NULL;
}

bool panes_rebuild(struct panes *panes, const char *description)
{
    size_t leaves = 0;
    struct node *root = parse_node(&description, NULL, &leaves, 0);
    if (root == NULL)
        return false;
    node_free(panes->root);
    *panes = (struct panes){ .root = root, .focus = first_leaf(root) };
    return true;
}

struct area pane_area(const struct pane *pane)
{
    struct area area = { pane->row + 1, pane->column, pane->rows - 1, pane->columns };
    if (area.columns >= 6) { /* a gutter for marks on the left, a margin for counts on the right */
        area.column++;
        area.columns -= 2;
    }
    if (area.rows < 1) {
        area.row = pane->row;
        area.rows = pane->rows > 0 ? 1 : 0;
    }
    area.columns = area.columns < 1 ? 1 : area.columns;
    return area;
}

struct area pane_text_area(const struct pane *pane)
{
    struct area area = pane_area(pane);
    int gutter = pane->view != NULL ? pane->view->gutter : 0;
    area.column += gutter;
    area.columns -= gutter;
    return area;
}

int pane_header_room(const struct pane *pane, const char *right)
{
    int gutter = pane->columns >= 6 ? 1 : 0;
    int behind = pane->columns < 12 ? 1 : (int)width_text(right, strlen(right)) + 3;
    return pane->columns - behind - gutter;
}

struct crosstab *pane_crosstab(const struct pane *pane)
{
    return pane->list == NULL && pane->crosstab_shown ? pane->crosstab : NULL;
}

struct article_view *pane_view(const struct pane *pane)
{
    return pane->list == NULL && !pane->crosstab_shown ? pane->view : NULL;
}

/* At the present end; takes over the strings. */
static void push_jump(struct jumps *jumps, struct jump jump)
{
    for (size_t i = jumps->at; i < jumps->count; i++) { /* a new way: what lay ahead is gone */
        free(jumps->items[i].name);
        free(jumps->items[i].path);
    }
    jumps->count = jumps->at;
    if (jumps->count == PANE_JUMPS) {
        free(jumps->items[0].name);
        free(jumps->items[0].path);
        memmove(jumps->items, jumps->items + 1, (PANE_JUMPS - 1) * sizeof jumps->items[0]);
        jumps->count--;
    }
    jumps->items[jumps->count++] = jump;
    jumps->at = jumps->count;
}

void pane_remember(struct pane *pane)
{
    if (pane->view == NULL)
        return;
    pane->before_jump = pane->view->cursor;
    pane->has_before_jump = true;
    const struct text *text = pane->view->text;
    push_jump(&pane->jumps, (struct jump){
        .name = xstrdup(text->name),
        .path = xstrdup(text->path),
        .cursor = pane->view->cursor,
        .anchor = pane->view->anchor,
    });
}

void panes_came_from(struct panes *panes, struct pane *pane, struct pane *from)
{
    struct jump *jump = &pane->jumps.items[pane->jumps.at - 1];
    jump->from = panes_id(panes, from);
    if (from->view == NULL)
        return;
    jump->from_text = from->view->text;
    jump->from_cursor = from->view->cursor;
    jump->from_anchor = from->view->anchor;
}

bool pane_is_at_cell(const struct pane *pane)
{
    const struct jumps *jumps = &pane->jumps;
    return jumps->at < jumps->count && jumps->items[jumps->at].is_cell;
}

void pane_remember_cell(struct pane *pane, const char *row, const char *column)
{
    if (!pane_is_at_cell(pane))
        pane_remember(pane);
    push_jump(&pane->jumps, (struct jump){
        .name = xstrdup(row),
        .path = xstrdup(column),
        .is_cell = true,
    });
}
