#include "query/story_file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "doc/encoding.h"
#include "doc/file_kind.h"
#include "export/frontmatter_edit.h"
#include "library/text_facts.h"
#include "text/sanitize.h"

static bool lies_below(const char *root, const char *path)
{
    char *folder = realpath(root, NULL);
    char *name = xstrndup(path, (size_t)(file_base_name(path) - path));
    char *file = realpath(*name != '\0' ? name : ".", NULL); /* where the link lies, not the file */
    size_t length = folder != NULL ? strlen(folder) : 0;
    bool below = file != NULL && length > 0 && strncmp(file, folder, length) == 0 &&
                 (file[length] == '/' || file[length] == '\0');
    free(folder);
    free(name);
    free(file);
    return below;
}

static bool may_edit(const char *root, const char *path, struct error *error)
{
    struct stat status;
    const char *name = file_base_name(path);
    if (!lies_below(root, path) || lstat(path, &status) != 0)
        error_set(error, "story: %s: is not in your library; :add puts it there", name);
    else if (S_ISLNK(status.st_mode))
        error_set(error, "story: %s: is a link to a file elsewhere, which stays as it is", name);
    else
        return true;
    return false;
}

bool story_file_set(const char *root, const char *path, const char *story, struct error *error)
{
    struct buffer bytes = { 0 }, text = { 0 }, out = { 0 };
    struct error why = { "" };
    struct frontmatter_value value = { text_facts_key(FACT_STORY), story, true };
    bool ok = may_edit(root, path, error) && file_read(path, 0, &bytes, error);
    if (ok && (file_kind_of(buffer_text(&bytes), bytes.length, path) != FILE_TEXT ||
               encoding_is_foreign(buffer_text(&bytes), bytes.length))) {
        error_set(error, "story: %s: is no text in UTF-8, and has no front matter to write to",
                  file_base_name(path));
        ok = false;
    }
    if (ok) {
        sanitize_source(buffer_text(&bytes), bytes.length, &text, NULL);
        ok = frontmatter_edit(buffer_text(&text), text.length, &value, 1, &out, &why);
        if (!ok)
            error_set(error, "story: %s: %s", file_base_name(path), why.text);
    }
    ok = ok && file_write(path, buffer_text(&out), out.length, error);
    buffer_free(&bytes);
    buffer_free(&text);
    buffer_free(&out);
    return ok;
}
