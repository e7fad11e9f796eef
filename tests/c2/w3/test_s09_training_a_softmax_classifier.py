"""Section 3.9: cross-entropy and its gradient, one-hot columns, two classes, training."""

import warnings

import numpy as np
import pytest

from c2.w3 import s09_loss_curve as loss_curve
from c2.w3 import s09_train_softmax_regression as trainer
from c2.w3.s08_softmax import softmax as softmax_of_3_8
from c2.w3.s08_softmax_jacobian import softmax_jacobian
from c2.w3.s09_cross_entropy_and_gradient import cost, loss, output_error, softmax
from c2.w3.s09_one_hot import class_numbers, one_hot
from c2.w3.s09_softmax_equals_logistic_for_two_classes import (
    logistic_loss,
    sigmoid,
    softmax_loss,
)
from c2.w3.s09_softmax_equals_logistic_for_two_classes import softmax as softmax_of_two

Y_HAT = np.array([[0.3], [0.2], [0.1], [0.4]])
CAT = np.array([[0.0], [1.0], [0.0], [0.0]])
CENTERS = np.array([[0.0, 2.5, -2.5], [3.0, -1.5, -1.5]])


def random_case(seed, C=4, m=6):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((C, m)), np.eye(C)[:, rng.integers(C, size=m)]


def plain_loss(z, y):
    """Return the loss of one example by the textbook formula."""
    t = [np.exp(value) for value in z]
    return -sum(y_j * np.log(t_j / sum(t)) for y_j, t_j in zip(y, t, strict=True))


def difference(one, other):
    return np.linalg.norm(one - other) / (np.linalg.norm(one) + np.linalg.norm(other))


def test_worked_numbers_of_the_page():
    z = np.log(Y_HAT)
    np.testing.assert_allclose(softmax(z), Y_HAT, rtol=1e-14)
    assert cost(z, CAT) == pytest.approx(-np.log(0.2)) == pytest.approx(1.6094, abs=5e-5)
    np.testing.assert_allclose(output_error(z, CAT), [[0.3], [-0.8], [0.1], [0.4]], atol=1e-15,
                               rtol=0)
    for p, value in ((1, 0), (0.9, 0.105), (0.5, 0.693), (0.01, 4.605)):
        assert -np.log(p) == pytest.approx(value, abs=5e-4)


@pytest.mark.parametrize("shape", [(2, 1), (4, 6), (10, 3)])
def test_loss_is_that_of_the_textbook(shape):
    Z, Y = random_case(0, *shape)
    assert loss(Z, Y).shape == (1, shape[1])
    wanted = [[plain_loss(Z[:, i], Y[:, i]) for i in range(shape[1])]]
    np.testing.assert_allclose(loss(Z, Y), wanted, rtol=1e-12)
    assert cost(Z, Y) == pytest.approx(np.mean(wanted), rel=1e-12)
    assert trainer.cost(Z, Y) == pytest.approx(cost(Z, Y), rel=1e-12)


def test_gradient_agrees_with_central_differences():
    for seed in range(5):
        Z, Y = random_case(seed)
        numeric = np.zeros_like(Z)
        for j, i in np.ndindex(Z.shape):
            step = 1e-5 * np.eye(len(Z))[j]
            ends = [plain_loss(Z[:, i] + sign * step, Y[:, i]) for sign in (1, -1)]
            numeric[j, i] = (ends[0] - ends[1]) / 2e-5
        dZ = output_error(Z, Y)
        assert difference(dZ, numeric) < 1e-7
        np.testing.assert_allclose(dZ.sum(axis=0), np.zeros(Z.shape[1]), rtol=0, atol=1e-14)


def test_jacobian_times_slope_of_log_is_the_error_and_once_more_is_not():
    Z, Y = random_case(3, m=1)
    slope = -Y / softmax(Z)
    np.testing.assert_allclose(softmax_jacobian(Z) @ slope, output_error(Z, Y), rtol=0, atol=1e-14)
    again = softmax_jacobian(Z) @ output_error(Z, Y)
    assert difference(again, output_error(Z, Y)) > 0.1


