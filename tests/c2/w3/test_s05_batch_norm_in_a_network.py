"""Section 3.5: a network with batch norm, the useless bias, the scale of the weights."""

import numpy as np
import pytest

from c2.w3 import s05_minibatch_statistics as statistics_figure
from c2.w3.s05_bias_is_redundant import scores_and_gradients
from c2.w3.s05_count_parameters import count
from c2.w3.s05_scale_invariance_in_w import layer
from c2.w3.s05_two_layer_net_with_bn import backward, forward, minibatches, update


def example(seed, n=5, m=24):
    rng = np.random.default_rng(seed)
    p = {"W1": rng.standard_normal((n, 3)), "gamma1": rng.uniform(0.5, 2, (n, 1)),
         "beta1": rng.standard_normal((n, 1)), "W2": rng.standard_normal((1, n)),
         "b2": rng.standard_normal((1, 1))}
    return p, rng.standard_normal((3, m)), (rng.random((1, m)) < 0.5).astype(float)


def cost(p, X, Y):
    Z2, _ = forward(p, X)
    return np.mean(np.logaddexp(0.0, Z2) - Y * Z2)


@pytest.mark.parametrize("seed", range(3))
def test_gradients_against_central_differences(seed):
    p, X, Y = example(seed)
    Z2, cache = forward(p, X)
    ours = backward(p, Z2, cache, X, Y)
    assert set(ours) == {"d" + name for name in p}
    flat, numeric = [], []
    for name, value in p.items():
        assert ours["d" + name].shape == value.shape
        for entry in np.ndindex(value.shape):
            sides = []
            for step in (1e-5, -1e-5):
                moved = value.copy()
                moved[entry] += step
                sides.append(cost(p | {name: moved}, X, Y))
            numeric.append((sides[0] - sides[1]) / 2e-5)
            flat.append(ours["d" + name][entry])
    flat, numeric = np.array(flat), np.array(numeric)
    distance = np.linalg.norm(flat - numeric)
    assert distance < 1e-7 * (np.linalg.norm(flat) + np.linalg.norm(numeric))


@pytest.mark.reference
def test_gradients_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    p, X, Y = example(4)
    net = torch.nn.Sequential(
        torch.nn.Linear(3, 5, bias=False), torch.nn.BatchNorm1d(5), torch.nn.Tanh(),
        torch.nn.Linear(5, 1)).double().train()
    theirs = {"W1": net[0].weight, "gamma1": net[1].weight, "beta1": net[1].bias,
              "W2": net[3].weight, "b2": net[3].bias}
    with torch.no_grad():
        for name, value in theirs.items():
            value.copy_(torch.tensor(p[name].reshape(value.shape)))
    out = net(torch.tensor(X.T.copy()))
    loss = torch.nn.functional.binary_cross_entropy_with_logits(out, torch.tensor(Y.T.copy()))
    loss.backward()
    Z2, cache = forward(p, X)
    ours = backward(p, Z2, cache, X, Y)
    np.testing.assert_allclose(Z2, out.detach().numpy().T, rtol=0, atol=1e-9)
    assert cost(p, X, Y) == pytest.approx(loss.item(), abs=1e-9)
    for name, value in theirs.items():
        np.testing.assert_allclose(ours["d" + name].ravel(), value.grad.numpy().ravel(), rtol=0,
                                   atol=1e-9)


def test_cost_falls_over_200_steps():
    rng = np.random.default_rng(3)
    X = rng.uniform(-1.0, 1.0, (2, 320))
    Y = (X[:1] * X[1:] > 0).astype(float)
    p = {"W1": rng.standard_normal((8, 2)), "gamma1": np.ones((8, 1)),
         "beta1": np.zeros((8, 1)), "W2": 0.1 * rng.standard_normal((1, 8)),
         "b2": np.zeros((1, 1))}
    first, before = cost(p, X, Y), p["W1"].copy()
    start, steps = p, 0
    for _ in range(40):
        for X_t, Y_t in minibatches(X, Y, 64, rng):
            p = update(p, backward(p, *forward(p, X_t), X_t, Y_t), 0.5)
            steps += 1
    assert steps == 200 and cost(p, X, Y) < 0.5 * first
    np.testing.assert_array_equal(start["W1"], before)


def test_mini_batches_of_the_program():
    rng = np.random.default_rng(0)
    X = np.arange(10.0).reshape(1, 10)
    parts = list(minibatches(X, X + 100, 4, rng))
    assert [part.shape[1] for part, _ in parts] == [4, 4, 2]
    assert sorted(np.hstack([part for part, _ in parts])[0]) == list(range(10))
    assert all((Y_t == X_t + 100).all() for X_t, Y_t in parts)
    assert 41 * len(list(minibatches(np.zeros((2, 320)), np.zeros((1, 320)), 64, rng))) == 205


