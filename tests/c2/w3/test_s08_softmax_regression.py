"""Section 3.8: softmax, its derivatives, and the straight boundaries between its classes."""

import numpy as np
import pytest

from c2.w3 import s08_decision_regions as regions
from c2.w3.s08_linear_boundaries import boundary, make_grid, predict, scores
from c2.w3.s08_softmax import softmax
from c2.w3.s08_softmax_jacobian import softmax as softmax_again
from c2.w3.s08_softmax_jacobian import softmax_jacobian

PAGE = np.array([[5.0], [2.0], [-1.0], [3.0]])
W = np.array([[1.0, 2.0], [2.0, -1.0], [-2.0, 0.0], [0.0, 0.0]])
B = np.array([[-1.0], [-0.8], [-0.8], [0.5]])


def plain_softmax(z):
    """Return the probabilities of one list of scores, by the textbook formula."""
    t = [np.exp(value) for value in z]
    return [value / sum(t) for value in t]


def test_worked_numbers_of_the_page():
    t = np.exp(PAGE)
    np.testing.assert_allclose(t, [[148.4], [7.4], [0.4], [20.1]], rtol=0, atol=0.05)
    assert t.sum() == pytest.approx(176.3, abs=0.05)
    a = softmax(PAGE)
    np.testing.assert_allclose(a, [[0.84203], [0.04192], [0.00209], [0.11396]], rtol=0, atol=5e-6)
    ratio = a[0, 0] / a[3, 0]
    assert ratio == pytest.approx(np.exp(2)) == pytest.approx(7.389, abs=5e-4)
    kept = np.exp(PAGE - 5)
    np.testing.assert_allclose(kept, [[1], [0.0498], [0.0025], [0.1353]], rtol=0, atol=5e-5)
    assert kept.sum() == pytest.approx(1.1876, abs=5e-5)
    raised = softmax(np.array([[5.0], [5.0], [-1.0], [3.0]]))  # right of Figure 3.8-2
    np.testing.assert_allclose(raised[:2], 0.468, rtol=0, atol=5e-4)
    assert (raised[2:] < a[2:]).all()


@pytest.mark.parametrize("shape", [(1, 1), (2, 1), (4, 7), (10, 3)])
def test_columns_are_probabilities(shape):
    Z = 3.0 * np.random.default_rng(0).standard_normal(shape)
    A = softmax(Z)
    assert A.shape == shape and (A > 0).all()
    np.testing.assert_allclose(A.sum(axis=0), np.ones(shape[1]), rtol=1e-14)
    for column in range(shape[1]):
        np.testing.assert_allclose(A[:, column], plain_softmax(Z[:, column]), rtol=1e-13)
    np.testing.assert_array_equal(softmax_again(Z), A)


def test_adding_a_constant_changes_nothing_and_extremes_do_not_overflow():
    Z = np.random.default_rng(1).standard_normal((5, 6))
    with np.errstate(all="raise", under="ignore"):
        np.testing.assert_allclose(softmax(Z + 1000.0), softmax(Z), rtol=0, atol=1e-12)
        np.testing.assert_allclose(softmax(Z - 1000.0), softmax(Z), rtol=0, atol=1e-12)
        far = softmax(np.array([[1000.0], [-1000.0], [1000.0]]))
    np.testing.assert_array_equal(far, [[0.5], [0.0], [0.5]])


def test_without_the_maximum_the_same_scores_overflow():
    with np.errstate(over="ignore", invalid="ignore"):
        t = np.exp(np.array([[1000.0], [0.0]]))
        a = t / t.sum()
    assert np.isinf(t[0, 0]) and np.isnan(a[0, 0])
    assert np.exp(709.0) < np.inf


def test_order_of_the_scores_is_kept_and_classes_may_be_reordered():
    Z = np.random.default_rng(2).standard_normal((6, 4))
    order = np.random.default_rng(3).permutation(6)
    np.testing.assert_allclose(softmax(Z[order]), softmax(Z)[order], rtol=1e-14)
    np.testing.assert_array_equal(np.argsort(softmax(Z), axis=0), np.argsort(Z, axis=0))


def test_wrong_axis_normalizes_over_the_examples():
    t = np.exp(np.array([[0.0, 1.0], [2.0, 3.0], [1.0, 0.0]]))
    wrong = t / t.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(wrong.sum(axis=1), [1, 1, 1])
    assert abs(wrong.sum(axis=0) - 1).min() > 0.1


@pytest.mark.parametrize("C", [1, 2, 4, 9])
def test_jacobian_agrees_with_central_differences(C):
    z = np.random.default_rng(C).standard_normal((C, 1))
    D = softmax_jacobian(z)
    numeric = np.zeros((C, C))
    for j in range(C):
        step = 1e-5 * np.eye(C)[:, [j]]
        ends = [plain_softmax((z + sign * step).ravel()) for sign in (1, -1)]
        numeric[:, j] = (np.array(ends[0]) - np.array(ends[1])) / 2e-5
    np.testing.assert_allclose(D, numeric, rtol=0, atol=1e-8)
    np.testing.assert_allclose(D.sum(axis=1), np.zeros(C), rtol=0, atol=1e-15)
    np.testing.assert_array_equal(D, D.T)


