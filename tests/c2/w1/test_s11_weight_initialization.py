"""Section 1.11: the scale of random weights, what depth makes of it, and symmetry."""

import numpy as np
import pytest

from c1.w3.s09_two_layer_gradients import backward, forward, update
from c1.w3.s11_initialize_parameters import initialize as initialize_of_course_1
from c2.w1.s11_activation_scale_by_depth import mean_squares, predicted
from c2.w1.s11_initialize_parameters import VARIANCES, initialize
from c2.w1.s11_relu_second_moment import by_sampling, by_sum, closed_form
from c2.w1.s11_symmetry_breaking import make_quadrants, rows_apart, step

TARGETS = {"he": 2 / 1000, "lecun": 1 / 1000, "glorot": 2 / 2000}


@pytest.mark.parametrize("scheme", VARIANCES)
def test_shapes_and_zero_biases(scheme):
    sizes = [5, 4, 3, 1]
    parameters = initialize(sizes, np.random.default_rng(0), scheme)
    assert len(parameters) == 6
    for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:], strict=False), 1):
        assert parameters[f"W{layer}"].shape == (n, n_prev)
        assert parameters[f"b{layer}"].shape == (n, 1)
        assert not parameters[f"b{layer}"].any()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("scheme", VARIANCES)
def test_variance_of_a_million_weights(scheme, seed):
    W = initialize([1000, 1000], np.random.default_rng(seed), scheme)["W1"]
    assert W.var() == pytest.approx(TARGETS[scheme], rel=0.01)
    assert abs(W.mean()) < 4 * np.sqrt(TARGETS[scheme] / W.size)


def test_he_is_course_1_with_another_scale():
    ours, theirs = (f([8, 8, 8], np.random.default_rng(3), s) for f, s in (
        (initialize, "he"), (initialize_of_course_1, 0.5)))  # sqrt(2/8) = 0.5
    for name in theirs:
        np.testing.assert_allclose(ours[name], theirs[name], rtol=1e-15)


def test_glorot_agrees_with_lecun_for_equal_widths_only():
    assert VARIANCES["glorot"](64, 64) == VARIANCES["lecun"](64, 64)
    assert VARIANCES["glorot"](64, 16) != VARIANCES["lecun"](64, 16)


@pytest.mark.parametrize("inputs", ["normal", "relu"])
def test_variance_of_z(inputs):
    rng = np.random.default_rng(0)
    x = rng.standard_normal((100, 1))
    x = np.maximum(0.0, x) if inputs == "relu" else x
    z = (np.sqrt(1 / 100) * rng.standard_normal((50_000, 100))) @ x
    assert z.var() == pytest.approx(np.mean(x**2), rel=0.03)


def test_numbers_of_one_unit():
    assert np.sqrt(100 * 1.0 * 1.0) == 10.0
    assert 1 / np.cosh(10.0) ** 2 == pytest.approx(8.2e-9, rel=0.01)


@pytest.mark.parametrize(("std", "shown"), [
    (0.01, 2.6e-80), (np.sqrt(1 / 512), 8.9e-16), (np.sqrt(2 / 512), 1.0)])
def test_predictions_of_the_page(std, shown):
    assert predicted(512, 50, std) == pytest.approx(shown, rel=0.02)


def test_depth_follows_the_formula_within_the_range_of_the_page():
    ratios = []
    for seed in range(10):
        found = mean_squares(512, 50, np.sqrt(2 / 512), np.random.default_rng(seed))
        assert found.shape == (51,)
        ratios.append(found[-1] / found[0])
    assert min(ratios) == pytest.approx(0.41, abs=0.005)
    assert max(ratios) == pytest.approx(2.23, abs=0.005)


def test_other_scales_are_powers_of_the_same_network():
    # ReLU is homogeneous: c times the weights multiplies layer k by c^k.
    runs = [mean_squares(64, 20, s, np.random.default_rng(0)) for s in (0.1, 0.2)]
    np.testing.assert_allclose(runs[1] / runs[0], 4.0 ** np.arange(21), rtol=1e-10)
    assert predicted(512, 1, 0.01) == pytest.approx(0.0256)


