"""Section 3.7: running statistics, one example in both modes, folding into the layer before."""

import numpy as np
import pytest

from c2.w3 import s07_running_average_convergence as convergence
from c2.w3.s04_batchnorm_forward import batch_norm_forward as forward_of_3_4
from c2.w3.s07_batchnorm_running_stats import BatchNorm, batch_norm_forward
from c2.w3.s07_fold_batchnorm import batch_norm_test as folded_test
from c2.w3.s07_fold_batchnorm import fold
from c2.w3.s07_single_example_pitfall import batch_norm_forward as forward_again
from c2.w3.s07_single_example_pitfall import batch_norm_test as by_running

PAGE = np.array([[2.0, 4.0, 6.0, 8.0]])


def filled_layer(n=3, seed=0, **options):
    """Return a layer with its own parameters after 20 batches, and these batches."""
    rng, layer = np.random.default_rng(seed), BatchNorm(n, **options)
    layer.gamma, layer.beta = rng.standard_normal((2, n, 1))
    batches = [2.0 + 3.0 * rng.standard_normal((n, 8)) for _ in range(20)]
    for Z in batches:
        layer.train(Z)
    return layer, batches


def test_worked_numbers_of_the_page():
    for correction, after_one, after_two, end in ((0, 1.4, 1.76, 5), (1, 1.5667, 2.0767, 20 / 3)):
        layer = BatchNorm(1, correction=correction)
        layer.train(PAGE)
        assert layer.mu_run.item() == pytest.approx(0.5)
        assert layer.sigma2_run.item() == pytest.approx(after_one, abs=5e-5)
        layer.train(PAGE)
        assert layer.mu_run.item() == pytest.approx(0.95)
        assert layer.sigma2_run.item() == pytest.approx(after_two, abs=5e-5)
        for _ in range(500):
            layer.train(PAGE)
        assert layer.mu_run.item() == pytest.approx(5)
        assert layer.sigma2_run.item() == pytest.approx(end)
    for rho, steps, left in ((0.9, 20, 0.1216), (0.99, 100, 0.366), (0.99, 50, 0.605)):
        assert rho**steps == pytest.approx(left, abs=5e-4)


def test_running_statistics_are_the_weighted_averages():
    for correction in (0, 1):
        layer, batches = filled_layer(rho=0.8, correction=correction)
        weights = 0.2 * 0.8 ** np.arange(19, -1, -1)
        mu = sum(w * Z.mean(axis=1) for w, Z in zip(weights, batches, strict=True))
        sigma2 = 0.8**20 + sum(
            w * ((Z.T - Z.mean(axis=1)) ** 2).sum(axis=0) / (8 - correction)
            for w, Z in zip(weights, batches, strict=True))
        np.testing.assert_allclose(layer.mu_run.ravel(), mu, rtol=1e-12)
        np.testing.assert_allclose(layer.sigma2_run.ravel(), sigma2, rtol=1e-12)


def test_training_uses_the_batch_and_testing_leaves_the_statistics_alone():
    layer, _ = filled_layer()
    before = layer.mu_run, layer.sigma2_run
    Z = np.random.default_rng(1).standard_normal((3, 7))
    one, again = layer.test(Z), layer.test(Z)
    np.testing.assert_array_equal(one, again)
    assert layer.mu_run is before[0] and layer.sigma2_run is before[1]
    trained, _ = layer.train(Z)
    np.testing.assert_array_equal(trained, forward_of_3_4(Z, layer.gamma, layer.beta)[0])
    np.testing.assert_allclose(trained.mean(axis=1, keepdims=True), layer.beta, rtol=0, atol=1e-12)
    assert not np.array_equal(layer.mu_run, before[0])


def test_a_prediction_does_not_depend_on_the_other_examples():
    layer, _ = filled_layer()
    Z = np.random.default_rng(2).standard_normal((3, 9))
    together = layer.test(Z)
    for i in range(9):
        np.testing.assert_allclose(layer.test(Z[:, [i]]), together[:, [i]], rtol=1e-14)
    whole, _ = forward_of_3_4(Z, layer.gamma, layer.beta)
    half, _ = forward_of_3_4(Z[:, :4], layer.gamma, layer.beta)
    assert np.abs(whole[:, :4] - half).max() > 0.1


