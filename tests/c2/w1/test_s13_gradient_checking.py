"""Section 1.13: parameters as one vector, the check ratio, and finding the wrong component."""

import numpy as np
import pytest

from c2.w1.s13_flatten_unflatten import flatten, flatten_gradients, shapes_of, unflatten
from c2.w1.s13_grad_check import backward, cost, forward, numeric_gradient, ratio
from c2.w1.s13_which_component import names_of, worst

SHAPES = {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}
SEEDS = range(5)


def network(seed):
    """Return theta, the parameters, X, Y and the gradients of the section's network."""
    rng = np.random.default_rng(seed)
    theta = rng.standard_normal(21)
    X, Y = rng.standard_normal((3, 6)), np.array([[1, 0, 1, 1, 0, 0]])
    parameters = unflatten(theta, SHAPES)
    return theta, parameters, X, Y, backward(parameters, forward(parameters, X), X, Y)


def numeric(seed, epsilon=1e-7):
    """Return the numerical gradient of the section's network."""
    theta, _, X, Y, _ = network(seed)
    return numeric_gradient(lambda t: cost(forward(unflatten(t, SHAPES), X)[2], Y), theta, epsilon)


def numeric_in_float32(seed, epsilon):
    """Return the numerical gradient with every number in single precision."""
    theta, _, X, Y, _ = network(seed)
    X, Y, theta = (value.astype(np.float32) for value in (X, Y, theta))
    steps = np.eye(21, dtype=np.float32) * np.float32(epsilon)
    up, down = ([cost(forward(unflatten(theta + sign * step, SHAPES), X)[2], Y)
                 for step in steps] for sign in (1, -1))
    assert up[0].dtype == np.float32
    return (np.array(up) - np.array(down)) / np.float32(2 * epsilon)


@pytest.mark.parametrize("seed", SEEDS)
def test_round_trip(seed):
    rng = np.random.default_rng(seed)
    n = rng.integers(1, 7, 5)
    parameters = {}
    for layer in range(1, 5):
        parameters[f"W{layer}"] = rng.standard_normal((n[layer], n[layer - 1]))
        parameters[f"b{layer}"] = rng.standard_normal((n[layer], 1))
    theta, shapes = flatten(parameters), shapes_of(parameters)
    assert theta.shape == (sum(n[k] * (n[k - 1] + 1) for k in range(1, 5)),)
    back = unflatten(theta, shapes)
    assert list(back) == list(parameters)
    assert all(np.array_equal(back[name], parameters[name]) for name in back)


def test_row_by_row_even_from_columns():
    W = np.asfortranarray([[1.0, 2.0], [3.0, 4.0]])
    assert flatten({"W1": W}).tolist() == [1, 2, 3, 4]
    assert unflatten(np.arange(4.0), {"W1": (2, 2)})["W1"].tolist() == [[0, 1], [2, 3]]


@pytest.mark.parametrize("size", [20, 22])
def test_wrong_length(size):
    with pytest.raises(ValueError, match="reshape"):
        unflatten(np.zeros(size), SHAPES)


def test_gradients_follow_the_parameters():
    gradients = {"dW2": np.array([[3.0]]), "db1": np.array([[2.0]]), "dW1": np.array([[0.0, 1.0]])}
    assert flatten_gradients(gradients, ["W1", "b1", "W2"]).tolist() == [0, 1, 2, 3]


def test_numeric_gradient_of_a_quadratic():
    def J(theta):
        return theta[0] ** 2 + 3 * theta[0] * theta[1]
    theta = np.array([1.0, 2.0])
    for epsilon, tight in ((0.1, 1e-12), (1e-7, 1e-7)):
        np.testing.assert_allclose(numeric_gradient(J, theta, epsilon), [8, 3], rtol=0, atol=tight)
    assert theta.tolist() == [1, 2]
    assert [J(t) for t in ((1.1, 2), (0.9, 2), (1, 2.1), (1, 1.9))] == pytest.approx(
        [7.81, 6.21, 7.3, 6.7])


def test_ratio_by_hand():
    right, wrong = np.array([8.0, 3.0]), np.array([8.0, 4.0])
    assert np.linalg.norm(right) == pytest.approx(8.544, abs=5e-4)
    assert np.linalg.norm(wrong) == pytest.approx(8.944, abs=5e-4)
    assert ratio(right, wrong) == pytest.approx(1 / 17.488, rel=1e-4)
    assert ratio(right, wrong) == pytest.approx(0.057, abs=5e-4)
    assert ratio(1000 * right, 1000 * wrong) == pytest.approx(ratio(right, wrong))
    assert ratio(right, right) == 0
    assert ratio(np.zeros(2), np.zeros(2)) == 0
    assert ratio(right, np.zeros(2)) == 1


def test_ratio_lies_between_0_and_1():
    rng = np.random.default_rng(0)
    for _ in range(200):
        assert 0 <= ratio(*rng.standard_normal((2, 3))) <= 1 + 1e-15