def test_extreme_scores_stay_finite_where_log_of_the_probability_does_not():
    Z = np.array([[1000.0, -1000.0], [0.0, 0.0], [-1000.0, 1000.0]])
    Y = np.array([[0.0, 1.0], [0.0, 0.0], [1.0, 0.0]])
    with np.errstate(all="raise", under="ignore"):
        np.testing.assert_array_equal(loss(Z, Y), [[2000.0, 2000.0]])
        assert trainer.cost(Z, Y) == 2000.0 and np.isfinite(output_error(Z, Y)).all()
        far = np.array([[1000.0, -1000.0], [1000.0, -1000.0]])  # each column has its own top
        np.testing.assert_allclose(loss(far, np.eye(2)), np.full((1, 2), np.log(2)))
        np.testing.assert_array_equal(softmax_loss(Z[::2], Y[::2]), [[2000.0, 2000.0]])
        np.testing.assert_array_equal(sigmoid(np.array([1000.0, -1000.0])), [1.0, 0.0])
    with np.errstate(divide="ignore", invalid="ignore"):
        assert not np.isfinite(np.sum(Y * np.log(softmax(Z))))


@pytest.mark.parametrize("C", [2, 3, 4, 10])
def test_equal_scores_cost_ln_C(C):
    Y = one_hot(np.arange(C), C)
    assert cost(np.zeros((C, C)), Y) == pytest.approx(np.log(C), rel=1e-14)
    assert trainer.cost(np.full((C, C), 7.0), Y) == pytest.approx(np.log(C), rel=1e-14)


def test_softmax_applied_twice_keeps_the_loss_above_its_floor():
    floor = np.log(np.e + 3) - 1
    assert floor == pytest.approx(0.744, abs=5e-4)
    assert cost(softmax(1000.0 * CAT), CAT) == pytest.approx(floor)
    for seed in range(20):
        Z, Y = random_case(seed)
        assert loss(softmax(20 * Z), Y).min() >= floor - 1e-12


def test_hardmax_has_no_slope():
    z = np.array([[5.0], [2.0], [-1.0], [3.0]])
    hard = one_hot(class_numbers(z), 4)
    np.testing.assert_array_equal(hard, [[1], [0], [0], [0]])
    for j in range(4):
        moved = z + 0.5 * np.eye(4)[:, [j]]
        np.testing.assert_array_equal(one_hot(class_numbers(moved), 4), hard)


def test_one_hot_there_and_back():
    Y = one_hot([1, 2, 0], C=4)
    np.testing.assert_array_equal(Y, [[0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 0, 0]])
    labels = np.random.default_rng(0).integers(7, size=50)
    Y = one_hot(labels, 7)
    np.testing.assert_array_equal(class_numbers(Y), labels)
    np.testing.assert_array_equal(Y.sum(axis=0), np.ones(50))
    assert one_hot([0], 1).tolist() == [[1.0]] and one_hot([], 3).shape == (3, 0)


@pytest.mark.parametrize("labels", [[4], [-1], [0, 1, 9]])
def test_labels_out_of_range_are_refused(labels):
    with pytest.raises(ValueError, match="0 to 3"):
        one_hot(labels, 4)


def test_two_classes_are_logistic_regression():
    rng = np.random.default_rng(1)
    Z = 3 * rng.standard_normal((2, 1000))
    Y = one_hot(rng.integers(2, size=1000), 2)
    z = Z[:1] - Z[1:]
    np.testing.assert_allclose(softmax(Z)[:1], sigmoid(z), rtol=0, atol=1e-15)
    np.testing.assert_allclose(softmax(Z)[1:], sigmoid(-z), rtol=0, atol=1e-15)
    np.testing.assert_allclose(softmax_loss(Z, Y), logistic_loss(z, Y[:1]), rtol=0, atol=1e-13)
    np.testing.assert_allclose(softmax_loss(Z, Y), loss(Z, Y), rtol=0, atol=1e-13)
    np.testing.assert_allclose(output_error(Z, Y)[:1], sigmoid(z) - Y[:1], rtol=0, atol=1e-15)


