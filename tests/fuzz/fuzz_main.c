/* fuzz_main: drives a fuzz target over files, where no fuzzer does.
 *
 * Arguments are files and folders of inputs; without any, the target's own seeds are taken:
 * $srcdir/tests/fuzz/seeds/NAME and seeds/common for the program fuzz_NAME. Each input is
 * given whole and cut short at seven places, for truncation finds what whole files hide; then come as many
 * changed ones (changed_input.h) as FUZZ_INPUTS says (0), for a target in `costs` fewer. The input that breaks
 * a target is printed as printf(1) writes it again, and goes to the file FUZZ_KEEP where that is set.
 * Built with -DDIPTYCH_LIBFUZZER there is nothing here: libFuzzer brings a main of its own. */
#ifdef DIPTYCH_LIBFUZZER
typedef int fuzz_main_is_not_needed;
#else

#include <dirent.h>
#include <inttypes.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/xalloc.h"
#include "changed_input.h"

#define CUTS 8
#define INPUT_SECONDS 20 /* of the processor, whatever else the machine does; an input takes a thousandth */
#define SKIPPED 77

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#if defined(__GNUC__)
__attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)(void));
#endif

struct inputs {
    struct buffer *seeds;
    size_t count;
};

/* How many times as long as the others' an input takes, so that each target has a like share of the time. */
static const struct {
    const char *name;
    unsigned long times;
} costs[] = {
    { "room", 100 }, { "figures", 25 }, { "export", 20 }, { "anchor", 12 },
    { "linker", 4 }, { "quotations", 4 }, { "html", 3 },
};

/* What the target has now, for tell_input. */
static struct {
    const uint8_t *bytes;
    size_t size;
    const char *name;
    uint64_t number;
} given;

static void tell_input(void)
{
    if (given.bytes == NULL) /* a leak, told at the end */
        return;
    const char *keep = getenv("FUZZ_KEEP");
    FILE *file = keep != NULL ? fopen(keep, "wb") : NULL;
    if (file != NULL) {
        fwrite(given.bytes, 1, given.size, file);
        fclose(file);
    }
    fprintf(stderr, "fuzz_main: %s %llu broke it, %zu bytes:\nprintf '", given.name,
            (unsigned long long)given.number, given.size);
    for (size_t i = 0; i < given.size; i++) {
        uint8_t byte = given.bytes[i];
        bool plain = byte >= ' ' && byte < 0x7F && byte != '\\' && byte != '%' && byte != '\'';
        fprintf(stderr, plain ? "%c" : "\\%03o", byte);
    }
    fprintf(stderr, "'\n");
}

static void tell_signal(int number)
{
    fprintf(stderr, "fuzz_main: %s\n", number == SIGPROF ? "this takes too long" : "ended by a signal");
    tell_input();
    signal(number, SIG_DFL);
    raise(number);
}

static void limit_time(time_t seconds)
{
    struct itimerval limit = { .it_value = { .tv_sec = seconds } };
    setitimer(ITIMER_PROF, &limit, NULL);
}

/* The target gets a block of exactly `size` bytes, so that a sanitizer sees each one past it. */
static void give(const char *bytes, size_t size, const char *name, uint64_t number)
{
    uint8_t *block = malloc(size > 0 ? size : 1);
    if (block == NULL)
        abort();
    memcpy(block, bytes, size);
    given.bytes = block;
    given.size = size;
    given.name = name;
    given.number = number;
    limit_time(INPUT_SECONDS);
    LLVMFuzzerTestOneInput(block, size);
    limit_time(0);
    given.bytes = NULL;
    free(block);
}

static void add_path(const char *path, struct inputs *inputs);

static void add_folder(const char *path, struct inputs *inputs)
{
    struct dirent **names;
    int count = scandir(path, &names, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        char *inner = file_join(path, names[i]->d_name);
        if (names[i]->d_name[0] != '.')
            add_path(inner, inputs);
        free(inner);
        free(names[i]);
    }
    if (count >= 0)
        free(names);
}

