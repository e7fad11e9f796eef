"""Section 1.6: inverted dropout both ways, prediction without masks, keep_prob against rate."""

import itertools

import numpy as np
import pytest

from c2.w1 import s06_dropout_distribution as distribution
from c2.w1.s06_inverted_dropout_forward_backward import dropout_backward, dropout_forward
from c2.w1.s06_keep_prob_vs_drop_rate import inverted_dropout, library_dropout
from c2.w1.s06_test_time_without_dropout import all_masks, identity, mean_over_masks, score


class Draws:
    """A stand-in for a random generator that returns what it is given."""

    def __init__(self, values):
        self.values = values

    def random(self, shape):
        assert shape == self.values.shape
        return self.values


@pytest.mark.parametrize("p", [0.3, 0.5, 0.8, 1.0])
def test_mean_and_variance_over_all_masks(p):
    a = np.array([[1.0], [-2.0], [4.0]])
    mean, square, total = np.zeros((3, 1)), np.zeros((3, 1)), 0.0
    for mask in itertools.product([0, 1], repeat=3):
        kept = np.array(mask)[:, None]
        draws = Draws(np.where(kept, p / 2, (1 + p) / 2))  # below p: kept
        if p == 1.0 and not kept.all():
            continue  # never drawn
        chance = np.prod(np.where(kept, p, 1 - p))
        A_tilde, D = dropout_forward(a, p, draws)
        np.testing.assert_array_equal(D, kept == 1)
        mean, square, total = mean + chance * A_tilde, square + chance * A_tilde**2, total + chance
    assert total == pytest.approx(1, abs=1e-15)
    np.testing.assert_allclose(mean, a, rtol=1e-15)
    np.testing.assert_allclose(square - mean**2, a**2 * (1 - p) / p, rtol=0, atol=1e-13)


def test_backward_is_the_slope_with_the_mask_held_fixed():
    rng = np.random.default_rng(0)
    A, weights = rng.standard_normal((4, 5)), rng.standard_normal((4, 5))

    def cost(A):
        return np.sum(weights * np.tanh(dropout_forward(A, 0.7, np.random.default_rng(3))[0]))

    A_tilde, D = dropout_forward(A, 0.7, np.random.default_rng(3))
    assert 0 < D.sum() < D.size
    ours = dropout_backward(weights * (1 - np.tanh(A_tilde) ** 2), D, 0.7)
    numeric = np.zeros_like(A)
    for place in np.ndindex(A.shape):
        shift = np.zeros_like(A)
        shift[place] = 1e-6
        numeric[place] = (cost(A + shift) - cost(A - shift)) / 2e-6
    assert np.linalg.norm(ours - numeric) < 1e-7 * np.linalg.norm(ours + numeric)
    other = dropout_forward(A, 0.7, np.random.default_rng(4))[1]
    wrong = dropout_backward(weights * (1 - np.tanh(A_tilde) ** 2), other, 0.7)
    assert np.linalg.norm(wrong - numeric) > 0.1 * np.linalg.norm(numeric)


def test_keep_prob_1_is_the_identity():
    A = np.random.default_rng(0).standard_normal((6, 7))
    A_tilde, D = dropout_forward(A, 1.0, np.random.default_rng(1))
    np.testing.assert_array_equal(A_tilde, A)
    assert D.all()
    np.testing.assert_array_equal(dropout_backward(A, D, 1.0), A)


def test_each_example_and_each_step_has_its_own_mask():
    rng = np.random.default_rng(0)
    _, D = dropout_forward(np.ones((50, 200)), 0.8, rng)
    assert D.shape == (50, 200) and len({column.tobytes() for column in D.T}) == 200
    _, again = dropout_forward(np.ones((50, 200)), 0.8, rng)
    assert not np.array_equal(D, again)
    assert 50 * (1 - D.mean()) == pytest.approx(10, abs=0.4)


def test_one_example_and_extreme_activations():
    with np.errstate(all="raise"):
        A_tilde, D = dropout_forward(np.full((1000, 1), 1000.0), 0.5, np.random.default_rng(0))
    assert set(A_tilde.ravel()) == {0.0, 2000.0} and D.shape == (1000, 1)


