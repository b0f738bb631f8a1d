/* colour: the 256 colours of terminals as 0xRRGGBB. */
#ifndef DIPTYCH_LAYOUT_COLOUR_H
#define DIPTYCH_LAYOUT_COLOUR_H

/* What number 16 to 255 stands for everywhere, and 0 to 15 in most terminals. */
int colour_rgb(int number);

/* The number from `first` to `last` that comes nearest to a colour. */
int colour_nearest(int rgb, int first, int last);

#endif