def test_hand_jacobian_of_the_page():
    D = softmax_jacobian(np.log(np.array([[2.0], [1.0], [1.0]])))
    wanted = np.array([[4, -2, -2], [-2, 3, -1], [-2, -1, 3]]) / 16
    np.testing.assert_allclose(D, wanted, rtol=0, atol=1e-15)
    z = np.log(np.array([[2.0], [1.0], [1.0]]))
    moved = softmax(z + [[0.1], [0], [0]]) - softmax(z)
    np.testing.assert_allclose(moved, [[0.025], [-0.0125], [-0.0125]], rtol=0, atol=5e-5)


def test_regions_are_convex():
    rng = np.random.default_rng(4)
    one, other = rng.uniform(-3, 3, (2, 2, 4000))
    same = predict(W, B, one) == predict(W, B, other)
    middle = predict(W, B, (one + other) / 2)
    assert 1000 < same.sum()
    np.testing.assert_array_equal(middle[same], predict(W, B, one)[same])


def test_scores_agree_on_the_boundary_and_part_the_two_classes_beside_it():
    for i, j in ((0, 1), (0, 3), (1, 3), (2, 3), (1, 0)):
        w, c = boundary(W, B, i, j)
        foot = -c * w / (w.T @ w).item()
        along = np.array([[-w[1, 0]], [w[0, 0]]])
        for place in (-1.0, 0.0, 2.0):
            z = scores(W, B, foot + place * along)
            assert z[i, 0] == pytest.approx(z[j, 0], abs=1e-12)
            ahead = scores(W, B, foot + place * along + 0.1 * w)
            assert ahead[i, 0] > ahead[j, 0]


def test_printed_map_has_no_point_near_a_boundary():
    Z = np.sort(scores(W, B, make_grid(2.0, 31, 13)), axis=0)
    assert (Z[-1] - Z[-2]).min() > 0.03
    assert set(predict(W, B, make_grid(2.0, 31, 13))) == {0, 1, 2, 3}
    w, c = boundary(W, B, 0, 1)
    np.testing.assert_array_equal(make_grid(2.0, 3, 2),
                                  [[-2, 0, 2, -2, 0, 2], [2, 2, 2, -2, -2, -2]])
    assert w.ravel().tolist() == [-1, 3] and c == pytest.approx(-0.2)


def test_predict_is_the_largest_probability():
    X = np.random.default_rng(5).uniform(-3, 3, (2, 50))
    np.testing.assert_array_equal(predict(W, B, X), np.argmax(softmax(scores(W, B, X)), axis=0))
    with pytest.raises(ValueError):
        scores(W, B, np.ones((3, 2)))


@pytest.mark.parametrize("C", [3, 4, 5, 6])
def test_cells_of_the_figure_are_those_of_its_classifier(C):
    _, _, parameters = regions.classifier(C)
    W, b = parameters["W1"], parameters["b1"]
    area = 0.0
    for k in range(C):
        cell = np.array(regions.cell(W, b, k))
        assert len(cell) >= 3  # every class owns a part of the picture
        inner = cell + 1e-6 * (cell.mean(axis=0) - cell)
        np.testing.assert_array_equal(predict(W, b, inner.T), k)
        x, y = cell.T
        area += abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2
    assert area == pytest.approx(4 * regions.EDGE**2, rel=1e-9)


def test_self_check_numbers():
    np.testing.assert_allclose(softmax(np.log([[1.0], [2.0], [5.0]])), [[0.125], [0.25], [0.625]])
    np.testing.assert_allclose(softmax(np.array([[7.0], [7.0], [7.0 + np.log(2)]])),
                               [[0.25], [0.25], [0.5]])
    a = softmax(np.array([[1.0], [0.0], [-1.0]]))
    doubled = softmax(np.array([[2.0], [0.0], [-2.0]]))
    np.testing.assert_allclose(a, [[0.6652], [0.2447], [0.0900]], rtol=0, atol=5e-5)
    np.testing.assert_allclose(doubled, [[0.8668], [0.1173], [0.0159]], rtol=0, atol=5e-5)


@pytest.mark.reference
def test_softmax_agrees_with_scipy_and_pytorch():
    special = pytest.importorskip("scipy.special", reason="SciPy is not installed")
    Z = 10 * np.random.default_rng(6).standard_normal((7, 9))
    np.testing.assert_allclose(softmax(Z), special.softmax(Z, axis=0), rtol=0, atol=1e-12)
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    other = torch.softmax(torch.tensor(Z), dim=0).numpy()
    np.testing.assert_allclose(softmax(Z), other, rtol=0, atol=1e-12)
    z = torch.tensor(Z[:, 0])
    D = torch.autograd.functional.jacobian(lambda z: torch.softmax(z, dim=0), z).numpy()
    np.testing.assert_allclose(softmax_jacobian(Z[:, :1]), D, rtol=0, atol=1e-12)
