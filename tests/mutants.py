#!/usr/bin/env python3
"""mutants.py SOURCE FOLDER N SEED: do the tests notice wrong edits? Run by `make mutants N=60 SEED=7`.

Draws N single wrong edits over src/, one a function, and runs the tests with each until one fails:
first those that fit its folder, then the others, the quick ones first. An edit that some test fails
with twice, or does not end with, is killed; the rest are told with their lines, for a person to judge:
some are equivalent, and each of the others is a hole in the tests.

All is built once. An edit compiles one file, and links and runs only the programs that have that
file in them, and the scripts if the program itself has. A test may take ten times what it takes
without an edit. What fails without one is told and left out.

  N      edits (60: about 20 minutes on two cores)
  SEED   of the draw (7); the same seed over the same sources draws the same edits
  JOBS   edits at a time, each in a copy of the sources of its own (2)
  ONLY   a folder of src/ to draw from, as ONLY=notes

Functions are drawn with the weight of their lines, operators evenly among those that a function
has a place for, places evenly: NEG a condition negated, RET another value returned, ANDOR && for ||
and back, DROP a statement left out, CMP the limit of a comparison moved, CONST a number other by
one. What does not compile, or compiles to the same object, is drawn again. Sources and tests are
copied to FOLDER, which is made anew; nothing else is written.
"""
import concurrent.futures
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

SOURCE, FOLDER, COUNT, SEED = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
JOBS = int(os.environ.get("JOBS", "2"))
ONLY = os.environ.get("ONLY", "")
TRIES = 12  # draws in one function before another one is taken

# Folders of tests that fit a folder of src/; its own name comes first.
FITTING = {"page": ["app"], "query": ["app"], "ui": ["app"], "session": ["app"], "command": ["app"],
           "tui": ["tui", "pty"], "dictionary": ["dictionary", "app"], "base": ["base", "text", "notes"]}
# Big tables, and what no test program can run.
LEFT_OUT = re.compile(r"readings(_table)?\.c|common_?word\.c|main\.c")

STATEMENT = re.compile(r"^\s+(?!return\b|goto\b|else\b|case\b)(?:\(void\))?\*?[A-Za-z_][\w.\[\]]*(?:->[\w.\[\]]+)*"
                       r"(?:\(.*\)|\s[-+|&^*/]?=\s.*|\+\+|--);$")
HEAD = re.compile(r"\b(if|while) \(")
RETURN = re.compile(r"\breturn ([^;]+);")
NUMBER = re.compile(r"(?<![\w.\"'])(?:0x[0-9A-Fa-f]+|\d+)(?![\w.\"'])")
COMPARED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}


def masked(text):
    """The text with comments and the insides of literals blanked, at the same offsets."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.S)


def functions_of(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    code = masked(text)
    for match in re.finditer(r"^\{\n.*?^\}", code, re.M | re.S):
        head = code[:match.start()].rstrip("\n")
        first = max(head.rfind("\n\n"), head.rfind("}\n"), head.rfind(";\n"), 0)
        lines = match.group(0).count("\n")
        yield path, match.start(), match.end(), " ".join(head[first:].split()), lines


def closing(code, at):
    depth = 0
    for i in range(at, len(code)):
        depth += (code[i] == "(") - (code[i] == ")")
        if depth == 0:
            return i
    return -1


def other_value(kind, value):
    if value in ("true", "false"):
        return "false" if value == "true" else "true"
    if "*" in kind:
        return None if value == "NULL" else "NULL"
    if re.search(r"\bbool\b", kind):
        return "!(%s)" % value
    if re.search(r"\bstruct\b|\bvoid\b|\bunion\b|\benum\b", kind):
        return None
    return "(%s) + 1" % value


def places_of(function):
    """{operator: [(start, end, replacement)]} in the file's text."""
    path, start, end, head, _ = function
    with open(path, encoding="utf-8") as file:
        text = file.read()
    code = masked(text)
    body = code[start:end]
    kind = head.split("(")[0]
    found = {name: [] for name in ("NEG", "RET", "ANDOR", "DROP", "CMP", "CONST")}
    for match in HEAD.finditer(body):
        open_at = start + match.end() - 1
        close_at = closing(code, open_at)
        if close_at > 0:
            found["NEG"].append((open_at, close_at + 1, "(!%s)" % text[open_at:close_at + 1]))
    for match in RETURN.finditer(body):
        a, b = start + match.start(1), start + match.end(1)
        value = other_value(kind, text[a:b])
        if value is not None:
            found["RET"].append((a, b, value))
    for match in re.finditer(r"&&|\|\|", body):
        found["ANDOR"].append((start + match.start(), start + match.end(),
                               "||" if match.group(0) == "&&" else "&&"))
    for match in re.finditer(r" (<=|>=|==|!=|<|>) ", body):
        found["CMP"].append((start + match.start(1), start + match.end(1), COMPARED[match.group(1)]))
    for match in NUMBER.finditer(body):
        octal = re.fullmatch(r"0[0-7]+", match.group(0))
        value = int(match.group(0), 8 if octal else 0)
        found["CONST"].append((start + match.start(), start + match.end(), str(value + 1)))
        if value > 1:
            found["CONST"].append((start + match.start(), start + match.end(), str(value - 1)))
    at = start
    for line in body.split("\n"):
        if STATEMENT.match(line):
            lead = len(line) - len(line.lstrip())
            found["DROP"].append((at + lead, at + len(line), ";"))
        at += len(line) + 1
    return {name: places for name, places in found.items() if places}