def test_mean_over_networks_is_the_formula():
    found = [mean_squares(32, 3, np.sqrt(1 / 32), np.random.default_rng(s), m=5)[[0, 3]]
             for s in range(2000)]
    start, end = np.mean(found, axis=0)
    assert end / start == pytest.approx(predicted(32, 3, np.sqrt(1 / 32)), rel=0.05)


@pytest.mark.reference
@pytest.mark.parametrize("s", [0.1, 1.0, 7.0])
def test_second_moment_against_scipy(s):
    integrate = pytest.importorskip("scipy.integrate")
    stats = pytest.importorskip("scipy.stats")
    value, _ = integrate.quad(lambda z: z**2 * stats.norm.pdf(z, scale=s), 0, 40 * s,
                              points=[s, 5 * s], epsabs=1e-13, epsrel=1e-13)
    assert closed_form(s) == pytest.approx(value, rel=1e-10)


@pytest.mark.parametrize("s", [0.1, 1.0, 7.0])
def test_second_moment_by_sum_and_by_sampling(s):
    assert by_sum(s) == pytest.approx(s**2 / 2, rel=1e-6)
    assert by_sampling(s, 400_000, np.random.default_rng(1)) == pytest.approx(s**2 / 2, rel=0.02)


def start(seed=0):
    rng = np.random.default_rng(seed)
    X, Y = make_quadrants(200, rng)
    W1, W2 = (np.sqrt(1 / 2) * rng.standard_normal(shape) for shape in ((2, 2), (1, 2)))
    return X, Y, W1, W2


@pytest.mark.parametrize("seed", range(3))
def test_equal_rows_stay_equal_and_random_rows_part(seed):
    X, Y, W1, W2 = start(seed)
    twins = np.repeat(W1[:1], 2, axis=0), np.repeat(W2[:, :1], 2, axis=1)
    # Bit for bit wherever a matrix product treats both rows alike; never more than rounding.
    assert rows_apart(*twins, X, Y, 100) < 1e-12
    assert rows_apart(W1, W2, X, Y, 100) > 0.1


def test_step_is_that_of_course_1():
    X, Y, W1, W2 = start()
    parameters = {"W1": W1, "b1": np.full((2, 1), 0.2), "W2": W2, "b2": np.full((1, 1), -0.3)}
    gradients = backward(parameters, forward(parameters, X), X, Y)
    expected = update(parameters, gradients, 0.5)
    for name, value in zip(parameters, step(list(parameters.values()), X, Y), strict=True):
        np.testing.assert_allclose(value, expected[name], rtol=0, atol=1e-14)


def test_uniform_variance_and_library_default():
    rng = np.random.default_rng(0)
    r = 1 / np.sqrt(512)
    assert rng.uniform(-r, r, 1_000_000).var() == pytest.approx(1 / (3 * 512), rel=0.01)
    assert predicted(512, 50, np.sqrt(1 / (3 * 512))) == pytest.approx(6.0**-50, rel=1e-9)
    assert 6.0**-50 == pytest.approx(1.2e-39, rel=0.04)


def test_glorot_is_the_uniform_distribution_of_the_paper():
    r_squared = 6 / (300 + 100)  # equation (16): r = sqrt(6) / sqrt(n_prev + n)
    assert VARIANCES["glorot"](300, 100) == pytest.approx(r_squared / 3, rel=1e-15)


@pytest.mark.reference
def test_default_of_torch():
    torch = pytest.importorskip("torch")
    weight = torch.nn.Linear(400, 2000).weight.detach().numpy()
    assert np.abs(weight).max() <= 1 / 20
    assert weight.var() == pytest.approx(1 / 1200, rel=0.01)


def test_missing_square_root():
    assert np.sqrt(2 / 512) == 0.0625
    assert 2 / 512 == pytest.approx(0.0039, abs=5e-5)


def test_self_check():
    assert np.sqrt(VARIANCES["he"](400, 100)) == pytest.approx(0.0707, abs=5e-5)
    r = np.sqrt(3 * VARIANCES["he"](400, 100))
    assert r == pytest.approx(0.1225, abs=5e-5)
    assert r**2 / 3 == pytest.approx(2 / 400)
    assert predicted(512, 10, 2 / 512) == pytest.approx(2.0**-80) == pytest.approx(8.3e-25, rel=0.01)
    assert (np.full((1, 49), np.sqrt(1 / 49)) @ np.ones((49, 1))).item() == pytest.approx(7.0)