def test_one_example_in_train_mode_always_gives_beta():
    gamma, beta = np.array([[2.0], [-1.0]]), np.array([[1.0], [0.5]])
    for z in (-1000.0, 0.0, 7.0, 1000.0):
        Z = np.array([[z], [3.0 * z]])
        np.testing.assert_array_equal(forward_again(Z, gamma, beta)[0], beta)
    with pytest.raises(ValueError, match="one example"):
        BatchNorm(2).train(np.ones((2, 1)))


def test_printed_examples_of_both_modes():
    gamma, beta, mu_run, sigma2_run = 2.0, 1.0, 3.0, 4.0
    for z, wanted in ((3.0, 1), (5.0, 3), (103.0, 101)):
        value = by_running(np.array([[z]]), gamma, beta, mu_run, sigma2_run)
        assert value.item() == pytest.approx(wanted, abs=5e-4)
    for others, wanted in (([1, 3], 1 + 2 * 2 / np.sqrt(8 / 3)), ([5, 11], 1 - 4 / np.sqrt(8))):
        value = forward_again(np.array([[5.0, *others]]), gamma, beta)[0][0, 0]
        assert value == pytest.approx(wanted, abs=5e-4)
    assert 1 + 4 / np.sqrt(8 / 3) == pytest.approx(3.449, abs=5e-4)
    assert 1 - 4 / np.sqrt(8) == pytest.approx(-0.414, abs=5e-4)


def test_folded_layer_gives_the_same_outputs():
    rng = np.random.default_rng(3)
    for n, n_prev, m in ((1, 1, 1), (4, 3, 5), (20, 30, 7)):
        W, A = rng.standard_normal((n, n_prev)), rng.standard_normal((n_prev, m))
        gamma, beta, mu_run = rng.standard_normal((3, n, 1))
        sigma2_run = rng.uniform(0.1, 3.0, (n, 1))
        W_folded, b_folded = fold(W, gamma, beta, mu_run, sigma2_run)
        assert W_folded.shape == (n, n_prev) and b_folded.shape == (n, 1)
        layer = BatchNorm(n)
        layer.gamma, layer.beta = gamma, beta
        layer.mu_run, layer.sigma2_run = mu_run, sigma2_run
        np.testing.assert_allclose(W_folded @ A + b_folded, layer.test(W @ A), rtol=0, atol=1e-12)
        np.testing.assert_allclose(
            folded_test(W @ A, gamma, beta, mu_run, sigma2_run), layer.test(W @ A),
            rtol=0, atol=1e-12)
        np.testing.assert_array_equal(by_running(W @ A, gamma, beta, mu_run, sigma2_run),
                                      folded_test(W @ A, gamma, beta, mu_run, sigma2_run))


def test_folding_by_hand():
    w, b = fold(np.array([[1.5]]), 2.0, 1.0, 3.0, 4.0, eps=0.0)
    assert (w.item(), b) == (1.5, -2.0)
    for a in (-3.0, 0.0, 10.0):  # z = 1.5 a
        assert w.item() * a + b == pytest.approx(2 * (1.5 * a - 3) / 2 + 1)


def test_batch_variance_is_too_small_on_average():
    rng = np.random.default_rng(4)
    for B, factor in ((2, 0.5), (4, 0.75), (64, 63 / 64)):
        Z = 2.0 * rng.standard_normal((100000, B))
        mean = np.mean(Z.var(axis=1))
        assert mean == pytest.approx(4 * factor, rel=0.01)
        assert np.mean(Z.var(axis=1, ddof=1)) == pytest.approx(4, rel=0.015)
    assert 63 / 64 == pytest.approx(0.984, abs=5e-4)


def test_extreme_scores_stay_finite():
    layer = BatchNorm(1)
    with np.errstate(all="raise"):
        layer.train(np.array([[1000.0, -1000.0]]))
        layer.train(np.array([[1000.0, 1000.0]]))
        assert np.isfinite(layer.test(np.array([[-1000.0, 1000.0]]))).all()


def test_curves_of_the_figure():
    means, quick = convergence.running_means(0.9)
    same, slow = convergence.running_means(0.99)
    np.testing.assert_array_equal(means, same)
    assert abs(quick[29] - 3) < 0.1 and slow[99] < 2 < 2.6 < slow[199] < 2.7
    assert np.std(quick[50:]) < 0.5 * np.std(means)


