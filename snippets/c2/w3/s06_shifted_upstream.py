"""Batch norm while the layer before changes (course 2, section 3.6)."""

import numpy as np


def batch_norm_forward(Z, gamma, beta, eps=1e-5):
    """Return Z_tilde: (n, m) and the cache (Z_norm, gamma, scale)."""
    mu = np.mean(Z, axis=1, keepdims=True)
    variance = np.mean((Z - mu)**2, axis=1, keepdims=True)
    scale = np.sqrt(variance + eps)
    Z_norm = (Z - mu) / scale
    return gamma * Z_norm + beta, (Z_norm, gamma, scale)


def before_and_after(H, scale, offset, eps=1e-12):
    """Return z and z_tilde: (1, m) when the units before are changed.

    H: (n, m) activations before the change   scale, offset: of all of them
    """
    w = np.linspace(0.5, 1.5, len(H))[np.newaxis, :]  # weights of the unit
    z = w @ (scale * H + offset)
    gamma, beta = np.full((1, 1), 2.0), np.full((1, 1), 0.5)
    return z, batch_norm_forward(z, gamma, beta, eps)[0]


def skewness(z):
    """Return the mean cube of the standardized values; 0 if symmetric."""
    return np.mean((z - z.mean())**3) / z.std()**3


def report(name, z, z_tilde):
    """Return mean and variance before and after, and the skewness after."""
    return (f"{name:10} mean {z.mean():5.2f} -> {z_tilde.mean():.2f}  var"
            f" {z.var():5.2f} -> {z_tilde.var():.2f}"
            f"  skew {skewness(z_tilde):5.2f}")


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    H = rng.standard_normal((3, 512))
    for scale, offset in ((1.0, 0.0), (3.0, 0.0), (1.0, 7.0), (3.0, 7.0)):
        print(report(f"{scale:.0f} H + {offset:.0f}",
                     *before_and_after(H, scale, offset)))
    relu = np.maximum(0.0, H)  # a change that is no scale and no offset
    print(report("max(0, H)", *before_and_after(relu, 1.0, 0.0)))
