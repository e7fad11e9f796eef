"""Section 1.2: one ReLU neuron, and a densely connected 4-3-1 network."""

import numpy as np
import pytest

from c1.w1.s02_relu_house_price import fit_line, price, relu
from c1.w1.s02_tiny_dense_network import forward

SIZE = np.array([700.0, 900.0, 1200.0, 1600.0, 1900.0, 2100.0])
SOLD = np.array([58.0, 50.0, 142.0, 242.0, 270.0, 318.0])
W1 = np.array([[1.0, 1.0, 0.5, -0.2], [0.5, -1.0, 1.0, 0.4], [-1.0, 0.2, 0.5, 0.5]])
B1 = np.array([[-2.0], [-1.0], [-4.0]])
W2, B2 = np.array([[40.0, 30.0, 20.0]]), np.array([[50.0]])
HOUSE = np.array([[2.0], [3.0], [4.0], [5.0]])


def test_prices_of_the_page():
    sizes = np.array([400.0, 500.0, 1000.0, 2000.0])
    np.testing.assert_array_equal(price(sizes, 0.2, -100.0), [0.0, 0.0, 100.0, 300.0])
    assert 0.2 * 400 - 100 == -20.0


def test_line_through_six_houses_agrees_with_numpy():
    np.testing.assert_allclose(fit_line(SIZE, SOLD), [0.2, -100.0], rtol=1e-12)
    rng = np.random.default_rng(0)
    for _ in range(20):
        x, y = rng.standard_normal(6), rng.standard_normal(6)
        np.testing.assert_allclose(fit_line(x, y), np.polyfit(x, y, 1), rtol=1e-9)


def test_line_is_exact_on_points_of_a_line():
    x = np.array([1.0, 2.0, 5.0])
    np.testing.assert_allclose(fit_line(x, 3.0 * x - 4.0), [3.0, -4.0], rtol=1e-13)


def test_price_is_never_negative_and_flat_up_to_the_kink():
    sizes = np.linspace(0.0, 5000.0, 100_001)
    prices = price(sizes, 0.2, -100.0)
    assert prices.min() == 0.0
    assert np.all(prices[sizes <= 500.0] == 0.0)
    np.testing.assert_allclose(np.diff(prices[sizes >= 500.0]), 0.2 * 0.05, rtol=1e-6)


@pytest.mark.parametrize("z", [-1000.0, -1e-300, 0.0, 1e-300, 1000.0])
def test_relu_is_exactly_zero_below_and_the_score_above(z):
    assert relu(z) == (z if z > 0 else 0.0)


def test_worked_network_of_the_page():
    a, y_hat = forward(HOUSE, W1, B1, W2, B2)
    np.testing.assert_allclose(a, [[4.0], [3.0], [0.0]], rtol=1e-14)
    np.testing.assert_allclose(y_hat, [[300.0]], rtol=1e-14)
    np.testing.assert_allclose(W1[2] @ HOUSE + B1[2], [-0.9], rtol=1e-14)


def test_network_agrees_with_a_double_loop():
    rng = np.random.default_rng(1)
    for _ in range(50):
        x, W, b = (rng.standard_normal(shape) for shape in ((4, 1), (3, 4), (3, 1)))
        v, c = rng.standard_normal((1, 3)), rng.standard_normal((1, 1))
        hidden = [max(0.0, sum(W[j, k] * x[k, 0] for k in range(4)) + b[j, 0]) for j in range(3)]
        wanted = max(0.0, sum(v[0, j] * hidden[j] for j in range(3)) + c[0, 0])
        a, y_hat = forward(x, W, b, v, c)
        assert a.shape == (3, 1) and y_hat.shape == (1, 1)
        np.testing.assert_allclose(a.ravel(), hidden, atol=1e-12)
        assert y_hat.item() == pytest.approx(wanted, abs=1e-12)


def test_a_row_of_weights_feeds_one_hidden_unit():
    before, _ = forward(HOUSE, W1, B1, W2, B2)
    for row in range(3):
        cut = W1.copy()
        cut[row] = 0.0
        after, _ = forward(HOUSE, cut, B1, W2, B2)
        others = [j for j in range(3) if j != row]
        np.testing.assert_array_equal(after[others], before[others])
        assert after[row, 0] == max(0.0, B1[row, 0])


def test_self_check_answers():
    cut = W1.copy()
    cut[1] = 0.0
    assert forward(HOUSE, cut, B1, W2, B2)[1].item() == pytest.approx(210.0)
    assert sum(p.size for p in (W1, B1, W2, B2)) == 4 * 3 + 3 + 3 + 1 == 19
    assert price(450.0, 0.2, -100.0) == 0.0 and price(1500.0, 0.2, -100.0) == 200.0


def test_several_houses_at_once_and_wrong_shapes():
    both = np.hstack([HOUSE, np.zeros((4, 1))])
    a, y_hat = forward(both, W1, B1, W2, B2)
    assert a.shape == (3, 2)
    np.testing.assert_allclose(y_hat, [[300.0, 50.0]], rtol=1e-14)
    with pytest.raises(ValueError):
        forward(HOUSE[:3], W1, B1, W2, B2)


@pytest.mark.reference
def test_network_agrees_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    layers = [torch.tensor(p) for p in (W1, B1.ravel(), W2, B2.ravel())]
    linear, relu_of = torch.nn.functional.linear, torch.relu
    hidden = relu_of(linear(torch.tensor(HOUSE.T), *layers[:2]))
    y_hat = relu_of(linear(hidden, *layers[2:]))
    assert y_hat.item() == pytest.approx(forward(HOUSE, W1, B1, W2, B2)[1].item(), rel=1e-12)
