#include "doc/charref.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "text/sanitize.h"
#include "text/utf8.h"

struct name {
    char name[25];
    uint16_t code_point;
    uint16_t mark; /* that is put over it, 0: none */
};

/* Those of HTML 4, the Latin letters of HTML 5, and what Markdown writes to escape. */
static const struct name names[] = {
    { "Tab", 0x9, 0 }, { "NewLine", 0xA, 0 }, { "excl", '!', 0 }, { "QUOT", '"', 0 },
    { "quot", '"', 0 }, { "num", '#', 0 }, { "dollar", '$', 0 }, { "percnt", '%', 0 },
    { "AMP", '&', 0 }, { "amp", '&', 0 }, { "apos", '\'', 0 }, { "lpar", '(', 0 },
    { "rpar", ')', 0 }, { "ast", '*', 0 }, { "plus", '+', 0 }, { "comma", ',', 0 },
    { "period", '.', 0 }, { "sol", '/', 0 }, { "colon", ':', 0 }, { "semi", ';', 0 },
    { "LT", '<', 0 }, { "lt", '<', 0 }, { "equals", '=', 0 }, { "GT", '>', 0 }, { "gt", '>', 0 },
    { "quest", '?', 0 }, { "commat", '@', 0 }, { "lbrack", '[', 0 }, { "lsqb", '[', 0 },
    { "bsol", '\\', 0 }, { "rbrack", ']', 0 }, { "rsqb", ']', 0 }, { "Hat", '^', 0 },
    { "lowbar", '_', 0 }, { "grave", '`', 0 }, { "lbrace", '{', 0 }, { "lcub", '{', 0 },
    { "verbar", '|', 0 }, { "vert", '|', 0 }, { "rbrace", '}', 0 }, { "rcub", '}', 0 },
    { "nbsp", 0xA0, 0 }, { "iexcl", 0xA1, 0 }, { "cent", 0xA2, 0 }, { "pound", 0xA3, 0 },
    { "curren", 0xA4, 0 }, { "yen", 0xA5, 0 }, { "brvbar", 0xA6, 0 }, { "sect", 0xA7, 0 },
    { "uml", 0xA8, 0 }, { "COPY", 0xA9, 0 }, { "copy", 0xA9, 0 }, { "ordf", 0xAA, 0 },
    { "laquo", 0xAB, 0 }, { "not", 0xAC, 0 }, { "shy", 0xAD, 0 }, { "REG", 0xAE, 0 },
    { "reg", 0xAE, 0 }, { "macr", 0xAF, 0 }, { "deg", 0xB0, 0 }, { "plusmn", 0xB1, 0 },
    { "sup2", 0xB2, 0 }, { "sup3", 0xB3, 0 }, { "acute", 0xB4, 0 }, { "micro", 0xB5, 0 },
    { "para", 0xB6, 0 }, { "middot", 0xB7, 0 }, { "cedil", 0xB8, 0 }, { "sup1", 0xB9, 0 },
    { "ordm", 0xBA, 0 }, { "raquo", 0xBB, 0 }, { "frac14", 0xBC, 0 }, { "frac12", 0xBD, 0 },
    { "frac34", 0xBE, 0 }, { "iquest", 0xBF, 0 }, { "Agrave", 0xC0, 0 }, { "Aacute", 0xC1, 0 },
    { "Acirc", 0xC2, 0 }, { "Atilde", 0xC3, 0 }, { "Auml", 0xC4, 0 }, { "Aring", 0xC5, 0 },
    { "AElig", 0xC6, 0 }, { "Ccedil", 0xC7, 0 }, { "Egrave", 0xC8, 0 }, { "Eacute", 0xC9, 0 },
    { "Ecirc", 0xCA, 0 }, { "Euml", 0xCB, 0 }, { "Igrave", 0xCC, 0 }, { "Iacute", 0xCD, 0 },
    { "Icirc", 0xCE, 0 }, { "Iuml", 0xCF, 0 }, { "ETH", 0xD0, 0 }, { "Ntilde", 0xD1, 0 },
    { "Ograve", 0xD2, 0 }, { "Oacute", 0xD3, 0 }, { "Ocirc", 0xD4, 0 }, { "Otilde", 0xD5, 0 },
    { "Ouml", 0xD6, 0 }, { "times", 0xD7, 0 }, { "Oslash", 0xD8, 0 }, { "Ugrave", 0xD9, 0 },
    { "Uacute", 0xDA, 0 }, { "Ucirc", 0xDB, 0 }, { "Uuml", 0xDC, 0 }, { "Yacute", 0xDD, 0 },
    { "THORN", 0xDE, 0 }, { "szlig", 0xDF, 0 }, { "agrave", 0xE0, 0 }, { "aacute", 0xE1, 0 },
    { "acirc", 0xE2, 0 }, { "atilde", 0xE3, 0 }, { "auml", 0xE4, 0 }, { "aring", 0xE5, 0 },
    { "aelig", 0xE6, 0 }, { "ccedil", 0xE7, 0 }, { "egrave", 0xE8, 0 }, { "eacute", 0xE9, 0 },
    { "ecirc", 0xEA, 0 }, { "euml", 0xEB, 0 }, { "igrave", 0xEC, 0 }, { "iacute", 0xED, 0 },
    { "icirc", 0xEE, 0 }, { "iuml", 0xEF, 0 }, { "eth", 0xF0, 0 }, { "ntilde", 0xF1, 0 },
    { "ograve", 0xF2, 0 }, { "oacute", 0xF3, 0 }, { "ocirc", 0xF4, 0 }, { "otilde", 0xF5, 0 },
    { "ouml", 0xF6, 0 }, { "divide", 0xF7, 0 }, { "oslash", 0xF8, 0 }, { "ugrave", 0xF9, 0 },
    { "uacute", 0xFA, 0 }, { "ucirc", 0xFB, 0 }, { "uuml", 0xFC, 0 }, { "yacute", 0xFD, 0 },
    { "thorn", 0xFE, 0 }, { "yuml", 0xFF, 0 }, { "Amacr", 0x100, 0 }, { "amacr", 0x101, 0 },
    { "Abreve", 0x102, 0 }, { "abreve", 0x103, 0 }, { "Aogon", 0x104, 0 }, { "aogon", 0x105, 0 },
    { "Cacute", 0x106, 0 }, { "cacute", 0x107, 0 }, { "Ccirc", 0x108, 0 }, { "ccirc", 0x109, 0 },
    { "Cdot", 0x10A, 0 }, { "cdot", 0x10B, 0 }, { "Ccaron", 0x10C, 0 }, { "ccaron", 0x10D, 0 },
    { "Dcaron", 0x10E, 0 }, { "dcaron", 0x10F, 0 }, { "Dstrok", 0x110, 0 },
    { "dstrok", 0x111, 0 }, { "Emacr", 0x112, 0 }, { "emacr", 0x113, 0 }, { "Edot", 0x116, 0 },
    { "edot", 0x117, 0 }, { "Eogon", 0x118, 0 }, { "eogon", 0x119, 0 }, { "Ecaron", 0x11A, 0 },
    { "ecaron", 0x11B, 0 }, { "Gcirc", 0x11C, 0 }, { "gcirc", 0x11D, 0 }, { "Gbreve", 0x11E, 0 },
    { "gbreve", 0x11F, 0 }, { "Gdot", 0x120, 0 }, { "gdot", 0x121, 0 }, { "Gcedil", 0x122, 0 },
    { "Hcirc", 0x124, 0 }, { "hcirc", 0x125, 0 }, { "Hstrok", 0x126, 0 }, { "hstrok", 0x127, 0 },
    { "Itilde", 0x128, 0 }, { "itilde", 0x129, 0 }, { "Imacr", 0x12A, 0 }, { "imacr", 0x12B, 0 },
    { "Iogon", 0x12E, 0 }, { "iogon", 0x12F, 0 }, { "Idot", 0x130, 0 }, { "imath", 0x131, 0 },
    { "inodot", 0x131, 0 }, { "IJlig", 0x132, 0 }, { "ijlig", 0x133, 0 }, { "Jcirc", 0x134, 0 },
    { "jcirc", 0x135, 0 }, { "Kcedil", 0x136, 0 }, { "kcedil", 0x137, 0 }, { "kgreen", 0x138, 0 },
    { "Lacute", 0x139, 0 }, { "lacute", 0x13A, 0 }, { "Lcedil", 0x13B, 0 },
    { "lcedil", 0x13C, 0 }, { "Lcaron", 0x13D, 0 }, { "lcaron", 0x13E, 0 },
    { "Lmidot", 0x13F, 0 }, { "lmidot", 0x140, 0 }, { "Lstrok", 0x141, 0 },
    { "lstrok", 0x142, 0 }, { "Nacute", 0x143, 0 }, { "nacute", 0x144, 0 },
    { "Ncedil", 0x145, 0 }, { "ncedil", 0x146, 0 }, { "Ncaron", 0x147, 0 },
    { "ncaron", 0x148, 0 }, { "napos", 0x149, 0 }, { "ENG", 0x14A, 0 }, { "eng", 0x14B, 0 },
    { "Omacr", 0x14C, 0 }, { "omacr", 0x14D, 0 }, { "Odblac", 0x150, 0 }, { "odblac", 0x151, 0 },
    { "OElig", 0x152, 0 }, { "oelig", 0x153, 0 }, { "Racute", 0x154, 0 }, { "racute", 0x155, 0 },
    { "Rcedil", 0x156, 0 }, { "rcedil", 0x157, 0 }, { "Rcaron", 0x158, 0 },
    { "rcaron", 0x159, 0 }, { "Sacute", 0x15A, 0 }, { "sacute", 0x15B, 0 }, { "Scirc", 0x15C, 0 },
    { "scirc", 0x15D, 0 }, { "Scedil", 0x15E, 0 }, { "scedil", 0x15F, 0 }, { "Scaron", 0x160, 0 },
    { "scaron", 0x161, 0 }, { "Tcedil", 0x162, 0 }, { "tcedil", 0x163, 0 },
    { "Tcaron", 0x164, 0 }, { "tcaron", 0x165, 0 }, { "Tstrok", 0x166, 0 },
    { "tstrok", 0x167, 0 }, { "Utilde", 0x168, 0 }, { "utilde", 0x169, 0 }, { "Umacr", 0x16A, 0 },
    { "umacr", 0x16B, 0 }, { "Ubreve", 0x16C, 0 }, { "ubreve", 0x16D, 0 }, { "Uring", 0x16E, 0 },
    { "uring", 0x16F, 0 }, { "Udblac", 0x170, 0 }, { "udblac", 0x171, 0 }, { "Uogon", 0x172, 0 },
    { "uogon", 0x173, 0 }, { "Wcirc", 0x174, 0 }, { "wcirc", 0x175, 0 }, { "Ycirc", 0x176, 0 },
    { "ycirc", 0x177, 0 }, { "Yuml", 0x178, 0 }, { "Zacute", 0x179, 0 }, { "zacute", 0x17A, 0 },
    { "Zdot", 0x17B, 0 }, { "zdot", 0x17C, 0 }, { "Zcaron", 0x17D, 0 }, { "zcaron", 0x17E, 0 },
    { "fnof", 0x192, 0 }, { "circ", 0x2C6, 0 }, { "tilde", 0x2DC, 0 }, { "Alpha", 0x391, 0 },
    { "Beta", 0x392, 0 }, { "Gamma", 0x393, 0 }, { "Delta", 0x394, 0 }, { "Epsilon", 0x395, 0 },
    { "Zeta", 0x396, 0 }, { "Eta", 0x397, 0 }, { "Theta", 0x398, 0 }, { "Iota", 0x399, 0 },
    { "Kappa", 0x39A, 0 }, { "Lambda", 0x39B, 0 }, { "Mu", 0x39C, 0 }, { "Nu", 0x39D, 0 },
    { "Xi", 0x39E, 0 }, { "Omicron", 0x39F, 0 }, { "Pi", 0x3A0, 0 }, { "Rho", 0x3A1, 0 },
    { "Sigma", 0x3A3, 0 }, { "Tau", 0x3A4, 0 }, { "Upsilon", 0x3A5, 0 }, { "Phi", 0x3A6, 0 },
    { "Chi", 0x3A7, 0 }, { "Psi", 0x3A8, 0 }, { "Omega", 0x3A9, 0 }, { "alpha", 0x3B1, 0 },
    { "beta", 0x3B2, 0 }, { "gamma", 0x3B3, 0 }, { "delta", 0x3B4, 0 }, { "epsilon", 0x3B5, 0 },
    { "zeta", 0x3B6, 0 }, { "eta", 0x3B7, 0 }, { "theta", 0x3B8, 0 }, { "iota", 0x3B9, 0 },
    { "kappa", 0x3BA, 0 }, { "lambda", 0x3BB, 0 }, { "mu", 0x3BC, 0 }, { "nu", 0x3BD, 0 },
    { "xi", 0x3BE, 0 }, { "omicron", 0x3BF, 0 }, { "pi", 0x3C0, 0 }, { "rho", 0x3C1, 0 },
    { "sigmaf", 0x3C2, 0 }, { "sigma", 0x3C3, 0 }, { "tau", 0x3C4, 0 }, { "upsilon", 0x3C5, 0 },
    { "phi", 0x3C6, 0 }, { "chi", 0x3C7, 0 }, { "psi", 0x3C8, 0 }, { "omega", 0x3C9, 0 },
    { "thetasym", 0x3D1, 0 }, { "upsih", 0x3D2, 0 }, { "piv", 0x3D6, 0 }, { "ensp", 0x2002, 0 },
    { "emsp", 0x2003, 0 }, { "thinsp", 0x2009, 0 }, { "zwnj", 0x200C, 0 }, { "zwj", 0x200D, 0 },
    { "lrm", 0x200E, 0 }, { "rlm", 0x200F, 0 }, { "dash", 0x2010, 0 }, { "hyphen", 0x2010, 0 },
    { "ndash", 0x2013, 0 }, { "mdash", 0x2014, 0 }, { "lsquo", 0x2018, 0 },
    { "rsquo", 0x2019, 0 }, { "sbquo", 0x201A, 0 }, { "ldquo", 0x201C, 0 },
    { "rdquo", 0x201D, 0 }, { "bdquo", 0x201E, 0 }, { "dagger", 0x2020, 0 },
    { "Dagger", 0x2021, 0 }, { "bull", 0x2022, 0 }, { "hellip", 0x2026, 0 },
    { "permil", 0x2030, 0 }, { "prime", 0x2032, 0 }, { "Prime", 0x2033, 0 },
    { "lsaquo", 0x2039, 0 }, { "rsaquo", 0x203A, 0 }, { "oline", 0x203E, 0 },
    { "frasl", 0x2044, 0 }, { "euro", 0x20AC, 0 }, { "HilbertSpace", 0x210B, 0 },
    { "image", 0x2111, 0 }, { "ell", 0x2113, 0 }, { "numero", 0x2116, 0 },
    { "copysr", 0x2117, 0 }, { "weierp", 0x2118, 0 }, { "real", 0x211C, 0 },
    { "trade", 0x2122, 0 }, { "alefsym", 0x2135, 0 }, { "DifferentialD", 0x2146, 0 },
    { "larr", 0x2190, 0 }, { "uarr", 0x2191, 0 }, { "rarr", 0x2192, 0 }, { "darr", 0x2193, 0 },
    { "harr", 0x2194, 0 }, { "rarrw", 0x219D, 0 }, { "crarr", 0x21B5, 0 }, { "lArr", 0x21D0, 0 },
    { "uArr", 0x21D1, 0 }, { "rArr", 0x21D2, 0 }, { "dArr", 0x21D3, 0 }, { "hArr", 0x21D4, 0 },
    { "forall", 0x2200, 0 }, { "part", 0x2202, 0 }, { "exist", 0x2203, 0 },
    { "empty", 0x2205, 0 }, { "nabla", 0x2207, 0 }, { "isin", 0x2208, 0 }, { "notin", 0x2209, 0 },
    { "ni", 0x220B, 0 }, { "prod", 0x220F, 0 }, { "sum", 0x2211, 0 }, { "minus", 0x2212, 0 },
    { "lowast", 0x2217, 0 }, { "radic", 0x221A, 0 }, { "prop", 0x221D, 0 },
    { "infin", 0x221E, 0 }, { "ang", 0x2220, 0 }, { "and", 0x2227, 0 }, { "or", 0x2228, 0 },
    { "cap", 0x2229, 0 }, { "cup", 0x222A, 0 }, { "int", 0x222B, 0 },
    { "ClockwiseContourIntegral", 0x2232, 0 }, { "there4", 0x2234, 0 }, { "sim", 0x223C, 0 },
    { "cong", 0x2245, 0 }, { "asymp", 0x2248, 0 }, { "ne", 0x2260, 0 }, { "equiv", 0x2261, 0 },
    { "le", 0x2264, 0 }, { "ge", 0x2265, 0 }, { "ngE", 0x2267, 0x338 }, { "sub", 0x2282, 0 },
    { "sup", 0x2283, 0 }, { "nsub", 0x2284, 0 }, { "sube", 0x2286, 0 }, { "supe", 0x2287, 0 },
    { "oplus", 0x2295, 0 }, { "otimes", 0x2297, 0 }, { "perp", 0x22A5, 0 }, { "sdot", 0x22C5, 0 },
    { "lceil", 0x2308, 0 }, { "rceil", 0x2309, 0 }, { "lfloor", 0x230A, 0 },
    { "rfloor", 0x230B, 0 }, { "loz", 0x25CA, 0 }, { "starf", 0x2605, 0 }, { "star", 0x2606, 0 },
    { "phone", 0x260E, 0 }, { "spades", 0x2660, 0 }, { "clubs", 0x2663, 0 },
    { "hearts", 0x2665, 0 }, { "diams", 0x2666, 0 }, { "check", 0x2713, 0 },
    { "cross", 0x2717, 0 }, { "lang", 0x27E8, 0 }, { "rang", 0x27E9, 0 },
};

