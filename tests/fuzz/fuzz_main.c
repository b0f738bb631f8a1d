/* fuzz_main: drives a fuzz target over files, where no fuzzer does.
 *
 * Arguments are files and folders of inputs; without any, the target's own seeds are taken:
 * $srcdir/tests/fuzz/seeds/NAME and seeds/common for the program fuzz_NAME. Each input is
 * given whole and cut short at seven places, for truncation finds what whole files hide.
 * Built with -DDIPTYCH_LIBFUZZER there is nothing here: libFuzzer brings a main of its own. */
#ifdef DIPTYCH_LIBFUZZER
typedef int fuzz_main_is_not_needed;
#else

#include <dirent.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define CUTS 8
#define SKIPPED 77

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The target gets a block of exactly `size` bytes, so that a sanitizer sees each one past it. */
static void give(const char *bytes, size_t size)
{
    uint8_t *block = malloc(size > 0 ? size : 1);
    if (block == NULL)
        abort();
    memcpy(block, bytes, size);
    LLVMFuzzerTestOneInput(block, size);
    free(block);
}

static char *read_whole(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t length = 0, room = 0;
    while (file != NULL) {
        if (length == room) {
            room = room > 0 ? room * 2 : 65536;
            bytes = realloc(bytes, room);
            if (bytes == NULL)
                abort();
        }
        size_t got = fread(bytes + length, 1, room - length, file);
        if (got == 0)
            break;
        length += got;
    }
    if (file != NULL)
        fclose(file);
    *size = length;
    return bytes;
}

static int run_file(const char *path)
{
    size_t size;
    char *bytes = read_whole(path, &size);
    if (bytes == NULL) {
        fprintf(stderr, "fuzz_main: cannot read %s\n", path);
        exit(1);
    }
    for (size_t cut = 1; cut <= CUTS; cut++)
        give(bytes, size / CUTS * cut + (cut == CUTS ? size % CUTS : 0));
    free(bytes);
    return 1;
}

static int run_path(const char *path);

static int run_folder(const char *path)
{
    DIR *folder = opendir(path);
    int count = 0;
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        size_t room = strlen(path) + strlen(entry->d_name) + 2;
        char *inner = malloc(room);
        if (inner == NULL)
            abort();
        snprintf(inner, room, "%s/%s", path, entry->d_name);
        count += run_path(inner);
        free(inner);
    }
    if (folder != NULL)
        closedir(folder);
    return count;
}

static int run_path(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return 0;
    return S_ISDIR(status.st_mode) ? run_folder(path) : run_file(path);
}

/* The folder of seeds called `kind`, in the source folder. */
static int run_seeds(const char *kind, size_t length)
{
    const char *source = getenv("srcdir");
    char path[4096];
    snprintf(path, sizeof path, "%s/tests/fuzz/seeds/%.*s", source != NULL ? source : ".",
             (int)length, kind);
    return run_path(path);
}

int main(int count, char **arguments)
{
    int inputs = 0;
    for (int i = 1; i < count; i++)
        inputs += run_path(arguments[i]);
    if (count == 1) {
        const char *slash = strrchr(arguments[0], '/');
        const char *name = slash != NULL ? slash + 1 : arguments[0];
        if (strncmp(name, "fuzz_", 5) == 0)
            name += 5;
        inputs += run_seeds(name, strcspn(name, "."));
        inputs += run_seeds("common", 6);
    }
    give("", 0);
    printf("%d inputs\n", inputs);
    return inputs > 0 ? 0 : SKIPPED;
}

#endif
