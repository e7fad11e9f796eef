"""Section 1.14: where a gradient check fails, why dropout breaks it, which bugs hide."""

from itertools import product

import numpy as np
import pytest

from c2.w1 import s14_blockwise_ratio as blocks
from c2.w1 import s14_check_again_after_training as again
from c2.w1 import s14_dropout_and_grad_check as dropout

SHAPES = {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}


def problem(m=6, seed=0):
    """Return parameters, X: (3, m) and Y: (1, m)."""
    rng = np.random.default_rng(seed)
    parameters = {name: rng.standard_normal(shape) for name, shape in SHAPES.items()}
    return parameters, rng.standard_normal((3, m)), rng.integers(0, 2, (1, m))


def block_ratios(m=6, lambd=0.0, spoil=lambda gradients, parameters: gradients, seed=0):
    """Return the ratio of each block for a gradient that spoil has changed."""
    p, X, Y = problem(m, seed)
    approx = blocks.numeric_gradients(lambda q: blocks.cost_l2(q, X, Y, lambd), p)
    return blocks.blockwise(approx, spoil(blocks.backward(p, blocks.forward(p, X), X, Y), p))


def failing(ratios):
    return {name for name, r in ratios.items() if r > 1e-2}


def passing(ratios):
    return {name for name, r in ratios.items() if r < 1e-7}


@pytest.mark.parametrize("seed", range(5))
def test_right_gradient_passes_in_every_block(seed):
    assert passing(block_ratios(seed=seed)) == {"dW1", "db1", "dW2", "db2"}


def test_bug_in_db1_shows_in_its_block_only():
    found = block_ratios(spoil=lambda g, p: g | {"db1": 6 * g["db1"]})
    assert failing(found) == {"db1"}
    assert passing(found) == {"dW1", "dW2", "db2"}
    assert found["db1"] == pytest.approx(5 / 7, abs=1e-6)
    assert round(5 / 7, 2) == 0.71


def test_forgotten_penalty_fails_weights_only():
    found = block_ratios(lambd=0.6)
    assert failing(found) == {"dW1", "dW2"}
    assert passing(found) == {"db1", "db2"}
    whole = block_ratios(lambd=0.6, spoil=lambda g, p: g | {
        "dW1": g["dW1"] + 0.1 * p["W1"], "dW2": g["dW2"] + 0.1 * p["W2"]})
    assert len(passing(whole)) == 4


def test_numeric_gradients_of_a_closed_form():
    p = problem()[0]
    found = blocks.numeric_gradients(lambda q: sum(np.sum(v**2) for v in q.values()), p)
    for name, value in p.items():
        np.testing.assert_allclose(found["d" + name], 2 * value, rtol=0, atol=1e-6)


def test_blocks_of_zeros_have_ratio_zero():
    zeros = {"dW1": np.zeros((4, 3))}
    assert blocks.blockwise(zeros, zeros) == {"dW1": 0.0}


def test_extreme_scores_stay_finite():
    Z, Y = np.array([[1000.0, -1000.0]]), np.array([[1, 0]])
    assert blocks.cost(Z, Y) == 0.0
    assert blocks.cost(Z, 1 - Y) == 1000.0
    np.testing.assert_array_equal(blocks.sigmoid(Z), [[1.0, 0.0]])


@pytest.mark.reference
def test_numeric_gradients_agree_with_scipy():
    optimize = pytest.importorskip("scipy.optimize")
    p, X, Y = problem()
    found = blocks.numeric_gradients(lambda q: blocks.cost_l2(q, X, Y, 0.6), p)["dW2"]
    other = optimize.approx_fprime(
        p["W2"].ravel(),
        lambda w: blocks.cost_l2(p | {"W2": w.reshape(1, 4)}, X, Y, 0.6), 1e-7)
    np.testing.assert_allclose(found.ravel(), other, rtol=0, atol=1e-6)


def dropout_ratio(keep_prob, draw):
    return dropout.check(*problem(), keep_prob, draw)


