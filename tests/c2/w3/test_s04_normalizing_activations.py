"""Section 3.4: batch normalization forward and backward."""

import numpy as np
import pytest

from c2.w3 import s04_axis_of_statistics as axis_figure
from c2.w3 import s04_sigmoid_and_gamma_beta as sigmoid_figure
from c2.w3.s04_batchnorm_backward import batch_norm_backward
from c2.w3.s04_batchnorm_backward import batch_norm_forward as forward_again
from c2.w3.s04_batchnorm_forward import batch_norm_forward

SCORES = np.array([[2.0, 4.0, 6.0, 8.0]])
ONE, ZERO = np.ones((1, 1)), np.zeros((1, 1))


def example(seed, n=5, m=32):
    rng = np.random.default_rng(seed)
    Z = rng.normal(rng.normal(0, 5, (n, 1)), rng.uniform(0.1, 10, (n, 1)), (n, m))
    return Z, rng.normal(1, 0.5, (n, 1)), rng.standard_normal((n, 1)), rng.standard_normal((n, m))


@pytest.mark.parametrize("seed", range(3))
def test_mean_is_beta_and_variance_nearly_gamma_squared(seed):
    Z, gamma, beta, _ = example(seed)
    Z_tilde, _ = batch_norm_forward(Z, gamma, beta)
    np.testing.assert_allclose(Z_tilde.mean(axis=1, keepdims=True), beta, rtol=0, atol=1e-12)
    variance = Z.var(axis=1, keepdims=True)
    np.testing.assert_allclose(Z_tilde.var(axis=1, keepdims=True),
                               gamma**2 * variance / (variance + 1e-5), rtol=1e-12)


def test_identity_setting_gives_z_back():
    Z, _, _, _ = example(0)
    gamma = np.sqrt(Z.var(axis=1, keepdims=True) + 1e-5)
    Z_tilde, _ = batch_norm_forward(Z, gamma, Z.mean(axis=1, keepdims=True))
    np.testing.assert_allclose(Z_tilde, Z, rtol=0, atol=1e-12)


def test_hand_values_of_the_page():
    Z_tilde, (Z_norm, _, scale) = batch_norm_forward(SCORES, ONE, ZERO, eps=0.0)
    np.testing.assert_allclose(Z_tilde, [[-1.3416, -0.4472, 0.4472, 1.3416]], rtol=0, atol=5e-5)
    np.testing.assert_array_equal(Z_norm, Z_tilde)
    assert scale.item() == pytest.approx(2.2361, abs=5e-5)
    Z_tilde, _ = batch_norm_forward(SCORES, 2 * ONE, ONE, eps=0.0)
    np.testing.assert_allclose(Z_tilde, [[-1.6833, 0.1056, 1.8944, 3.6833]], rtol=0, atol=5e-5)
    assert (Z_tilde.mean(), Z_tilde.std()) == pytest.approx((1, 2))


@pytest.mark.parametrize("seed", range(3))
def test_gradients_against_central_differences(seed):
    Z, gamma, beta, weights = example(seed, n=3, m=7)

    def cost(arrays):
        return np.sum(weights * np.tanh(batch_norm_forward(*arrays)[0]))

    Z_tilde, cache = batch_norm_forward(Z, gamma, beta)
    ours = batch_norm_backward(weights * (1 - np.tanh(Z_tilde)**2), cache)
    for place, array in enumerate((Z, gamma, beta)):
        numeric = np.empty_like(array)
        for entry in np.ndindex(array.shape):
            sides = []
            for step in (1e-5, -1e-5):
                moved = [Z.copy(), gamma.copy(), beta.copy()]
                moved[place][entry] += step
                sides.append(cost(moved))
            numeric[entry] = (sides[0] - sides[1]) / 2e-5
        assert ours[place].shape == array.shape
        distance = np.linalg.norm(ours[place] - numeric)
        assert distance < 1e-7 * (np.linalg.norm(ours[place]) + np.linalg.norm(numeric))


@pytest.mark.reference
@pytest.mark.parametrize("eps", [1e-5, 1e-3])
def test_agrees_with_pytorch(eps):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    Z, gamma, beta, dZ_tilde = example(4, n=6, m=20)
    layer = torch.nn.BatchNorm1d(6, eps=eps, dtype=torch.float64).train()
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(gamma[:, 0]))
        layer.bias.copy_(torch.tensor(beta[:, 0]))
    theirs = torch.tensor(Z.T.copy(), requires_grad=True)
    out = layer(theirs)
    out.backward(torch.tensor(dZ_tilde.T.copy()))
    Z_tilde, cache = batch_norm_forward(Z, gamma, beta, eps)
    dZ, dgamma, dbeta = batch_norm_backward(dZ_tilde, cache)
    for ours, wanted in ((Z_tilde, out.detach().T), (dZ, theirs.grad.T),
                         (dgamma[:, 0], layer.weight.grad), (dbeta[:, 0], layer.bias.grad)):
        np.testing.assert_allclose(ours, wanted.numpy(), rtol=0, atol=1e-10)


