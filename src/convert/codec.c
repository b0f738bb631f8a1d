#include "convert/codec.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/utf8.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* The name to tell, the names iconv may know it by (the wider set first), and the labels. */
struct codec {
    const char *name;
    const char *iconv[3];
    const char *labels; /* each between blanks */
};

/* clang-format off */
static const struct codec table[] = {
    { "UTF-8", { NULL }, " utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 unicode us-ascii-utf-8 " },
    { "UTF-16LE", { NULL }, " utf-16 utf-16le utf16 ucs-2 iso-10646-ucs-2 csunicode " },
    { "UTF-16BE", { NULL }, " utf-16be unicodefffe " },
    { "UTF-32LE", { NULL }, " utf-32 utf-32le ucs-4 ucs-4le " },
    { "UTF-32BE", { NULL }, " utf-32be ucs-4be " },
    { "GB18030", { "GB18030", "GBK", NULL }, " gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese cp936 ms936 csgb2312 euc-cn iso-ir-58 x-gbk windows-936 gb13000 " },
    { "Big5", { "BIG5-HKSCS", "BIG5", "CP950" }, " big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 big5hkscs windows-950 " },
    { "Shift_JIS", { "CP932", "SHIFT_JIS", NULL }, " shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932 " },
    { "EUC-JP", { "EUC-JP", NULL }, " euc-jp x-euc-jp cseucpkdfmtjapanese eucjp " },
    { "ISO-2022-JP", { "ISO-2022-JP", NULL }, " iso-2022-jp csiso2022jp " },
    { "EUC-KR", { "CP949", "UHC", "EUC-KR" }, " euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cp949 uhc cseuckr iso-ir-149 johab " },
    { "ISO-2022-KR", { "ISO-2022-KR", NULL }, " iso-2022-kr " },
    { "EUC-TW", { "EUC-TW", NULL }, " euc-tw " },
    { "windows-1250", { "CP1250", NULL }, " windows-1250 cp1250 x-cp1250 " },
    { "windows-1251", { "CP1251", NULL }, " windows-1251 cp1251 x-cp1251 " },
    { "windows-1252", { "CP1252", NULL }, " windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 latin1 latin-1 l1 us-ascii ascii ansi_x3.4-1968 iso_8859-1 iso88591 " },
    { "windows-1253", { "CP1253", NULL }, " windows-1253 cp1253 " },
    { "windows-1254", { "CP1254", NULL }, " windows-1254 cp1254 iso-8859-9 latin5 " },
    { "windows-1255", { "CP1255", NULL }, " windows-1255 cp1255 " },
    { "windows-1256", { "CP1256", NULL }, " windows-1256 cp1256 " },
    { "windows-1257", { "CP1257", NULL }, " windows-1257 cp1257 " },
    { "windows-1258", { "CP1258", NULL }, " windows-1258 cp1258 " },
    { "windows-874", { "CP874", "TIS-620", NULL }, " windows-874 tis-620 iso-8859-11 dos-874 " },
    { "ISO-8859-2", { "ISO-8859-2", NULL }, " iso-8859-2 latin2 l2 iso8859-2 " },
    { "ISO-8859-3", { "ISO-8859-3", NULL }, " iso-8859-3 latin3 " },
    { "ISO-8859-4", { "ISO-8859-4", NULL }, " iso-8859-4 latin4 " },
    { "ISO-8859-5", { "ISO-8859-5", NULL }, " iso-8859-5 cyrillic " },
    { "ISO-8859-6", { "ISO-8859-6", NULL }, " iso-8859-6 arabic " },
    { "ISO-8859-7", { "ISO-8859-7", NULL }, " iso-8859-7 greek " },
    { "ISO-8859-8", { "ISO-8859-8", NULL }, " iso-8859-8 hebrew iso-8859-8-i " },
    { "ISO-8859-13", { "ISO-8859-13", NULL }, " iso-8859-13 " },
    { "ISO-8859-16", { "ISO-8859-16", NULL }, " iso-8859-16 " },
    { "ISO-8859-15", { "ISO-8859-15", NULL }, " iso-8859-15 latin9 latin-9 " },
    { "KOI8-R", { "KOI8-R", NULL }, " koi8-r koi8 koi cskoi8r koi8_r " },
    { "KOI8-U", { "KOI8-U", NULL }, " koi8-u koi8-ru " },
    { "IBM866", { "CP866", NULL }, " ibm866 cp866 866 " },
    { "IBM855", { "CP855", NULL }, " ibm855 cp855 " },
    { "IBM437", { "CP437", NULL }, " ibm437 cp437 437 dos-437 " },
    { "IBM737", { "CP737", NULL }, " ibm737 cp737 737 dos-737 " },
    { "IBM775", { "CP775", NULL }, " ibm775 cp775 775 dos-775 " },
    { "IBM850", { "CP850", NULL }, " ibm850 cp850 850 dos-850 " },
    { "IBM857", { "CP857", NULL }, " ibm857 cp857 857 dos-857 " },
    { "IBM862", { "CP862", NULL }, " ibm862 cp862 862 dos-862 " },
    { "IBM852", { "CP852", NULL }, " ibm852 cp852 " },
    { "macintosh", { "MACINTOSH", NULL }, " macintosh mac x-mac-roman " },
    { "x-mac-cyrillic", { "MAC-CYRILLIC", NULL }, " x-mac-cyrillic mac-cyrillic x-mac-ukrainian maccyrillic " },
    { "VISCII", { "VISCII", NULL }, " viscii " },
};
/* clang-format on */