def run(folder, *words):
    return subprocess.run(words, cwd=folder, env=dict(os.environ, MAKEFLAGS=""), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def text_of(made):
    return made.stdout.decode("utf-8", "replace")


def symbols_of(folder, *files):
    listed = run(folder, "nm", "-g", "-P", "--defined-only", *files)
    return {line.split()[0] for line in text_of(listed).splitlines() if " " in line}


def build():
    """A copy of the sources with a build of its own; the place, and what make said it would do."""
    top = os.path.join(os.path.abspath(FOLDER), "tree0")
    skip = shutil.ignore_patterns(".git", "build", "build-[!a]*", "*-build", "*.o", "*.log", "*.trs", "diptych-[0-9]*",
                                  os.path.basename(os.path.abspath(FOLDER)))
    shutil.copytree(SOURCE, top, symlinks=True, ignore=skip)
    for made in ("config.status", "config.h", "Makefile"):
        if os.path.exists(os.path.join(top, made)):
            os.remove(os.path.join(top, made))
    folder = os.path.join(top, "mutated")
    os.makedirs(folder)
    made = run(folder, "../configure", "-q", "--disable-dependency-tracking", "CFLAGS=-O1")
    told = text_of(run(folder, "make", "-n", "V=1", "check", "TESTS="))
    made = made if made.returncode else run(folder, "make", "-s", "-j%d" % JOBS, "check", "TESTS=")
    if made.returncode != 0:
        sys.exit("mutants.py: the build failed: %s" % text_of(made)[-2000:])
    return top, told


class Plan:
    """Which library an object goes into, how each program is linked, and what every test needs and takes."""

    def __init__(self, top, told):
        self.top, folder = top, os.path.join(top, "mutated")
        self.archive, self.link, self.objects = {}, {}, {}
        for line in told.splitlines():
            words = line.split()
            if words[:2] == ["ar", "cru"]:
                self.archive.update((name, words[2]) for name in words[3:])
            elif "-o" in words and "-c" not in words:
                self.link[words[words.index("-o") + 1]] = line
        for name in self.archive:
            source = re.sub(r"^lib[a-z]*_a-", "", os.path.basename(name))[:-2] + ".c"
            self.objects[os.path.join(os.path.dirname(name), source)] = name
        self.symbols = {name: symbols_of(folder, name) for name in self.link}
        self.environment = dict(line.split("=", 1) for line in
                                text_of(run(folder, "make", "-s", "testenvironment")).splitlines()
                                if "=" in line and not line.startswith("MAKE"))
        self.tests, self.limit = [], {}
        listed = text_of(run(folder, "make", "-s", "testlist")).split()
        listed = [name for name in listed if "/lint/" not in name]
        with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
            for name, seconds in zip(listed, pool.map(Tree(self, top).seconds_of, listed)):
                if seconds is None:
                    print("%s: fails without an edit" % name, flush=True)
                    continue
                self.tests.append(name)
                self.limit[name] = 20 + 10 * seconds

    def programs_with(self, folder, path):
        own = symbols_of(folder, self.objects[path])
        return [name for name in self.link if self.symbols[name] & own]

    def tests_with(self, path, programs):
        """Scripts run the program, and so do the tests on a terminal."""
        own = path.split("/")[1]
        whole = any(name not in self.tests for name in programs)
        chosen = [name for name in self.tests
                  if name in programs or (whole and (name.endswith(".sh") or "/pty/" in name))]
        fitting = FITTING.get(own, [own])
        return sorted(chosen, key=lambda name: (name.split("/")[-2] not in fitting, self.limit[name]))


class Tree:
    """A copy of the sources and of the build, for one edit at a time."""

    def __init__(self, plan, top):
        self.plan, self.top, self.build = plan, top, os.path.join(top, "mutated")
        self.environment = {name: value.replace(plan.top, top) for name, value in plan.environment.items()}

    def seconds_of(self, test):
        """What it takes; None if it fails."""
        began = time.time()
        return time.time() - began if self.passes(test, 600) else None

    def passes(self, test, seconds):
        """None when it does not end in time."""
        words = ["sh", os.path.join(self.top, test)] if test.endswith(".sh") else [test if "/" == test[0] else "./" + test]
        program = subprocess.Popen(words, cwd=self.build, env=self.environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            return program.wait(seconds) in (0, 77)
        except subprocess.TimeoutExpired:
            return None
        finally:
            try:
                os.killpg(program.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            program.wait()

    def fresh_home(self):
        home = os.path.join(self.build, "tests/home")
        shutil.rmtree(home, ignore_errors=True)
        for name in ("config", "data", "cache"):
            os.makedirs(os.path.join(home, name))

    def test_with(self, path, programs):
        for name in programs:
            os.rename(os.path.join(self.build, name), os.path.join(self.build, name + ".whole"))
        self.fresh_home()
        linked = set()
        for test in self.plan.tests_with(path, programs):
            needed = [test] if test in programs else []
            if test.endswith(".sh") or "/pty/" in test:
                needed += [name for name in programs if name not in self.plan.tests]
            for name in set(needed) - linked:
                run(self.build, "sh", "-c", self.plan.link[name])
                linked.add(name)
            passes = self.passes(test, self.plan.limit[test])
            if passes is False:  # on a busy machine one may fail by itself
                passes = self.passes(test, self.plan.limit[test])
            if not passes:
                return test if passes is not None else test + ", which does not end,"
        return ""

    def judge(self, path, text):
        """None: it does not compile, or to the same; else the test that killed it, or ''."""
        place, name = os.path.join(self.top, path), self.plan.objects[path]
        compiled = os.path.join(self.build, name)
        with open(compiled, "rb") as file:
            before = file.read()
        with open(place, encoding="utf-8") as file:
            original = file.read()
        programs = self.plan.programs_with(self.build, path)
        try:
            write(place, text)
            if run(self.build, "make", "-s", name).returncode != 0:
                return None
            with open(compiled, "rb") as file:
                if file.read() == before:
                    return None
            run(self.build, "ar", "r", self.plan.archive[name], name)
            return self.test_with(path, programs)
        finally:
            write(place, original)
            with open(compiled, "wb") as file:
                file.write(before)
            run(self.build, "ar", "r", self.plan.archive[name], name)
            for program in programs:
                kept = os.path.join(self.build, program + ".whole")
                if os.path.exists(kept):
                    os.replace(kept, os.path.join(self.build, program))


def write(path, text):
    # A file made within the same second must not pass for unchanged.
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    now = time.time_ns()
    os.utime(path, ns=(now, now))


def draw_functions():
    functions = []
    for folder, _, names in os.walk(os.path.join(SOURCE, "src", ONLY)):
        for name in sorted(names):
            if name.endswith(".c") and not LEFT_OUT.fullmatch(name):
                functions += functions_of(os.path.join(folder, name))
    functions.sort()
    dice = random.Random("functions %s" % SEED)
    # Weighted draw without putting back: Efraimidis and Spirakis (2006).
    return sorted(functions, key=lambda function: -(dice.random() ** (1.0 / max(1, function[4]))))


def try_function(tree, function, dice):
    places = places_of(function)
    path = os.path.relpath(function[0], SOURCE)
    with open(function[0], encoding="utf-8") as file:
        text = file.read()
    for _ in range(TRIES if places and path in tree.plan.objects else 0):
        operator = dice.choice(sorted(places))
        start, end, new = dice.choice(places[operator])
        verdict = tree.judge(path, text[:start] + new + text[end:])
        if verdict is None:
            continue
        line = text.count("\n", 0, start) + 1
        return verdict, operator, path, line, text[start:end], new
    return None


def work(tree, functions, numbers, results, lock):
    while True:
        with lock:
            if not numbers:
                return
            number = numbers.pop(0)
        began = time.time()
        for turn, function in enumerate(functions[number::COUNT]):
            result = try_function(tree, function, random.Random("%s %d %d" % (SEED, number, turn)))
            if result is not None:
                break
        else:
            continue
        verdict, operator, path, line, old, new = result
        with lock:
            results.append(result)
            print("%3d %-8s %-5s %s:%d  %s(%d s)" % (number + 1, "killed" if verdict else "SURVIVED", operator, path,
                                                    line, verdict + " " if verdict else "", time.time() - began),
                  flush=True)


def main():
    began = time.time()
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    plan = Plan(*build())
    tops = [plan.top] + [plan.top[:-1] + str(number) for number in range(1, JOBS)]
    for top in tops[1:]:
        shutil.copytree(plan.top, top, symlinks=True)
    trees = [Tree(plan, top) for top in tops]
    print("built, and %d tests run, in %d s" % (len(plan.tests), time.time() - began), flush=True)
    functions, results, lock = draw_functions(), [], threading.Lock()
    numbers = list(range(COUNT))
    threads = [threading.Thread(target=work, args=(tree, functions, numbers, results, lock)) for tree in trees]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    survivors = [result for result in results if not result[0]]
    for _, operator, path, line, old, new in sorted(survivors, key=lambda result: result[2:4]):
        print("\n%s:%d %s\n- %s\n+ %s" % (path, line, operator, " ".join(old.split()), " ".join(new.split())))
    killed = len(results) - len(survivors)
    print("\n%d of %d noticed (%.0f %%), seed %s, %d s" % (killed, len(results), 100.0 * killed / max(1, len(results)),
                                                          SEED, time.time() - began))


main()