def test_each_row_of_dz_sums_to_0_and_is_orthogonal_to_z_norm():
    Z, gamma, beta, dZ_tilde = example(5)
    dZ, _, _ = batch_norm_backward(dZ_tilde, batch_norm_forward(Z, gamma, beta)[1])
    np.testing.assert_allclose(dZ.sum(axis=1), 0, rtol=0, atol=1e-12)
    cache = batch_norm_forward(Z, gamma, beta, eps=0.0)[1]
    dZ, _, _ = batch_norm_backward(dZ_tilde, cache)
    np.testing.assert_allclose(np.sum(dZ * cache[0], axis=1), 0, rtol=0, atol=1e-11)


def test_hand_gradient_and_three_paths_of_the_page():
    dZ_tilde = np.array([[1.0, 0.0, 0.0, 0.0]])
    cache = forward_again(SCORES, ONE, ZERO, eps=0.0)[1]
    dZ, dgamma, dbeta = batch_norm_backward(dZ_tilde, cache)
    np.testing.assert_allclose(dZ, [[0.1342, -0.1789, -0.0447, 0.0894]], rtol=0, atol=5e-5)
    assert (dgamma.item(), dbeta.item()) == pytest.approx((-1.3416, 1), abs=5e-5)
    np.testing.assert_allclose(dZ_tilde / cache[2], [[0.4472, 0, 0, 0]], rtol=0, atol=5e-5)
    Z, gamma, beta, dZ_tilde = example(6)
    cache = batch_norm_forward(Z, gamma, beta)[1]
    dZ, dgamma, dbeta = batch_norm_backward(dZ_tilde, cache)
    m, scale, mu = Z.shape[1], cache[2], Z.mean(axis=1, keepdims=True)
    dmu, dvariance = -gamma * dbeta / scale, -gamma * dgamma / (2 * scale**2)
    np.testing.assert_allclose(
        dZ, gamma * dZ_tilde / scale + dmu / m + 2 * (Z - mu) / m * dvariance, rtol=0, atol=1e-12)


def test_both_programs_have_the_same_forward_pass():
    arrays = example(7)[:3]
    np.testing.assert_array_equal(batch_norm_forward(*arrays)[0], forward_again(*arrays)[0])


def test_single_example_gives_beta_and_no_gradient():
    rng = np.random.default_rng(0)
    Z, gamma, beta = rng.normal(0, 100, (4, 1)), np.full((4, 1), 3.0), rng.normal(size=(4, 1))
    Z_tilde, cache = batch_norm_forward(Z, gamma, beta)
    np.testing.assert_array_equal(Z_tilde, beta)
    np.testing.assert_array_equal(batch_norm_backward(np.ones((4, 1)), cache)[0], np.zeros((4, 1)))


def test_constant_rows_and_extreme_scores():
    with np.errstate(all="raise"):
        Z_tilde, _ = batch_norm_forward(np.full((2, 9), 1000.0), np.ones((2, 1)), np.ones((2, 1)))
        assert (Z_tilde == 1).all()
        Z = np.array([[-1000.0, 1000.0], [-1e6, 1e6]])
        Z_tilde, _ = batch_norm_forward(Z, np.ones((2, 1)), np.zeros((2, 1)))
    np.testing.assert_allclose(Z_tilde, [[-1, 1], [-1, 1]], rtol=0, atol=1e-9)


def test_slopes_of_the_sigmoid_on_the_page():
    def slope(z):
        a = 1 / (1 + np.exp(-z))
        return a * (1 - a)
    assert slope(0.0) == 0.25 and slope(1.0) == pytest.approx(0.1966, abs=5e-5)


def test_numbers_of_the_figures():
    np.testing.assert_array_equal(axis_figure.Z[0], SCORES[0])
    np.testing.assert_allclose(axis_figure.Z.mean(axis=1), [5, 20, 2])
    np.testing.assert_allclose(axis_figure.Z.var(axis=1), [5, 100, 3])
    for gamma, beta in sigmoid_figure.SETTINGS:
        Z_tilde = sigmoid_figure.values(gamma, beta)
        assert (Z_tilde.mean(), Z_tilde.std()) == pytest.approx((beta, gamma), rel=1e-4, abs=1e-9)


def test_self_check_numbers():
    Z = np.array([[0.0, 0.0, 0.0, 4.0]])
    Z_norm, _ = batch_norm_forward(Z, ONE, ZERO, eps=0.0)
    np.testing.assert_allclose(Z_norm, [[-0.5774] * 3 + [1.7321]], rtol=0, atol=5e-5)
    Z_tilde, _ = batch_norm_forward(Z, np.sqrt(3) * ONE, ONE, eps=0.0)
    np.testing.assert_allclose(Z_tilde, Z, rtol=0, atol=1e-12)
    Z, gamma, beta, _ = example(8)
    cache = batch_norm_forward(Z, gamma, beta)[1]
    dZ, dgamma, dbeta = batch_norm_backward(np.full(Z.shape, 0.7), cache)
    np.testing.assert_allclose(np.hstack([dZ, dgamma]), 0, rtol=0, atol=1e-12)
    np.testing.assert_allclose(dbeta, 0.7 * Z.shape[1], rtol=1e-12)
