-- /mnt/onboard/books/ferry.epub.sdr/metadata.epub.lua
return {
    ["annotations"] = {
        [1] = {
            ["chapter"] = "One",
            ["color"] = "yellow",
            ["datetime"] = "2024-05-01 10:00:00",
            ["datetime_updated"] = "2024-05-02 11:00:00",
            ["drawer"] = "lighten",
            ["note"] = "why \"noon\"?\
second line",
            ["page"] = "/body/DocFragment[5]/body/p[2]/text().0",
            ["pageno"] = 12,
            ["pos0"] = "/body/DocFragment[5]/body/p[2]/text().0",
            ["pos1"] = "/body/DocFragment[5]/body/p[2]/text().14",
            ["text"] = "It left at noon\13",
        },
        [2] = {
            ["datetime"] = "2024-05-01 10:00:01",
            ["page"] = "/body/DocFragment[6]",
            ["text"] = "in One",
        },
    },
    ["doc_props"] = {
        ["authors"] = "Ann Holt\
Bo Li",
        ["language"] = "en",
        ["title"] = "The Ferry",
    },
    ["percent_finished"] = 0.25,
    ["summary"] = { status = 'reading', [3] = -1e3, true, nil; },
}