def test_normalized_scores_have_mean_beta_and_deviation_gamma():
    p, X, _ = example(5, m=200)
    _, (A1, (Z_norm, _, _)) = forward(p, X)
    Z_tilde = np.arctanh(A1)
    np.testing.assert_allclose(Z_tilde.mean(axis=1, keepdims=True), p["beta1"], rtol=0, atol=1e-9)
    np.testing.assert_allclose(Z_tilde.std(axis=1, keepdims=True), p["gamma1"], rtol=1e-3)
    assert Z_norm.shape == (5, 200)


def test_bias_before_batch_norm_is_redundant():
    p, X, Y = example(6)
    plain, _ = forward(p, X)
    gradients = backward(p, *forward(p, X), X, Y)
    for shift in (0.0, 100.0):
        Z2, db1, dbeta1 = scores_and_gradients(p | {"b1": np.full((5, 1), shift)}, X, Y)
        assert np.all(np.abs(db1) < 1e-12)
        np.testing.assert_allclose(Z2, plain, rtol=0, atol=1e-12)
        np.testing.assert_allclose(dbeta1, gradients["dbeta1"], rtol=0, atol=1e-12)
    assert np.all(np.abs(gradients["dbeta1"]) > 1e-6)


@pytest.mark.parametrize("c", [0.1, 10.0])
def test_scale_of_the_weights_does_not_matter(c):
    rng = np.random.default_rng(7)
    W, A, dZ_tilde = (rng.standard_normal(shape) for shape in ((4, 6), (6, 50), (4, 50)))
    Z_tilde, dW = layer(W, A, dZ_tilde)
    scaled, dW_scaled = layer(c * W, A, dZ_tilde)
    np.testing.assert_allclose(scaled, Z_tilde, rtol=0, atol=1e-6)
    np.testing.assert_allclose(c * dW_scaled, dW, rtol=1e-6)
    np.testing.assert_allclose(np.sum(W * dW, axis=1), 0, rtol=0, atol=1e-9)
    lengths = np.sum((W - dW)**2, axis=1)  # Pythagoras: a step can only lengthen a row
    np.testing.assert_allclose(lengths, np.sum(W**2 + dW**2, axis=1), rtol=1e-9)


def test_gradient_of_the_layer_against_central_differences():
    rng = np.random.default_rng(10)
    W, A, target = (rng.standard_normal(shape) for shape in ((2, 3), (3, 20), (2, 20)))

    def cost(W):  # mean over the examples of half the squared distances
        return np.sum((layer(W, A, target)[0] - target)**2) / (2 * A.shape[1])

    _, dW = layer(W, A, layer(W, A, target)[0] - target)
    numeric = np.empty_like(W)
    for entry in np.ndindex(W.shape):
        step = np.zeros_like(W)
        step[entry] = 1e-5
        numeric[entry] = (cost(W + step) - cost(W - step)) / 2e-5
    distance = np.linalg.norm(dW - numeric)
    assert distance < 1e-7 * (np.linalg.norm(dW) + np.linalg.norm(numeric))


def test_a_negative_factor_flips_the_sign():
    rng = np.random.default_rng(8)
    W, A, dZ_tilde = (rng.standard_normal(shape) for shape in ((2, 3), (3, 20), (2, 20)))
    np.testing.assert_allclose(layer(-W, A, dZ_tilde)[0], -layer(W, A, dZ_tilde)[0], rtol=1e-9)


def test_one_example_and_extreme_inputs():
    p, X, Y = example(9, m=1)
    gradients = backward(p, *forward(p, X), X, Y)
    np.testing.assert_array_equal(gradients["dW1"], np.zeros((5, 3)))
    with np.errstate(all="raise", under="ignore"):
        p, X, Y = example(9)
        gradients = backward(p, *forward(p, 1000 * X), 1000 * X, Y)
    assert all(np.isfinite(value).all() for value in gradients.values())


def test_counts_of_the_page():
    assert count([3, 4, 2, 1], True) == [20, 12, 3] and sum(count([3, 4, 2, 1], False)) == 29
    assert sum(count([5, 10, 3, 1], True)) == 110 and sum(count([5, 10, 3, 1], False)) == 97
    p, _, _ = example(0)
    assert sum(value.size for value in p.values()) == sum(count([3, 5, 1], True))


def test_three_mini_batches_of_the_figure_differ():
    values = [f"{value:.2f}" for pair in statistics_figure.statistics() for value in pair]
    assert len(set(values)) == 6
