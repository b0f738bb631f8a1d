#include "bitext/weights.h"

const struct weights weights_first = {
    .types = {
        -2.724F, /* 0-1 */
        -4.633F, /* 1-0 */
        2.205F, /* 1-1 */
        1.447F, /* 1-2 */
        0.802F, /* 1-3 */
        0.592F, /* 1-4 */
        -0.581F, /* 1-5 */
        0.289F, /* 1-6 */
        -0.207F, /* 1-7 */
        0.287F, /* 2-1 */
        -0.036F, /* 2-2 */
        -0.051F, /* 2-3 */
        -0.321F, /* 2-4 */
        -0.556F, /* 2-5 */
        -0.203F, /* 3-1 */
        -0.232F, /* 3-2 */
        -0.077F, /* 3-3 */
        -0.587F, /* 3-4 */
        -0.153F, /* 3-5 */
        -0.003F, /* 4-1 */
        -0.011F, /* 4-2 */
    },
    .features = {
        [FEATURE_TARGET_EXPLAINED] = 2.159F,
        [FEATURE_SOURCE_EXPLAINED] = 1.971F,
        [FEATURE_TARGET_DENSITY] = 1.022F,
        [FEATURE_SOURCE_DENSITY] = -0.390F,
        [FEATURE_LENGTH_SQUARE] = -2.409F,
        [FEATURE_LENGTH] = -1.550F,
        [FEATURE_LENGTH_SQUARE_11] = -1.891F,
        [FEATURE_QUESTIONS] = -1.470F,
        [FEATURE_QUESTIONS_BOTH] = -2.398F,
        [FEATURE_EXCLAMATIONS] = -1.038F,
        [FEATURE_SAME_END] = 1.332F,
        [FEATURE_QUOTED_BEFORE] = -0.565F,
        [FEATURE_QUOTED_AFTER] = -0.373F,
        [FEATURE_QUOTED] = -1.880F,
        [FEATURE_ONE_OPENS] = 0.240F,
        [FEATURE_ONE_CLOSES] = -0.649F,
        [FEATURE_BOTH_OPEN] = 4.144F,
        [FEATURE_BOTH_CLOSE] = 1.952F,
        [FEATURE_ELLIPSIS] = -1.477F,
        [FEATURE_NUMBERS_EQUAL] = 1.278F,
        [FEATURE_NUMBERS_ALONE] = 0.442F,
        [FEATURE_LOWER_CASE] = 1.569F,
        [FEATURE_SOURCE_GAP] = -1.399F,
        [FEATURE_TARGET_GAP] = -1.722F,
        [FEATURE_MARKS_EQUAL] = 0.500F,
        [FEATURE_MARKS_ALONE] = -0.250F,
        [FEATURE_PARAGRAPH_BOTH] = 0.800F,
        [FEATURE_PARAGRAPH_ONE] = -1.000F,
        [FEATURE_PARAGRAPH_INSIDE] = -2.000F,
        [FEATURE_HEADING] = -12.000F,
    },
};

const struct weights weights_second = {
    .types = {
        -0.553F, /* 0-1 */
        -1.845F, /* 1-0 */
        2.207F, /* 1-1 */
        1.468F, /* 1-2 */
        0.831F, /* 1-3 */
        0.582F, /* 1-4 */
        -0.483F, /* 1-5 */
        0.253F, /* 1-6 */
        -0.020F, /* 1-7 */
        0.606F, /* 2-1 */
        -0.047F, /* 2-2 */
        -0.120F, /* 2-3 */
        -0.382F, /* 2-4 */
        -0.667F, /* 2-5 */
        -0.154F, /* 3-1 */
        -0.094F, /* 3-2 */
        -0.161F, /* 3-3 */
        -0.571F, /* 3-4 */
        -0.037F, /* 3-5 */
        -0.001F, /* 4-1 */
        -0.024F, /* 4-2 */
    },
    .features = {
        [FEATURE_TARGET_EXPLAINED] = 2.440F,
        [FEATURE_SOURCE_EXPLAINED] = 0.962F,
        [FEATURE_TARGET_DENSITY] = 1.000F,
        [FEATURE_SOURCE_DENSITY] = -0.236F,
        [FEATURE_LENGTH_SQUARE] = -2.328F,
        [FEATURE_LENGTH] = -1.300F,
        [FEATURE_LENGTH_SQUARE_11] = -1.765F,
        [FEATURE_QUESTIONS] = -0.827F,
        [FEATURE_QUESTIONS_BOTH] = -1.149F,
        [FEATURE_EXCLAMATIONS] = -0.701F,
        [FEATURE_SAME_END] = 1.168F,
        [FEATURE_QUOTED_BEFORE] = -0.520F,
        [FEATURE_QUOTED_AFTER] = -0.538F,
        [FEATURE_QUOTED] = -1.389F,
        [FEATURE_ONE_OPENS] = 0.272F,
        [FEATURE_ONE_CLOSES] = -0.472F,
        [FEATURE_BOTH_OPEN] = 3.459F,
        [FEATURE_BOTH_CLOSE] = 2.073F,
        [FEATURE_ELLIPSIS] = -1.745F,
        [FEATURE_NUMBERS_EQUAL] = 1.200F,
        [FEATURE_NUMBERS_ALONE] = -1.301F,
        [FEATURE_LOWER_CASE] = 0.874F,
        [FEATURE_SOURCE_GAP] = -1.069F,
        [FEATURE_TARGET_GAP] = -2.538F,
        [FEATURE_MARKS_EQUAL] = 0.500F,
        [FEATURE_MARKS_ALONE] = -0.250F,
        [FEATURE_PARAGRAPH_BOTH] = 0.800F,
        [FEATURE_PARAGRAPH_ONE] = -1.000F,
        [FEATURE_PARAGRAPH_INSIDE] = -2.000F,
        [FEATURE_HEADING] = -12.000F,
    },
};
