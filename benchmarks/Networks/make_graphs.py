"""Writes the benchmark graphs: header-less little-endian int32 pairs u < v, sorted, distinct. Needs numpy.

    python3 make_graphs.py FOLDER [rmat11 rmat13 rmat14 rmat17 rmat20 ba2k ba5k ba10k ba1m]
    python3 make_graphs.py FOLDER edges.csv

rmat: R-MAT (Chakrabarti et al. 2004) with a, b, c, d = 0.57, 0.19, 0.19, 0.05, drawn until the stated number of distinct ties is there.
ba: each new vertex draws m earlier ends in proportion to their degree (Batagelj and Brandes 2005), repeats dropped. Seeds are fixed.
Of a table of ties (first two columns, a head line) each pair counts once, and vertices are numbered in the order of their ids.
"""
import csv
import pathlib
import sys

import numpy as np

RMAT = {"rmat20": (20, 10_458_553, 20), "rmat14": (14, 51_811, 14), "rmat17": (17, 1_000_000, 17), "rmat11": (11, 6_000, 11), "rmat13": (13, 24_000, 13)}
BA = {"ba1m": (1_000_000, 10, 1), "ba10k": (10_000, 5, 10), "ba2k": (2_000, 2, 2), "ba5k": (5_000, 2, 5)}


def distinct(n, u, v):
    low, high = np.minimum(u, v), np.maximum(u, v)
    keys = np.unique((low * n + high)[low != high])
    return keys


def rmat(scale, ties, seed):
    rng, n, keys = np.random.default_rng(seed), 1 << scale, np.empty(0, np.int64)
    while len(keys) < ties:
        count = max(1000, int((ties - len(keys)) * 1.3))
        u, v = np.zeros(count, np.int64), np.zeros(count, np.int64)
        for _ in range(scale):
            draw = rng.random(count)
            u, v = 2 * u + (draw >= 0.76), 2 * v + (((draw >= 0.57) & (draw < 0.76)) | (draw >= 0.95))
        fresh = np.setdiff1d(distinct(n, u, v), keys, assume_unique=True)
        if len(keys) + len(fresh) > ties:
            fresh = rng.permutation(fresh)[: ties - len(keys)]
        keys = np.union1d(keys, fresh)
    return n, keys


def ba(n, m, seed):
    rng, slots = np.random.default_rng(seed), 2 * n * m
    ends = np.empty(slots, np.int64)
    ends[0::2] = np.repeat(np.arange(n), m)
    odd = np.arange(1, slots, 2)
    points = (rng.random(len(odd)) * odd).astype(np.int64)  # any slot before it
    target = np.arange(slots)
    target[odd] = points
    while True:
        onward = target[target]
        if np.array_equal(onward, target):
            break
        target = onward
    return n, distinct(n, ends[0::2], ends[target[1::2]])


def table(path):
    with open(path, encoding="utf-8") as text:
        rows = [row[:2] for row in csv.reader(text)][1:]
    ids = sorted({end for row in rows for end in row})
    at = {end: number for number, end in enumerate(ids)}
    ends = np.array([[at[one], at[other]] for one, other in rows])
    return len(ids), distinct(len(ids), ends[:, 0], ends[:, 1])


folder = pathlib.Path(sys.argv[1])
for name in sys.argv[2:] or ["rmat14", "ba10k", "rmat20", "ba1m"]:
    n, keys = table(name) if name.endswith(".csv") else rmat(*RMAT[name]) if name in RMAT else ba(*BA[name])
    name = pathlib.Path(name).resolve().parent.name if name.endswith(".csv") else name
    np.stack([keys // n, keys % n], axis=1).astype("<i4").tofile(folder / f"{name}.bin")
    print(f"{name}: {n} vertices, {len(keys)} ties")
