/* Panes that change places, and borders that are moved. */
#include "ui/pane.h"

#define LEAST_COLUMNS 3
#define LEAST_ROWS 2

bool panes_move(struct panes *panes, enum direction direction)
{
    struct node *leaf = panes_leaf(panes, panes->focus);
    struct node *split = leaf->parent;
    if (split == NULL)
        return false;
    struct node *sibling = split->first == leaf ? split->second : split->first;
    struct node *above = split->parent;
    sibling->parent = above;
    if (above == NULL)
        panes->root = sibling;
    else if (above->first == split)
        above->first = sibling;
    else
        above->second = sibling;
    bool leads = direction == TO_LEFT || direction == TO_UP;
    split->side_by_side = direction == TO_LEFT || direction == TO_RIGHT;
    split->first = leads ? leaf : panes->root;
    split->second = leads ? panes->root : leaf;
    split->parent = NULL;
    panes->root->parent = split;
    panes->root = split;
    panes->dragged = NULL;
    panes_equalize(panes);
    return true;
}

bool panes_rotate(struct panes *panes, bool forward)
{
    struct pane *all[PANE_LIMIT];
    struct node *leaves[PANE_LIMIT];
    size_t count = panes_count(panes);
    for (size_t i = 0; i < count; i++) {
        all[i] = panes_nth(panes, i);
        leaves[i] = panes_leaf(panes, all[i]);
    }
    for (size_t i = 0; i < count; i++)
        leaves[(i + (forward ? 1 : count - 1)) % count]->pane = all[i];
    return count > 1;
}

/* Gives the first half of a split so many cells, as far as both keep their least. */
static void set_first(struct node *split, int cells)
{
    bool wide = split->side_by_side;
    int room = wide ? split->columns - 1 : split->rows;
    int least = wide ? LEAST_COLUMNS : LEAST_ROWS;
    if (room < 2 * least)
        return;
    cells = cells > room - least ? room - least : cells < least ? least : cells;
    split->share = (cells * 1000 + room - 1) / room; /* rounded up, so arranging gives `cells` */
}

void panes_maximize(struct panes *panes, bool wider)
{
    struct node *node = panes_leaf(panes, panes->focus);
    for (; node->parent != NULL; node = node->parent)
        if (node->parent->side_by_side == wider)
            set_first(node->parent, node->parent->first == node ? 0x7FFF : 0);
}

static struct node *border_at(struct node *node, int row, int column)
{
    if (node->pane != NULL || row < node->row || row >= node->row + node->rows ||
        column < node->column || column >= node->column + node->columns)
        return NULL;
    if (node->side_by_side ? column == node->second->column - 1 : row == node->second->row)
        return node;
    struct node *found = border_at(node->first, row, column);
    return found != NULL ? found : border_at(node->second, row, column);
}

bool panes_grip(struct panes *panes, int row, int column)
{
    bool alone = panes->zoomed || panes->cramped;
    panes->dragged = alone ? NULL : border_at(panes->root, row, column);
    return panes->dragged != NULL;
}

bool panes_drag(struct panes *panes, int row, int column)
{
    struct node *split = panes->dragged;
    if (split == NULL)
        return false;
    set_first(split, split->side_by_side ? column - split->column : row - split->row);
    return true;
}
