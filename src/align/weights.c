#include "align/weights.h"

const struct weights weights_first = {
    .types = {
        -2.789F, /* 0-1 */
        -4.615F, /* 1-0 */
        2.205F, /* 1-1 */
        1.451F, /* 1-2 */
        0.791F, /* 1-3 */
        0.567F, /* 1-4 */
        -0.604F, /* 1-5 */
        0.273F, /* 1-6 */
        -0.209F, /* 1-7 */
        0.224F, /* 2-1 */
        -0.100F, /* 2-2 */
        -0.163F, /* 2-3 */
        -0.323F, /* 2-4 */
        -0.535F, /* 2-5 */
        -0.238F, /* 3-1 */
        -0.203F, /* 3-2 */
        -0.047F, /* 3-3 */
        -0.653F, /* 3-4 */
        -0.120F, /* 3-5 */
        -0.003F, /* 4-1 */
        -0.006F, /* 4-2 */
    },
    .features = {
        1.609F, /* target-explained */
        2.027F, /* source-explained */
        0.966F, /* target-density */
        -0.349F, /* source-density */
        -1.498F, /* length-square */
        -2.036F, /* length */
        -1.941F, /* length-square-11 */
        -1.302F, /* questions */
        -1.900F, /* questions-both */
        -0.979F, /* exclamations */
        1.372F, /* same-end */
        -0.642F, /* quoted-before */
        -0.450F, /* quoted-after */
        -1.884F, /* quoted */
        0.232F, /* one-opens */
        -0.631F, /* one-closes */
        3.539F, /* both-open */
        1.809F, /* both-close */
        -1.326F, /* ellipsis */
        0.922F, /* numbers-equal */
        0.475F, /* numbers-alone */
        2.037F, /* lower-case */
        3.164F, /* order */
        4.313F, /* disorder */
        -1.489F, /* source-gap */
        -1.431F, /* target-gap */
        0.500F, /* marks-equal */
        -0.250F, /* marks-alone */
        0.800F, /* paragraph-both */
        -1.000F, /* paragraph-one */
        -6.000F, /* paragraph-inside */
        -12.000F, /* heading */
        9.000F, /* identical */
        -24.000F, /* code */
        -3.000F, /* form */
    },
    .again = -0.326F,
};

const struct weights weights_second = {
    .types = {
        -1.290F, /* 0-1 */
        -3.128F, /* 1-0 */
        1.941F, /* 1-1 */
        1.225F, /* 1-2 */
        0.641F, /* 1-3 */
        0.456F, /* 1-4 */
        -0.511F, /* 1-5 */
        0.209F, /* 1-6 */
        0.002F, /* 1-7 */
        0.399F, /* 2-1 */
        -0.169F, /* 2-2 */
        -0.288F, /* 2-3 */
        -0.295F, /* 2-4 */
        -0.518F, /* 2-5 */
        -0.162F, /* 3-1 */
        0.089F, /* 3-2 */
        0.039F, /* 3-3 */
        -0.559F, /* 3-4 */
        0.136F, /* 3-5 */
        0.008F, /* 4-1 */
        -0.010F, /* 4-2 */
    },
    .features = {
        1.827F, /* target-explained */
        1.569F, /* source-explained */
        1.078F, /* target-density */
        -0.465F, /* source-density */
        -1.315F, /* length-square */
        -1.863F, /* length */
        -1.789F, /* length-square-11 */
        -0.807F, /* questions */
        -1.092F, /* questions-both */
        -0.818F, /* exclamations */
        1.210F, /* same-end */
        -0.680F, /* quoted-before */
        -0.455F, /* quoted-after */
        -1.554F, /* quoted */
        0.341F, /* one-opens */
        -0.556F, /* one-closes */
        2.976F, /* both-open */
        1.781F, /* both-close */
        -2.183F, /* ellipsis */
        0.926F, /* numbers-equal */
        -2.395F, /* numbers-alone */
        5.210F, /* lower-case */
        2.921F, /* order */
        2.916F, /* disorder */
        -0.666F, /* source-gap */
        -2.015F, /* target-gap */
        0.500F, /* marks-equal */
        -0.250F, /* marks-alone */
        0.800F, /* paragraph-both */
        -1.000F, /* paragraph-one */
        -6.000F, /* paragraph-inside */
        -12.000F, /* heading */
        9.000F, /* identical */
        -24.000F, /* code */
        -3.000F, /* form */
    },
    .again = -0.285F,
};
