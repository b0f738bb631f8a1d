"""read_back.py FOLDER: the exports of hostile notes there, as python's own readers see them."""
import csv
import html.parser
import json
import sys

folder = sys.argv[1]
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)


def read(name):
    with open(f"{folder}/attacks.{name}", encoding="utf-8", newline="") as file:
        return file.read()


def check_csv(name):
    rows = list(csv.reader(read(name).splitlines(keepends=True), strict=True))
    check(len(rows) > 30, f"{name}: {len(rows)} rows")
    columns = len(rows[0])
    check(columns >= 7, f"{name}: {columns} columns")
    for row in rows:
        check(len(row) == columns, f"{name}: a row of {len(row)} cells, not {columns}: {row[:3]}")
        for cell in row:
            check(not cell.strip().startswith(("=", "+", "-", "@", "\uff1d")), f"{name}: a formula: {cell}")


def check_json():
    data = json.loads(read("json"))
    check(data["@context"][0] == "http://www.w3.org/ns/anno.jsonld", "json: no context")
    check(data["type"] == "AnnotationCollection", "json: no collection")
    page = data["first"]
    check(page["type"] == "AnnotationPage" and page["startIndex"] == 0, "json: no page")
    check(data["total"] == len(page["items"]), "json: the total is wrong")
    check(len({item["id"] for item in page["items"]}) == data["total"], "json: ids that are not unique")
    for item in page["items"]:
        check(item["type"] == "Annotation" and ":" in item["id"], "json: no annotation")
        check(isinstance(item["motivation"], str), "json: no motivation")
        check(len(item["target"]) > 0, "json: no target")
        for body in item.get("body", []):
            check(body["type"] in ("TextualBody", "SpecificResource"), "json: no body")
            check("value" in body or "source" in body, "json: an empty body")
        for target in item["target"]:
            check(target["source"]["id"].isascii(), "json: no IRI")
            quote, place = target["selector"]
            check(isinstance(quote["exact"], str), "json: no quote")
            check(isinstance(place["start"], int) and place["start"] >= 0, "json: no start")
            check(isinstance(place["end"], int) and place["end"] >= place["start"], "json: no end")


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        check(tag not in ("script", "img", "svg", "iframe", "object", "embed", "b"), f"html: <{tag}>")
        for name, value in attrs:
            check(not name.startswith("on") and name != "style", f"html: {name}={value}")
            check(name != "href" or value.startswith(("http://", "https://", "mailto:", "#")),
                  f"html: a link to {value}")
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        check(self.open and self.open.pop() == tag, f"html: </{tag}> ends nothing")


check_csv("csv")
check_csv("csv:readwise")
check_csv("csv:hypothesis")
check_json()
for text in read("html"), open(f"{folder}/article.html", encoding="utf-8").read():
    page = Page()
    page.feed(text)
    page.close()
    check(not page.open, f"html: open at the end: {page.open}")
check(len(read("tsv").splitlines()) == len(read("tsv").split("\n")) - 1, "tsv: odd ends of lines")
for fault in faults[:20]:
    print(fault)
sys.exit(1 if faults else 0)
