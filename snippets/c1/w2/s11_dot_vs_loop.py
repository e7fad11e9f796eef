"""One score by a loop and by np.dot, timed (course 1, section 2.11)."""

import time

import numpy as np


def score_loop(w, b, x):
    """Return w . x + b, one product at a time.  w, x: (n_x,)"""
    z = 0.0
    for w_i, x_i in zip(w, x, strict=True):
        z += w_i * x_i
    return z + b  # after the loop: b is added once


def score_vectorized(w, b, x):
    """Return w . x + b in one call.  w, x: (n_x,)"""
    return np.dot(w, x) + b


def best_time(function, *arguments, repeats=5):
    """Return the shortest of several runs, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        function(*arguments)
        times.append(time.perf_counter() - start)
    return min(times)


def time_both(n_x):
    """Return the times (loop, vectorized) for n_x entries, in seconds."""
    w, x = np.random.default_rng(0).random((2, n_x))
    loop = best_time(score_loop, w, 0.5, x)
    return loop, best_time(score_vectorized, w, 0.5, x)


if __name__ == "__main__":
    w, x = np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0, 6.0])
    print("z", score_loop(w, 0.5, x), score_vectorized(w, 0.5, x))
    w, x = np.random.default_rng(0).random((2, 100_000))
    z, z_dot = score_loop(w, 0.5, x), score_vectorized(w, 0.5, x)
    print("same up to rounding:", abs(z - z_dot) <= 1e-10 * abs(z))
    loop, vectorized = time_both(1_000_000)
    print("np.dot is faster:", vectorized < loop)