def numeric_gradient(parameters, name, X, Y):
    """Return central differences of the mean plain loss."""
    out = np.zeros_like(parameters[name])
    for place in np.ndindex(out.shape):
        ends = []
        for shift in (1e-5, -1e-5):
            moved = {key: value.copy() for key, value in parameters.items()}
            moved[name][place] += shift
            Z = moved["W1"] @ X + moved["b1"]
            ends.append(np.mean([plain_loss(z, y) for z, y in zip(Z.T, Y.T, strict=True)]))
        out[place] = (ends[0] - ends[1]) / 2e-5
    return out


@pytest.mark.parametrize("m", [1, 9])
def test_gradients_of_the_parameters(m):
    rng = np.random.default_rng(2)
    parameters = {"W1": rng.standard_normal((3, 2)), "b1": rng.standard_normal((3, 1))}
    X, Y = rng.standard_normal((2, m)), np.eye(3)[:, rng.integers(3, size=m)]
    gradients = trainer.backward(parameters["W1"] @ X + parameters["b1"], X, Y)
    for name, value in gradients.items():
        assert value.shape == parameters[name[1:]].shape
        assert difference(value, numeric_gradient(parameters, name[1:], X, Y)) < 1e-7


def test_training_on_three_blobs():
    rng = np.random.default_rng(0)
    X, labels = trainer.make_blobs(CENTERS, 300, rng)
    parameters, costs = trainer.train(X, np.eye(3)[:, labels], alpha=0.1, steps=501)
    assert costs[0] == pytest.approx(np.log(3), rel=1e-12) == pytest.approx(1.0986, abs=5e-5)
    for step, value in ((10, 0.2558), (100, 0.0649), (500, 0.0367)):
        assert costs[step] == pytest.approx(value, abs=5e-5)
    assert np.all(np.diff(costs) < 0)
    fresh, labels = trainer.make_blobs(CENTERS, 3000, rng)
    right = np.mean(trainer.predict(parameters, fresh) == labels)
    assert right > 0.95 and right == pytest.approx(0.99, abs=5e-4)
    np.testing.assert_allclose(parameters["W1"].sum(axis=0), [0, 0], rtol=0, atol=1e-12)


def test_softmax_is_that_of_3_8():
    Z, _ = random_case(9)
    for same in (softmax, trainer.softmax, softmax_of_two):
        np.testing.assert_array_equal(same(Z), softmax_of_3_8(Z))
        np.testing.assert_array_equal(same(1000.0 * Z), softmax_of_3_8(1000.0 * Z))


def test_bars_of_the_figure_are_errors():
    for p in loss_curve.CHANCES:
        y_hat = loss_curve.prediction(p)
        assert y_hat.sum() == pytest.approx(1) and y_hat[1, 0] == pytest.approx(p)
    np.testing.assert_allclose(loss_curve.prediction(0.2), Y_HAT, rtol=1e-14)


def test_self_check_numbers():
    y_hat = np.array([[0.5], [0.25], [0.25]])
    y = one_hot([2], 3)
    assert cost(np.log(y_hat), y) == pytest.approx(np.log(4)) == pytest.approx(1.386, abs=5e-4)
    np.testing.assert_allclose(output_error(np.log(y_hat), y), [[0.5], [0.25], [-0.75]])
    assert np.log(10) == pytest.approx(2.303, abs=5e-4)
    alike, labels = np.zeros((10, 20)), np.arange(20) % 10
    for shifted in (labels, (labels + 1) % 10):  # shifted labels do not show in the first cost
        assert cost(alike, one_hot(shifted, 10)) == pytest.approx(np.log(10))
    assert loss(alike, one_hot(labels, 10)).sum() == pytest.approx(20 * np.log(10))


