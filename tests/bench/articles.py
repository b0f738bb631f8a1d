#!/usr/bin/env python3
"""articles.py COUNT FOLDER QUERIES: a library to measure the search with, the same at every run.

COUNT articles, half of them English and half Chinese, 4.2 kB each as articles of newspapers are, in folders of a
thousand. Words are those of the bundled texts and invented ones, as often as Zipf says: the first few stand in every
text, half of all in one or two. QUERIES gets 600 queries of every kind; each word of them is drawn by its rank's
logarithm, so that a third are words that stand nearly everywhere.
"""
import bisect
import itertools
import os
import random
import re
import sys

COUNT, FOLDER, QUERIES = int(sys.argv[1]), sys.argv[2], sys.argv[3]
ARTICLES = os.path.join(os.path.dirname(sys.argv[0]), "../../data/collection/articles")
BYTES, WORDS = 4200, 30000
random.seed(1405)


def bundled(lang, pattern):
    """Words of the bundled texts, the most frequent first."""
    often = {}
    for name in sorted(os.listdir(ARTICLES)):
        if name.endswith(f".{lang}.md"):
            with open(os.path.join(ARTICLES, name), encoding="utf-8") as file:
                for word in re.findall(pattern, file.read().split("---", 2)[2]):
                    often[word] = often.get(word, 0) + 1
    return sorted(often, key=lambda word: (-often[word], word))


def vocabulary(words, invent):
    seen = set(words)
    while len(words) < WORDS:
        word = invent()
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


def zipf(words):
    sums = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    return lambda: words[bisect.bisect(sums, random.random() * sums[-1])]


def invent_english():
    syllable = lambda: random.choice("b c d f g h l m n p r s t v w ch sh th st br".split()) + random.choice("aeiou")
    return "".join(syllable() for _ in range(random.randint(2, 4))) + random.choice(["", "n", "s", "ed", "ing", "ly"])


HAN = bundled("zh", "[一-鿿]")
ENGLISH = vocabulary(bundled("en", "[A-Za-z]+"), invent_english)
CHINESE = vocabulary(HAN[:40] + bundled("zh", "[一-鿿]{2}"),
                     lambda: "".join(random.choice(HAN) for _ in range(random.choice([2, 2, 2, 3, 4]))))
KINDS = {"en": (zipf(ENGLISH), " ", (", ", ". ")), "zh": (zipf(CHINESE), "", ("，", "。"))}


def article(lang):
    word, blank, (comma, stop) = KINDS[lang]
    parts, size, since = [], 0, 0
    while size < BYTES:
        text = word()
        if random.random() < 0.02:
            text = str(random.randint(2, 4000)) + random.choice(["", "%", ",000", ".5"])
        since += 1
        if since < random.randint(6, 14):
            text += blank
        elif random.random() < 0.6:
            text, since = text + comma, 0
        else:
            text, since = text + stop + ("\n\n" if random.random() < 0.25 else ""), 0
        parts.append(text)
        size += len(text.encode())
    return "".join(parts).strip() + stop.strip() + "\n"


def some(words):
    return words[int(len(words) ** random.random()) - 1]


def query():
    words = ENGLISH if random.random() < 0.5 else CHINESE
    one, two = some(words), some(words)
    return random.choice([
        one, one, one, f"{one} {two}", f"{one} {two}", f"{one} {two} {some(words)}", f'"{one} {two}"', f"{one[:3]}*",
        f"{one} OR {two}", f"{one} -{two}", f"{one} NEAR {two}", f"lang:zh {one}", f"{one} OR {one}*",
        random.choice(CHINESE)[:random.randint(1, 4)]])


for number in range(COUNT):
    lang = "zh" if number % 2 else "en"
    folder = os.path.join(FOLDER, f"{number // 1000:03}")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, f"a{number:06}.{lang}.md"), "w", encoding="utf-8") as file:
        file.write(f"---\ntitle: Article {number}\nlang: {lang}\npublisher: Paper {number % 17}\n"
                   f"published: {2000 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}\n---\n{article(lang)}")
with open(QUERIES, "w", encoding="utf-8") as file:
    file.writelines(query() + "\n" for _ in range(600))