static const struct name *named(const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strlen(names[i].name) == length && memcmp(names[i].name, text, length) == 0)
            return &names[i];
    }
    return NULL;
}

static int digit_of(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    char lower = (char)(byte | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

/* The number after "&#"; false when it is none. */
static bool numeric(const char *text, size_t length, uint32_t *code_point)
{
    bool hex = length > 0 && (text[0] == 'x' || text[0] == 'X');
    uint32_t base = hex ? 16 : 10;
    size_t at = hex ? 1 : 0;
    if (at == length)
        return false;
    *code_point = 0;
    for (; at < length; at++) {
        uint32_t digit = (uint32_t)digit_of(text[at]);
        if (digit >= base)
            return false;
        if (*code_point <= 0x10FFFF)
            *code_point = *code_point * base + digit;
    }
    return true;
}

static void add_clean(struct buffer *out, uint32_t code_point)
{
    char bytes[4];
    size_t length = utf8_encode(code_point != 0 ? code_point : UTF8_REPLACEMENT, bytes);
    size_t before = out->length;
    if (code_point == 0xFEFF)
        buffer_add(out, bytes, length); /* no byte order mark here */
    else
        sanitize_source(bytes, length, out, NULL);
    if (out->length == before + 1 && (out->data[before] == '\n' || out->data[before] == '\t'))
        out->data[before] = ' ';
}

void charref_add(struct buffer *out, const char *text, size_t length)
{
    uint32_t code_point = 0;
    const struct name *name = NULL;
    if (length > 2 && text[1] != '#')
        name = named(text + 1, length - 2);
    if (name != NULL)
        add_clean(out, name->code_point);
    else if (length > 3 && text[1] == '#' && numeric(text + 2, length - 3, &code_point))
        add_clean(out, code_point);
    else
        buffer_add(out, text, length);
    if (name != NULL && name->mark != 0)
        add_clean(out, name->mark);
}
