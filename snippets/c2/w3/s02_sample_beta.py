"""Random beta, with 1 - beta uniform on a log axis (course 2, section 3.2)."""

import numpy as np


def sample_beta(low, high, n, rng):
    """Return n values between low and high, below 1, denser near 1."""
    r = rng.uniform(np.log10(1 - high), np.log10(1 - low), n)
    return 1 - 10**r


def averaged(beta):
    """Return about how many values an average with this beta covers."""
    return 1 / (1 - beta)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    log_axis = sample_beta(0.9, 0.999, 100_000, rng)
    plain = rng.uniform(0.9, 0.999, 100_000)
    print(f"below 0.99: {(log_axis < 0.99).mean():.1%} on the log axis,"
          f" {(plain < 0.99).mean():.1%} on the plain axis")
    for beta in (0.9, 0.9005, 0.999, 0.9995):
        print(f"beta {beta:<6}  averages about {averaged(beta):7.2f} values")