@pytest.mark.parametrize("k", [0.1, 1 / 6, 1.01, 2.0, 6.0])
def test_constant_factor(k):
    true = np.array([3.0, -4.0, 12.0])
    assert ratio(true, k * true) == pytest.approx(abs(k - 1) / (k + 1))
    assert ratio(true, -k * true) == pytest.approx(1)
    assert ratio(true, 1.01 * true) == pytest.approx(0.005, rel=0.01)


@pytest.mark.parametrize("seed", SEEDS)
def test_network(seed):
    dtheta, approx = flatten_gradients(network(seed)[4], SHAPES), numeric(seed)
    assert 1e-10 < ratio(approx, dtheta) < 1e-8  # the page: 1.6e-9 to 4.0e-9
    assert ratio(numeric(seed, 1e-5), dtheta) < 1e-10
    assert ratio(approx, 2 * dtheta) == pytest.approx(1 / 3, abs=1e-6)
    assert ratio(approx, -dtheta) == pytest.approx(1)
    assert ratio(approx, -3 * dtheta) == pytest.approx(1)
    np.testing.assert_allclose(approx, dtheta, rtol=0, atol=2e-8)


@pytest.mark.parametrize("seed", SEEDS)
def test_order_pitfall(seed):
    gradients, approx = network(seed)[4], numeric(seed)
    assert list(gradients) == ["dW1", "dW2", "db1", "db2"]
    assert 0.34 < ratio(approx, flatten(gradients)) < 0.615
    columns = [gradients["d" + name].ravel(order="F") for name in SHAPES]
    assert ratio(approx, np.concatenate(columns)) > 0.2


@pytest.mark.parametrize("seed", SEEDS)
def test_single_precision_fails(seed):
    dtheta = flatten_gradients(network(seed)[4], SHAPES)
    assert ratio(numeric_in_float32(seed, 1e-7), dtheta) > 0.5
    steps = (1e-2, 3e-3, 1e-3, 3e-4, 1e-4)
    best = min(ratio(numeric_in_float32(seed, step), dtheta) for step in steps)
    assert 1e-5 < best < 4e-5


def test_kink():
    def relu(theta):
        return np.maximum(0.0, theta[0])
    assert numeric_gradient(relu, np.array([5e-8]))[0] == pytest.approx(0.75)


@pytest.mark.parametrize("m", [1, 6])
def test_one_example_and_many(m):
    theta, parameters, X, Y, _ = network(0)
    X, Y = X[:, :m], Y[:, :m]
    gradients = backward(parameters, forward(parameters, X), X, Y)
    approx = numeric_gradient(lambda t: cost(forward(unflatten(t, SHAPES), X)[2], Y), theta)
    assert ratio(approx, flatten_gradients(gradients, SHAPES)) < 1e-7


@pytest.mark.parametrize("column", range(4))
def test_planted_bug_is_named_first(column):
    gradients, approx = network(0)[4], numeric(0)
    gradients["dW2"][0, column] += 0.01
    dtheta = flatten_gradients(gradients, SHAPES)
    found = worst(approx, dtheta, SHAPES)
    assert len(found) == 3
    assert found[0][0] == f"W2[0, {column}]"
    assert found[0][2] - found[0][1] == pytest.approx(0.01, abs=1e-6)
    gaps = [abs(a - d) for _, a, d in worst(approx, dtheta, SHAPES, count=21)]
    assert gaps == sorted(gaps, reverse=True)


def test_names_point_to_their_places():
    theta = np.arange(21.0)
    parameters, names = unflatten(theta, SHAPES), names_of(SHAPES)
    assert len(names) == len(set(names)) == 21
    for place, name in enumerate(names):
        array, index = name.rstrip("]").split("[")
        assert parameters[array][tuple(map(int, index.split(",")))] == place


def test_self_check():
    true = numeric(0)
    assert ratio(true, 6 * true) == pytest.approx(0.714, abs=5e-4)
    assert ratio(true, true / 6) == pytest.approx(5 / 7)
    n = (5, 4, 3, 1)
    parameters = {f"{name}{k}": np.zeros((n[k], columns))
                  for k in (1, 2, 3) for name, columns in (("W", n[k - 1]), ("b", 1))}
    calls = []
    numeric_gradient(lambda t: calls.append(1) or 0.0, flatten(parameters))
    assert (flatten(parameters).size, len(calls)) == (43, 86)


@pytest.mark.reference
def test_agrees_with_torch():
    torch = pytest.importorskip("torch")
    theta, _, X, Y, gradients = network(0)
    p = {name: torch.tensor(value, requires_grad=True)
         for name, value in unflatten(theta, SHAPES).items()}
    A1 = torch.tanh(p["W1"] @ torch.tensor(X) + p["b1"])
    Z2 = p["W2"] @ A1 + p["b2"]
    loss = torch.nn.functional.binary_cross_entropy_with_logits
    loss(Z2, torch.tensor(Y, dtype=torch.float64)).backward()
    for name in SHAPES:
        np.testing.assert_allclose(gradients["d" + name], p[name].grad.numpy(), rtol=0, atol=1e-10)