def test_dropout_passes_only_with_a_fixed_mask():
    rng = np.random.default_rng(1)
    mask = lambda: rng.random((4, 6)) < 0.5  # noqa: E731
    assert dropout_ratio(0.5, mask) == pytest.approx(1.0, abs=0.005)
    frozen = mask()
    assert dropout_ratio(0.5, lambda: frozen) < 1e-7
    assert dropout_ratio(1.0, lambda: np.ones((4, 6))) < 1e-7


def test_a_missing_division_shows_under_a_frozen_mask_only(monkeypatch):
    backward = dropout.backward

    def undivided(parameters, X, Y, D, keep_prob):
        g = backward(parameters, X, Y, D, keep_prob)
        return g | {"dW1": keep_prob * g["dW1"], "db1": keep_prob * g["db1"]}

    monkeypatch.setattr(dropout, "backward", undivided)
    frozen = np.random.default_rng(1).random((4, 6)) < 0.5
    assert dropout_ratio(0.5, lambda: frozen) > 1e-2
    assert dropout_ratio(1.0, lambda: np.ones((4, 6))) < 1e-7


def test_the_average_over_all_masks_has_a_gradient():
    p, X, Y = problem(m=1)
    masks = [np.array(bits).reshape(4, 1) for bits in product((0, 1), repeat=4)]
    share = [0.8**D.sum() * 0.2**(4 - D.sum()) for D in masks]
    assert sum(share) == pytest.approx(1.0)
    approx = dropout.numeric_gradients(lambda q: sum(
        s * dropout.cost(dropout.forward(q, X, D, 0.8)[1], Y) for s, D in zip(share, masks)), p)
    each = [dropout.backward(p, X, Y, D, 0.8) for D in masks]
    mean = {name: sum(s * g[name] for s, g in zip(share, each)) for name in approx}
    assert dropout.ratio(approx, mean) < 1e-7


def test_a_slope_of_one_hides_at_small_weights():
    rng = np.random.default_rng(0)
    X = rng.uniform(-1.0, 1.0, (2, 200))
    Y = (X[:1] * X[1:] > 0).astype(float)
    p = {"W1": 1e-4 * rng.standard_normal((4, 2)), "b1": np.zeros((4, 1)),
         "W2": rng.standard_normal((1, 4)), "b2": np.zeros((1, 1))}

    def look():
        approx = again.numeric_gradients(lambda q: again.cost(again.forward(q, X)[1], Y), p)
        size = np.abs(again.forward(p, X)[0]).mean()
        return size, *(again.ratio(approx, again.backward(p, X, Y, slope))
                       for slope in (again.right, np.ones_like))

    size, right, wrong = look()
    assert size == pytest.approx(5e-5, rel=0.1) and right < 1e-7 and wrong < 1e-7
    for _ in range(500):
        g = again.backward(p, X, Y)
        p = {name: value - 0.5 * g["d" + name] for name, value in p.items()}
    size, right, wrong = look()
    assert size == pytest.approx(0.8, abs=0.05) and right < 1e-7
    assert wrong == pytest.approx(0.67, abs=0.005)


def test_page_numbers():
    assert 4 * (3 + 1) + 1 * (4 + 1) == 21
    assert 2 * 1_000_000 * 0.010 == 20_000 and 20_000 / 3600 > 5.5
    assert 0.1 / 2e-7 == pytest.approx(500_000)
    assert 0.00005**2 == pytest.approx(2.5e-9)
    assert 1 - 0.8**2 == pytest.approx(0.36)


def test_self_check():
    n_theta = sum(n * (n_prev + 1) for n_prev, n in ((784, 100), (100, 10)))
    assert n_theta == 79510 and 2 * n_theta == 159020
    assert 2 * n_theta * 0.005 == pytest.approx(795, abs=0.5)


@pytest.mark.parametrize("m", [1, 2])
def test_a_missing_average_hides_with_one_example(m):
    found = block_ratios(m, spoil=lambda g, p: {name: m * d for name, d in g.items()})
    for r in found.values():
        assert r == pytest.approx((m - 1) / (m + 1), abs=1e-6)