#define CODECS (sizeof table / sizeof *table)

struct codecs {
    iconv_t items[CODECS]; /* (iconv_t)-1 where the C library has none */
};

static iconv_t open_codec(const struct codec *codec)
{
    iconv_t found = (iconv_t)-1;
    for (size_t i = 0; i < 3 && codec->iconv[i] != NULL && found == (iconv_t)-1; i++)
        found = iconv_open("UTF-8", codec->iconv[i]);
    return found;
}

struct codecs *codecs_open(void)
{
    struct codecs *codecs = xcalloc(1, sizeof *codecs);
    for (size_t i = 0; i < CODECS; i++)
        codecs->items[i] = open_codec(&table[i]);
    return codecs;
}

void codecs_close(struct codecs *codecs)
{
    for (size_t i = 0; codecs != NULL && i < CODECS; i++) {
        if (codecs->items[i] != (iconv_t)-1)
            iconv_close(codecs->items[i]);
    }
    free(codecs);
}

const char *codec_name(const char *label, size_t length)
{
    char key[48];
    while (length > 0 && (*label == ' ' || *label == '\t' || *label == '\n' || *label == '\r')) {
        label++;
        length--;
    }
    while (length > 0 && label[length - 1] == ' ')
        length--;
    if (length == 0 || length > sizeof key - 3)
        return NULL;
    key[0] = key[length + 1] = ' ';
    key[length + 2] = '\0';
    for (size_t i = 0; i < length; i++) {
        char byte = label[i];
        key[i + 1] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
        if (byte == ' ' || byte == '\0')
            return NULL;
    }
    for (size_t i = 0; i < CODECS; i++) {
        if (strstr(table[i].labels, key) != NULL)
            return table[i].name;
    }
    return NULL;
}

static void add_code_point(struct buffer *out, uint32_t code_point, size_t *repaired)
{
    char bytes[4];
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000))
        ++*repaired;
    buffer_add(out, bytes, utf8_encode(code_point, bytes));
}

static uint32_t unit_at(const unsigned char *at, unsigned size, bool big)
{
    uint32_t unit = 0;
    for (unsigned i = 0; i < size; i++)
        unit = unit << 8 | at[big ? i : size - 1 - i];
    return unit;
}

/* UTF-16 with `size` 2, UTF-32 with 4. */
static void decode_units(const char *bytes, size_t length, unsigned size, bool big,
                         struct buffer *out, size_t *repaired)
{
    const unsigned char *at = (const unsigned char *)bytes;
    for (; length >= size; at += size, length -= size) {
        uint32_t unit = unit_at(at, size, big);
        if (size == 2 && unit >= 0xD800 && unit < 0xDC00 && length >= 4) {
            uint32_t low = unit_at(at + 2, 2, big);
            if (low >= 0xDC00 && low < 0xE000) {
                unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
                length -= 2;
            }
        }
        add_code_point(out, unit, repaired);
    }
    if (length > 0)
        add_code_point(out, 0x110000, repaired);
}

static void decode_utf8(const char *bytes, size_t length, struct buffer *out, size_t *repaired)
{
    while (length > 0) {
        size_t clean = utf8_clean_prefix(bytes, length);
        buffer_add(out, bytes, clean);
        bytes += clean;
        length -= clean;
        if (length == 0)
            break;
        uint32_t code_point;
        size_t size = utf8_decode(bytes, length, &code_point);
        bool wrong = code_point == UTF8_REPLACEMENT &&
                     (size != 3 || memcmp(bytes, REPLACEMENT, 3) != 0);
        buffer_add(out, wrong ? REPLACEMENT : bytes, wrong ? 3 : size);
        *repaired += wrong;
        bytes += size;
        length -= size;
    }
}

static void decode_iconv(iconv_t codec, const char *bytes, size_t length, struct buffer *out,
                         size_t *repaired)
{
    char *at = (char *)(uintptr_t)bytes;
    size_t left = length;
    iconv(codec, NULL, NULL, NULL, NULL);
    while (left > 0) {
        buffer_reserve(out, left * 2 + 64);
        char *to = out->data + out->length;
        size_t room = left * 2 + 64;
        size_t status = iconv(codec, &at, &left, &to, &room);
        out->length = (size_t)(to - out->data);
        out->data[out->length] = '\0';
        if (status != (size_t)-1 || errno == E2BIG)
            continue;
        buffer_add(out, REPLACEMENT, 3);
        ++*repaired;
        if (errno == EINVAL) /* it ends in the middle of a character */
            break;
        at++;
        left--;
    }
}

bool codecs_decode(struct codecs *codecs, const char *name, const char *bytes, size_t length,
                   struct buffer *out, size_t *repaired)
{
    size_t at = 0;
    while (at < CODECS && strcmp(table[at].name, name) != 0)
        at++;
    if (at == CODECS)
        return false;
    if (strcmp(name, "UTF-8") == 0)
        decode_utf8(bytes, length, out, repaired);
    else if (strncmp(name, "UTF-16", 6) == 0)
        decode_units(bytes, length, 2, name[6] == 'B', out, repaired);
    else if (strncmp(name, "UTF-32", 6) == 0)
        decode_units(bytes, length, 4, name[6] == 'B', out, repaired);
    else if (codecs != NULL && codecs->items[at] != (iconv_t)-1)
        decode_iconv(codecs->items[at], bytes, length, out, repaired);
    else
        return false;
    return true;
}
