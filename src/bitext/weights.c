#include "bitext/weights.h"

const struct weights weights_first = {
    .types = {
        -3.114F, /* 0-1 */
        -4.679F, /* 1-0 */
        2.378F, /* 1-1 */
        1.534F, /* 1-2 */
        0.793F, /* 1-3 */
        0.484F, /* 1-4 */
        -0.667F, /* 1-5 */
        0.269F, /* 1-6 */
        -0.248F, /* 1-7 */
        0.228F, /* 2-1 */
        0.105F, /* 2-2 */
        0.029F, /* 2-3 */
        -0.235F, /* 2-4 */
        -0.466F, /* 2-5 */
        -0.336F, /* 3-1 */
        0.023F, /* 3-2 */
        0.248F, /* 3-3 */
        -0.477F, /* 3-4 */
        0.024F, /* 3-5 */
        -0.112F, /* 4-1 */
        -0.015F, /* 4-2 */
    },
    .features = {
        1.298F, /* target-explained */
        1.982F, /* source-explained */
        1.160F, /* target-density */
        -0.415F, /* source-density */
        -1.370F, /* length-square */
        -2.113F, /* length */
        -2.337F, /* length-square-11 */
        -1.236F, /* questions */
        -1.683F, /* questions-both */
        -0.924F, /* exclamations */
        1.784F, /* same-end */
        -0.697F, /* quoted-before */
        -0.505F, /* quoted-after */
        -1.783F, /* quoted */
        0.162F, /* one-opens */
        -0.691F, /* one-closes */
        7.438F, /* both-open */
        1.883F, /* both-close */
        -1.457F, /* ellipsis */
        2.799F, /* numbers-equal */
        0.925F, /* numbers-alone */
        0.572F, /* lower-case */
        5.611F, /* order */
        8.469F, /* disorder */
        -1.283F, /* source-gap */
        -0.914F, /* target-gap */
        0.500F, /* marks-equal */
        -0.250F, /* marks-alone */
        0.800F, /* paragraph-both */
        -1.000F, /* paragraph-one */
        -2.000F, /* paragraph-inside */
        -12.000F, /* heading */
    },
    .again = 0.816F,
};

const struct weights weights_second = {
    .types = {
        -1.648F, /* 0-1 */
        -3.209F, /* 1-0 */
        1.911F, /* 1-1 */
        1.174F, /* 1-2 */
        0.589F, /* 1-3 */
        0.319F, /* 1-4 */
        -0.599F, /* 1-5 */
        0.248F, /* 1-6 */
        -0.058F, /* 1-7 */
        0.355F, /* 2-1 */
        -0.085F, /* 2-2 */
        -0.130F, /* 2-3 */
        -0.151F, /* 2-4 */
        -0.451F, /* 2-5 */
        -0.208F, /* 3-1 */
        0.290F, /* 3-2 */
        0.288F, /* 3-3 */
        -0.331F, /* 3-4 */
        0.313F, /* 3-5 */
        -0.021F, /* 4-1 */
        -0.010F, /* 4-2 */
    },
    .features = {
        1.992F, /* target-explained */
        1.564F, /* source-explained */
        1.307F, /* target-density */
        -0.642F, /* source-density */
        -0.900F, /* length-square */
        -2.062F, /* length */
        -2.490F, /* length-square-11 */
        -0.597F, /* questions */
        -0.843F, /* questions-both */
        -0.731F, /* exclamations */
        1.550F, /* same-end */
        -0.795F, /* quoted-before */
        -0.507F, /* quoted-after */
        -1.466F, /* quoted */
        0.300F, /* one-opens */
        -0.607F, /* one-closes */
        5.854F, /* both-open */
        1.883F, /* both-close */
        -2.038F, /* ellipsis */
        2.802F, /* numbers-equal */
        -2.096F, /* numbers-alone */
        1.685F, /* lower-case */
        5.614F, /* order */
        8.335F, /* disorder */
        -0.303F, /* source-gap */
        -1.451F, /* target-gap */
        0.500F, /* marks-equal */
        -0.250F, /* marks-alone */
        0.800F, /* paragraph-both */
        -1.000F, /* paragraph-one */
        -2.000F, /* paragraph-inside */
        -12.000F, /* heading */
    },
    .again = 0.727F,
};