static void add_path(const char *path, struct inputs *inputs)
{
    struct error error = { "" };
    struct buffer bytes = { 0 };
    if (file_is_folder(path)) {
        add_folder(path, inputs);
        return;
    }
    if (!file_exists(path))
        return;
    buffer_reserve(&bytes, 0);
    if (!file_read(path, 0, &bytes, &error)) {
        fprintf(stderr, "fuzz_main: %s\n", error.text);
        exit(1);
    }
    inputs->seeds = xrealloc(inputs->seeds, (inputs->count + 1) * sizeof *inputs->seeds);
    inputs->seeds[inputs->count++] = bytes;
}

/* The folder of seeds called `kind`, in the source folder. */
static void add_seeds(const char *kind, size_t length, struct inputs *inputs)
{
    const char *source = getenv("srcdir");
    char path[4096];
    snprintf(path, sizeof path, "%s/tests/fuzz/seeds/%.*s", source != NULL ? source : ".",
             (int)length, kind);
    add_path(path, inputs);
}

static void give_cuts(const struct inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; i++) {
        const struct buffer *seed = &inputs->seeds[i];
        for (size_t cut = 1; cut <= CUTS; cut++)
            give(seed->data, seed->length / CUTS * cut + (cut == CUTS ? seed->length % CUTS : 0), "seed", i);
    }
}

/* NAME of the program fuzz_NAME; *length without what may come behind a full stop. */
static const char *target_name(const char *program, size_t *length)
{
    const char *slash = strrchr(program, '/');
    const char *name = slash != NULL ? slash + 1 : program;
    if (strncmp(name, "fuzz_", 5) == 0)
        name += 5;
    *length = strcspn(name, ".");
    return name;
}

static unsigned long changed_count(const char *name, size_t length)
{
    const char *asked = getenv("FUZZ_INPUTS");
    unsigned long count = asked != NULL ? strtoul(asked, NULL, 10) : 0;
    for (size_t i = 0; i < sizeof costs / sizeof *costs; i++)
        if (strlen(costs[i].name) == length && strncmp(costs[i].name, name, length) == 0)
            return count / costs[i].times;
    return count;
}

/* Returns a sum over all of them, by which two machines tell that they had the same. */
static uint64_t give_changed(const struct inputs *inputs, unsigned long count)
{
    struct buffer bytes = { 0 };
    uint64_t sum = 0;
    for (unsigned long i = 0; i < count; i++) {
        changed_input(inputs->seeds, inputs->count, i, &bytes);
        sum = sum * 31 + hash_bytes(bytes.data, bytes.length);
        give(bytes.data, bytes.length, "changed input", i);
    }
    buffer_free(&bytes);
    return sum;
}

int main(int count, char **arguments)
{
    struct inputs inputs = { 0 };
    signal(SIGABRT, tell_signal);
    signal(SIGPROF, tell_signal);
#if defined(__GNUC__)
    if (__sanitizer_set_death_callback != NULL)
        __sanitizer_set_death_callback(tell_input);
#endif
    size_t length;
    const char *name = target_name(arguments[0], &length);
    for (int i = 1; i < count; i++)
        add_path(arguments[i], &inputs);
    if (count == 1) {
        add_seeds(name, length, &inputs);
        add_seeds("common", 6, &inputs);
    }
    unsigned long changed = inputs.count > 0 ? changed_count(name, length) : 0;
    give("", 0, "the empty input", 0);
    give_cuts(&inputs);
    uint64_t sum = give_changed(&inputs, changed);
    printf("%zu inputs, %lu changed ones, their sum is %016" PRIx64 "\n", inputs.count, changed, sum);
    for (size_t i = 0; i < inputs.count; i++)
        buffer_free(&inputs.seeds[i]);
    free(inputs.seeds);
    return inputs.count > 0 ? 0 : SKIPPED;
}

#endif
