"""Figure 2.11-1: seconds against vector length, for the loop and for np.dot.

The times were measured once and stand below: drawing never measures, so that it gives the same
bytes everywhere. `python docs/figures/c1/w2/s11_loop_vs_vectorized_time.py`, with snippets and
docs/figures on PYTHONPATH, prints what your computer takes.
"""

from c1.w2.s11_dot_vs_loop import time_both
from plotting import BACKWARD, FORWARD, Plot

# November 2026, one thread on a server CPU (x86-64), Python 3.11, NumPy 2.4, best of 5 runs.
TIMES = (  # n_x, loop in s, np.dot in s
    (10, 2.04e-6, 6.31e-7),
    (100, 1.10e-5, 5.61e-7),
    (1_000, 9.93e-5, 6.01e-7),
    (10_000, 9.80e-4, 1.25e-6),
    (100_000, 1.02e-2, 1.53e-5),
    (1_000_000, 0.100, 1.89e-4),
    (10_000_000, 0.979, 3.99e-3),
)


def measure():
    """Print rows for TIMES, measured here and now; set OMP_NUM_THREADS=1 for one thread."""
    time_both(1_000)  # the first call pays for loading
    for n_x, _, _ in TIMES:
        print("({:_}, {:.2e}, {:.2e}),".format(n_x, *time_both(n_x)))


def draw():
    p = Plot(height=300, left=66,
             title="Time of a loop and of np.dot against the length of the vectors",
             desc="Both axes are logarithmic. The loop's line rises steadily from 2 microseconds "
                  "to 1 second; np.dot stays below 2 microseconds up to ten thousand entries and "
                  "then rises to 4 milliseconds.")
    n_x, loop, dot = zip(*TIMES, strict=True)
    p.axes.loglog(n_x, loop, color=BACKWARD, linestyle="--", marker="o")
    p.axes.loglog(n_x, dot, color=FORWARD, marker="s")
    p.axes.minorticks_off()
    p.axes.set_xticks(n_x, [f"$10^{k}$" for k in range(1, 8)])
    p.axes.set_yticks([1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1],
                      ["1 µs", "10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s"])
    p.axes.set_ylim(3e-7, 3)
    p.axes.set_xlabel("$n_x$")
    p.text(2e4, 8e-3, "for", color=BACKWARD, anchor="end")
    p.text(6e5, 2.5e-5, "np.dot", color=FORWARD)
    p.grid()
    return p


if __name__ == "__main__":
    measure()
