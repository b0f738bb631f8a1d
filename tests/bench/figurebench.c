/* figurebench: how many megabytes a second the figures of texts are read, beside the reading of their
 * sentences alone.
 *
 *   figurebench FILE...      each is read again and again until about a megabyte is read */
#include <stdio.h>
#include <time.h>

#include "doc/reader.h"
#include "figure/figures.h"
#include "text/sentence.h"

#define BYTES 1000000

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void measure(const char *name, const struct document *document)
{
    size_t rounds = BYTES / (document->length + 1) + 1;
    double bytes = (double)(rounds * document->length) / 1e6;
    double start = seconds();
    for (size_t i = 0; i < rounds; i++) {
        struct figures figures = { 0 };
        figures_find(document, NULL, &figures);
        figures_free(&figures);
    }
    double middle = seconds();
    for (size_t i = 0; i < rounds; i++) {
        struct spans sentences = { 0 };
        sentence_split(document->text, 0, document->length, &sentences);
        spans_free(&sentences);
    }
    double end = seconds();
    printf("%8.1f MB/s figures %8.1f MB/s sentences  %s\n", bytes / (middle - start + 1e-9),
           bytes / (end - middle + 1e-9), name);
}

int main(int count, char **names)
{
    struct error error = { "" };
    for (int i = 1; i < count; i++) {
        struct document *document = reader_open(NULL, names[i], &error);
        if (document == NULL) {
            fprintf(stderr, "figurebench: %s\n", error.text);
            return 1;
        }
        measure(names[i], document);
        document_free(document);
    }
    return 0;
}