@pytest.mark.reference
def test_loss_and_gradients_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    cross_entropy = torch.nn.functional.cross_entropy
    Z, Y = random_case(4, C=5, m=8)
    rows = torch.tensor(Z.T.copy(), requires_grad=True)  # one example per row
    J = cross_entropy(rows, torch.tensor(class_numbers(Y)))
    J.backward()
    assert cost(Z, Y) == pytest.approx(J.item(), abs=1e-12)
    np.testing.assert_allclose(output_error(Z, Y) / 8, rows.grad.numpy().T, rtol=0, atol=1e-12)
    rng = np.random.default_rng(5)
    X, W, b = rng.standard_normal((2, 8)), rng.standard_normal((5, 2)), rng.standard_normal((5, 1))
    tensors = [torch.tensor(value, requires_grad=True) for value in (W, b)]
    cross_entropy((tensors[0] @ torch.tensor(X) + tensors[1]).T,
                  torch.tensor(class_numbers(Y))).backward()
    gradients = trainer.backward(W @ X + b, X, Y)
    for ours, tensor in zip(gradients.values(), tensors, strict=True):
        np.testing.assert_allclose(ours, tensor.grad.numpy(), rtol=0, atol=1e-12)


@pytest.mark.reference
def test_keras_wants_logits_too():
    keras = pytest.importorskip("keras", reason="Keras is not installed")
    Z, Y = random_case(6)
    of_logits = keras.losses.CategoricalCrossentropy(from_logits=True)
    sparse = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    assert float(of_logits(Y.T, Z.T)) == pytest.approx(cost(Z, Y), abs=1e-5)
    assert float(sparse(class_numbers(Y), Z.T)) == pytest.approx(cost(Z, Y), abs=1e-5)
    twice = float(of_logits(CAT.T, softmax(1000.0 * CAT).T))
    assert twice == pytest.approx(0.744, abs=5e-4)


@pytest.mark.reference
@pytest.mark.parametrize("name", ["CategoricalCrossentropy", "SparseCategoricalCrossentropy"])
@pytest.mark.parametrize("ending", ["layer", "activation"])
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
def test_keras_notices_a_model_that_ends_in_softmax_on_tensorflow_only(name, ending):
    keras = pytest.importorskip("keras", reason="Keras is not installed")
    Z, Y = random_case(7)
    layers, labels = keras.layers, Y.T if name[0] == "C" else class_numbers(Y)
    last = [layers.Softmax()] if ending == "layer" else [layers.Activation("softmax")]
    model = keras.Sequential([keras.Input((4,)), *last])  # the inputs are the scores
    model.compile(loss=getattr(keras.losses, name)(from_logits=True))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = model.evaluate(Z.T, labels, verbose=0)
    noticed = [one for one in caught if "from_logits=True" in str(one.message)]
    if keras.backend.backend() == "tensorflow":
        assert noticed and found == pytest.approx(cost(Z, Y), abs=1e-5)
    else:
        assert not noticed and found == pytest.approx(cost(softmax(Z), Y), abs=1e-5)


@pytest.mark.reference
def test_pytorch_never_notices_softmax_twice():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    Z, Y = random_case(7)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        model = torch.nn.Sequential(torch.nn.Softmax(dim=1))
        J = torch.nn.CrossEntropyLoss()(model(torch.tensor(Z.T)), torch.tensor(class_numbers(Y)))
        best = torch.nn.CrossEntropyLoss()(torch.tensor(CAT.T), torch.tensor([1]))
    assert J.item() == pytest.approx(cost(softmax(Z), Y), abs=1e-12)
    assert best.item() == pytest.approx(np.log(np.e + 3) - 1, abs=1e-12)
