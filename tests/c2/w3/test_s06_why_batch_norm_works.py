"""Section 3.6: what batch norm holds fixed, the noise of mini-batches, larger learning rates."""

import numpy as np
import pytest

from c2.w3 import s06_black_and_coloured_cats as cats
from c2.w3 import s06_fixed_mean_and_variance as clouds
from c2.w3 import s06_noise_against_batch_size as noise_figure
from c2.w3.s06_batch_mean_noise import SIZES, spread_of_means
from c2.w3.s06_larger_learning_rates import initialize, step, steps_needed
from c2.w3.s06_same_example_different_company import in_company
from c2.w3.s06_shifted_upstream import batch_norm_forward, before_and_after, skewness


def hidden(seed=0, m=512):
    return np.random.default_rng(seed).standard_normal((3, m))


def test_mean_and_variance_stay_at_beta_and_gamma_squared():
    H = hidden()
    before = before_and_after(H, 1.0, 0.0)[0]
    for changed in (3 * H, H + 7, 3 * H + 7, np.maximum(0, H), np.exp(H)):
        z, z_tilde = before_and_after(changed, 1.0, 0.0)
        assert abs(z.mean() - before.mean()) + abs(z.var() - before.var()) > 0.01
        assert z_tilde.mean() == pytest.approx(0.5, abs=1e-9)
        assert z_tilde.var() == pytest.approx(4.0, abs=1e-9)
    z, z_tilde = before_and_after(H, 1.0, 0.0, eps=0.1)
    assert z_tilde.var() == pytest.approx(4 * z.var() / (z.var() + 0.1), rel=1e-12)


def test_scale_and_shift_cancel_but_the_shape_may_change():
    H = hidden(1)
    z, z_tilde = before_and_after(H, 1.0, 0.0)
    one = np.ones((1, 1))
    moved, _ = batch_norm_forward(3 * z + 7, one, one, 1e-12)
    np.testing.assert_allclose(moved, batch_norm_forward(z, one, one, 1e-12)[0], rtol=0, atol=1e-6)
    np.testing.assert_allclose(before_and_after(H, 3.0, 7.0)[1], z_tilde, rtol=0, atol=1e-6)
    relu = before_and_after(np.maximum(0, H), 1.0, 0.0)[1]
    assert abs(skewness(relu) - skewness(z_tilde)) > 0.5


def test_scale_and_offset_of_the_layer_before_move_the_scores():
    H = hidden(2)
    z, _ = before_and_after(H, 1.0, 0.0)
    moved, _ = before_and_after(H, 3.0, 7.0)  # the weights 0.5, 1, 1.5 sum to 3
    assert moved.mean() == pytest.approx(3 * z.mean() + 3 * 7)
    assert moved.var() == pytest.approx(9 * z.var())


def test_skewness_of_known_values():
    assert skewness(np.array([-1.0, 0.0, 1.0])) == pytest.approx(0, abs=1e-15)
    assert skewness(np.array([0.0, 0.0, 0.0, 4.0])) == pytest.approx(2 / np.sqrt(3))


def test_mean_of_a_mini_batch_scatters_by_sigma_over_root_b():
    rng = np.random.default_rng(3)
    population = rng.gamma(2.0, 3.0, 5000)
    sigma = population.std()
    found = {B: spread_of_means(population, B, 8000, rng) for B in SIZES}
    for B, spread in found.items():
        assert spread == pytest.approx(sigma / np.sqrt(B), rel=0.03)
    assert found[64] / found[512] == pytest.approx(np.sqrt(8), rel=0.03)
    assert np.sqrt(8) == pytest.approx(2.83, abs=0.005)
    assert spread_of_means(np.full(10, 1000.0), 64, 5, rng) == 0
    halves = np.repeat([0.0, 1.0], 50)  # both halves must be drawn from
    assert spread_of_means(halves, 25, 8000, rng) == pytest.approx(0.5 / 5, rel=0.03)


def test_one_example_in_different_company():
    rng = np.random.default_rng(0)
    spread = {B: np.std(in_company(1.5, B, 4000, rng)) for B in (16, 256)}
    assert spread[16] / spread[256] == pytest.approx(4, rel=0.2)
    # additive noise of the mean and multiplicative noise of the deviation, to leading order
    assert spread[256] == pytest.approx(np.sqrt((1 + 1.5**2 / 2) / 256), rel=0.05)
    assert in_company(1.5, 1, 3, rng).tolist() == [0, 0, 0]  # alone it is its own mean
    assert np.isfinite(in_company(1000.0, 16, 3, rng)).all()


@pytest.mark.parametrize("normalized", [False, True])
def test_step_is_gradient_descent(normalized):
    rng = np.random.default_rng(4)
    layers, X = initialize(rng), rng.uniform(-1.0, 1.0, (2, 30))
    Y = (X[:1] * X[1:] > 0).astype(float)
    _, after = step(layers, X, Y, 1.0, normalized)
    for place, part, entry in ((0, 0, (3, 1)), (7, 0, (2, 5)), (4, 2, (1, 0)), (8, 0, (0, 4)),
                               (8, 2, (0, 0)), (2, 1, (6, 0))):
        sides = []
        for change in (1e-6, -1e-6):
            moved = [tuple(array.copy() for array in layer) for layer in layers]
            moved[place][part][entry] += change
            sides.append(step(moved, X, Y, 1.0, normalized)[0])
        slope = layers[place][part][entry] - after[place][part][entry]
        assert slope == pytest.approx((sides[0] - sides[1]) / 2e-6, rel=1e-5, abs=1e-9)


def test_only_batch_norm_takes_the_large_rate():
    for seed in range(5):
        assert steps_needed(3.0, False, seed) is None
        assert steps_needed(3.0, True, seed) < 40
    small = [[steps_needed(0.03, normalized, seed) for seed in range(3)]
             for normalized in (False, True)]
    assert all(50 < steps < 200 for row in small for steps in row)


def test_dropout_doubles_the_variance_of_centered_activations():
    a = np.random.default_rng(5).standard_normal(200_000)
    kept = np.random.default_rng(6).random(200_000) < 0.5
    assert np.var(a * kept / 0.5) / np.var(a) == pytest.approx(2, abs=0.03)


def test_numbers_of_the_figures():
    w, b = cats.learned()
    shares = []
    for region, seed in zip(cats.REGIONS, (0, 1), strict=True):
        X, Y = cats.sample(region, seed)
        assert np.abs(X).max() < cats.EDGE  # every point that is counted is drawn
        shares.append(np.mean((w.T @ X + b >= 0) == Y))
    assert shares[0] > 0.95 and shares[1] < 0.65
    for factor, _ in clouds.FACTORS:
        Z = clouds.scores(factor)
        Z_tilde, _ = batch_norm_forward(Z, np.ones((2, 1)), np.zeros((2, 1)))
        np.testing.assert_allclose(Z_tilde.std(axis=1), 1, rtol=1e-4)
    tilts = [np.corrcoef(clouds.scores(factor))[0, 1] for factor, _ in clouds.FACTORS]
    assert tilts == sorted(tilts, reverse=True) and tilts[0] - tilts[-1] > 0.5
    np.testing.assert_allclose(noise_figure.measured(), 1 / np.sqrt(noise_figure.ALL), rtol=0.06)


def test_self_check_numbers():
    assert 2 / np.sqrt(64) == 0.25 and 2 / np.sqrt(400) == pytest.approx(0.1)
    assert (1 / np.sqrt(64), 1 / np.sqrt(512)) == pytest.approx((0.125, 0.044), abs=5e-4)
