"""Times plumbline beside igraph, turn and turn about, and prints the ratio of the medians. Needs python3-igraph and numpy.

    python3 compare.py PLUMBLINE GRAPH.bin VERTICES TASK[,TASK…] [TURNS]

Each turn is a new process of either program; a process runs the task three times (once where that takes over ten seconds) and its least time counts, so warming up is left out for both.
"""
import statistics
import subprocess
import sys
import time

TASKS = {
    "components": lambda g: len(g.connected_components()),
    "core": lambda g: max(g.coreness()),
    "bfs": lambda g: len(g.bfs(0)[0]),
    "pagerank": lambda g: max(g.pagerank()),
    "eigenvector": lambda g: sum(g.eigenvector_centrality(scale=True)),
    "triangles": lambda g: round(sum(x * d * (d - 1) / 2 for x, d in zip(g.transitivity_local_undirected(mode="zero"), g.degree())) / 3),
    "articulation": lambda g: len(g.articulation_points()),
    "constraint": lambda g: sum(x for x in g.constraint() if x == x),
    "closeness": lambda g: sum(x for x in g.closeness() if x == x),
    "betweenness": lambda g: max(g.betweenness()),
    "edge_betweenness": lambda g: max(g.edge_betweenness()),
}


def igraph(path, n, task):
    import igraph as ig
    import numpy as np
    pairs = np.fromfile(path, "<i4").reshape(-1, 2)
    best, value, graph = float("inf"), None, None
    for _ in range(3):
        if task == "build":
            start = time.perf_counter()
            graph = ig.Graph(n=n, edges=pairs)
            value = graph.ecount()
        else:
            graph = graph or ig.Graph(n=n, edges=pairs)
            start = time.perf_counter()
            value = TASKS[task](graph)
        took = time.perf_counter() - start
        best = min(best, took)
        if took > 10:
            break
    print(f"{best} {value!r}")


def ours(program, path, n, task):
    repeat = "1" if task in ("betweenness", "edge_betweenness", "closeness") and n > 50_000 else "3"
    text = subprocess.run([program, "network", "bench", path, "--vertices", str(n), "--tasks", task, "--repeat", repeat, "--home", "/nonexistent"], capture_output=True, text=True, check=True).stdout
    row = text.split("\n")[1].split(",")
    return float(row[1]), float(row[5])


if sys.argv[1] == "--igraph":
    igraph(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    sys.exit()
program, path, n, tasks = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4].split(",")
turns = int(sys.argv[5]) if len(sys.argv) > 5 else 5
print("| task | plumbline s | igraph s | ratio | same answer |\n|---|---|---|---|---|")
for task in tasks:
    mine, theirs = [], []
    for _ in range(turns):
        took, value = ours(program, path, n, task)
        mine.append(took)
        text = subprocess.run([sys.executable, __file__, "--igraph", path, str(n), task], capture_output=True, text=True, check=True).stdout.split()
        theirs.append(float(text[0]))
    other = float(text[1])
    apart = abs(value - other) / max(abs(other), 1e-300)
    a, b = statistics.median(mine), statistics.median(theirs)
    print(f"| {task} | {a:.4f} | {b:.3f} | {b / a:.1f} | {'yes' if apart == 0 else f'to {apart:.0e}'} ({value:.10g}) |", flush=True)