def test_batch_norm_forward_is_that_of_3_4():
    Z = np.random.default_rng(5).standard_normal((3, 6))
    for same in (batch_norm_forward, forward_again):
        np.testing.assert_array_equal(same(Z, 2.0, 1.0)[0], forward_of_3_4(Z, 2.0, 1.0)[0])


def test_self_check_numbers():
    w, b = fold(np.array([[3.0]]), 0.5, -1.0, 4.0, 0.25, eps=0.0)
    assert (w.item(), b) == (3.0, -5.0)
    layer = BatchNorm(1, rho=0.9)
    layer.train(np.array([[0.0, 2.0]]))
    layer.train(np.array([[4.0, 8.0]]))
    assert layer.mu_run.item() == pytest.approx(0.69)
    assert layer.sigma2_run.item() == pytest.approx(1.3)


@pytest.mark.reference
def test_statistics_and_outputs_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    layer, batches = filled_layer(rho=0.9, correction=1)
    biased, _ = filled_layer(rho=0.9, correction=0)
    other = torch.nn.BatchNorm1d(3, eps=1e-5, momentum=1 - 0.9, dtype=torch.float64)
    with torch.no_grad():
        other.weight.copy_(torch.tensor(layer.gamma.ravel()))
        other.bias.copy_(torch.tensor(layer.beta.ravel()))
    for Z in batches:
        ours, _ = batch_norm_forward(Z, layer.gamma, layer.beta)
        theirs = other(torch.tensor(Z.T.copy())).detach().numpy().T
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-10)  # the batch: biased
    mean, variance = other.running_mean.numpy(), other.running_var.numpy()
    np.testing.assert_allclose(layer.mu_run.ravel(), mean, rtol=0, atol=1e-10)
    np.testing.assert_allclose(layer.sigma2_run.ravel(), variance, rtol=0, atol=1e-10)
    assert np.abs(biased.sigma2_run.ravel() - variance).min() > 0.1
    other.eval()
    Z = np.random.default_rng(6).standard_normal((3, 5))
    theirs = other(torch.tensor(Z.T.copy())).detach().numpy().T
    np.testing.assert_allclose(layer.test(Z), theirs, rtol=0, atol=1e-10)
    np.testing.assert_allclose(layer.test(Z[:, :1]), theirs[:, :1], rtol=0, atol=1e-10)


@pytest.mark.reference
def test_pytorch_refuses_one_example_and_frozen_parameters_still_collect():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    layer = torch.nn.BatchNorm1d(2)
    with pytest.raises(ValueError, match="more than 1 value"):
        layer(torch.ones(1, 2))
    layer.requires_grad_(False)
    layer(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
    assert layer.running_mean.tolist() == pytest.approx([0.2, 0.3])
    assert (layer.momentum, layer.eps) == (0.1, 1e-5)


@pytest.mark.reference
def test_keras_keeps_the_biased_variance_and_the_other_momentum():
    keras = pytest.importorskip("keras", reason="Keras is not installed")
    ours, batches = filled_layer(rho=0.99, correction=0)
    layer = keras.layers.BatchNormalization()
    assert (layer.momentum, layer.epsilon) == (0.99, 0.001)
    for Z in batches:
        theirs = layer(Z.T.astype("float32"), training=True).numpy().T
        wanted, _ = batch_norm_forward(Z, 1.0, 0.0, eps=0.001)  # the batch: biased
        np.testing.assert_allclose(theirs, wanted, rtol=0, atol=1e-5)
    np.testing.assert_allclose(layer.moving_mean.numpy(), ours.mu_run.ravel(), rtol=1e-5)
    np.testing.assert_allclose(layer.moving_variance.numpy(), ours.sigma2_run.ravel(), rtol=1e-5)
    one = layer(Z[:, :1].T.astype("float32"), training=True).numpy()
    np.testing.assert_array_equal(one, np.zeros((1, 3)))  # beta, without a complaint
    layer.trainable = False
    before = layer.moving_mean.numpy()
    frozen = layer(Z.T.astype("float32"), training=True).numpy().T
    np.testing.assert_array_equal(layer.moving_mean.numpy(), before)
    wanted = by_running(Z, 1.0, 0.0, before[:, None],
                        layer.moving_variance.numpy()[:, None], eps=0.001)
    np.testing.assert_allclose(frozen, wanted, rtol=0, atol=1e-5)