def test_worked_numbers_of_the_page():
    draws = Draws(np.array([[0.1], [0.9], [0.5]]))
    A_tilde, _ = dropout_forward(np.array([[1.0], [2.0], [4.0]]), 0.8, draws)
    np.testing.assert_allclose(A_tilde, [[1.25], [0], [5]])
    w, a = np.full((2, 1), 0.5), np.array([[1.0], [2.0]])
    masks, chance = all_masks(2, 0.5)
    np.testing.assert_array_equal(chance, np.full((1, 4), 0.25))
    assert sorted(score(w, 0.0, a * masks / 0.5).ravel()) == [0, 1, 2, 3]
    assert sorted(score(w, 0.0, a * masks).ravel()) == [0, 0.5, 1, 1.5]
    assert np.sum(chance * score(w, 0.0, a * masks)) == 0.75


@pytest.mark.parametrize("p", [0.2, 0.5, 0.8, 1.0])
def test_linear_unit_keeps_its_mean_and_tanh_does_not(p):
    rng = np.random.default_rng(2)
    w, a = rng.standard_normal((5, 1)), rng.standard_normal((5, 1))
    z = score(w, 0.3, a).item()
    assert all_masks(5, p)[1].sum() == pytest.approx(1, abs=1e-14)
    assert mean_over_masks(w, 0.3, a, p, identity) == pytest.approx(z, abs=1e-12)
    gap = abs(mean_over_masks(w, 0.3, a, p, np.tanh) - np.tanh(z))
    assert gap < 1e-12 if p == 1.0 else gap > 1e-3


def test_gap_of_tanh_on_the_page():
    w, a = np.full((2, 1), 0.5), np.array([[1.0], [2.0]])
    wanted = (0 + np.tanh(1) + np.tanh(2) + np.tanh(3)) / 4
    gaps = []
    for p in (0.5, 0.8, 1.0):
        mean = mean_over_masks(w, 0.0, a, p, np.tanh)
        gaps.append(np.tanh(1.5) - mean)
        if p == 0.5:
            assert mean == pytest.approx(wanted) == pytest.approx(0.6802, abs=5e-5)
    assert np.tanh(1.5) == pytest.approx(0.9051, abs=5e-5)
    assert gaps == sorted(gaps, reverse=True)


def test_exact_mean_agrees_with_many_random_passes():
    rng = np.random.default_rng(5)
    w, a = np.full((2, 1), 0.5), np.array([[1.0], [2.0]])
    passes, _ = dropout_forward(np.repeat(a, 40000, axis=1), 0.8, rng)
    assert np.tanh(score(w, 0.0, passes)).mean() == pytest.approx(
        mean_over_masks(w, 0.0, a, 0.8, np.tanh), abs=0.006)


def test_rate_is_what_keep_prob_leaves():
    A = np.random.default_rng(0).standard_normal((20, 30))
    np.testing.assert_array_equal(inverted_dropout(A, 0.75, np.random.default_rng(1)),
                                  library_dropout(A, 0.25, np.random.default_rng(1)))
    assert library_dropout(A, 0.25, None, training=False) is A
    found = inverted_dropout(np.ones((50, 1000)), 0.8, np.random.default_rng(1))
    assert set(found.ravel()) == {0.0, 1.25}
    assert np.mean(found == 0) == pytest.approx(0.2, abs=0.01)  # kept with 0.8, not dropped


@pytest.mark.reference
def test_library_takes_the_rate_of_dropping():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    torch.manual_seed(0)
    layer, ones = torch.nn.Dropout(p=0.2), torch.ones(50, 1000, dtype=torch.float64)
    found = layer(ones).numpy()
    np.testing.assert_allclose(np.unique(found), [0, 1.25], rtol=0, atol=1e-12)
    ours = library_dropout(ones.numpy(), 0.2, np.random.default_rng(0))
    assert np.mean(found == 0) == pytest.approx(np.mean(ours == 0), abs=0.01)
    assert (layer.eval()(ones).numpy() == 1).all()


def test_mean_line_of_the_figure_stays_and_the_spread_grows():
    A = distribution.activations()
    spreads = []
    for p in distribution.KEEP_PROBS:
        A_tilde, _ = dropout_forward(A, p, np.random.default_rng(1))
        assert A_tilde.mean() == pytest.approx(1.0, abs=0.02)
        assert np.mean(A_tilde == 0) == pytest.approx(1 - p, abs=0.01)
        spreads.append(A_tilde.std())
    assert spreads == sorted(spreads)


def test_self_check_numbers():
    values, chance = np.array([3 / 0.6, 0.0]), np.array([0.6, 0.4])
    mean = values @ chance
    assert (mean, values**2 @ chance - mean**2) == pytest.approx((3, 6))
    _, D = dropout_forward(np.ones((100, 64)), 0.7, np.random.default_rng(0))
    assert D.shape == (100, 64) and np.sum(D == 0) == pytest.approx(1920, abs=150)
