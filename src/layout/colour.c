#include "layout/colour.h"

int colour_rgb(int number)
{
    /* xterm's, of which terminals have their own variants */
    static const int basic[16] = { 0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD,
                                   0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00,
                                   0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF };
    static const int steps[6] = { 0, 95, 135, 175, 215, 255 };
    if (number < 16)
        return basic[number < 0 ? 0 : number];
    if (number >= 232)
        return (8 + 10 * (number - 232)) * 0x010101;
    number -= 16;
    return steps[number / 36] << 16 | steps[number / 6 % 6] << 8 | steps[number % 6];
}

static int channel(int rgb, int shift)
{
    return (rgb >> shift) & 0xFF;
}

static long distance(int a, int b)
{
    long sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        long step = channel(a, shift) - channel(b, shift);
        sum += step * step;
    }
    return sum;
}

int colour_nearest(int rgb, int first, int last)
{
    int best = first;
    for (int i = first; i <= last; i++)
        if (distance(rgb, colour_rgb(i)) < distance(rgb, colour_rgb(best)))
            best = i;
    return best;
}
