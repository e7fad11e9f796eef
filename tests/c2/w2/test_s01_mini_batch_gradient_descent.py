"""Section 2.1: cutting the examples, the mean of the gradients, and training by mini-batches."""

import itertools
import math

import numpy as np
import pytest

from c1.w2.s14_train_logistic_regression import train as train_of_course_1
from c2.w2.s01_minibatch_gradient_average import gradient, gradients_and_shares
from c2.w2.s01_random_mini_batches import count, minibatches
from c2.w2.s01_train_with_minibatches import cost_and_gradient, make_examples, train


class InOrder:
    """A stand-in for a random generator that leaves the order as it is."""

    def permutation(self, m):
        return np.arange(m)


def numbered(m):
    """Return X whose columns are all different, and Y, its first row."""
    X = np.stack([np.arange(m, dtype=float), np.arange(m) ** 2.0])
    return X, X[:1].copy()


@pytest.mark.parametrize(("m", "size"), [(10, 4), (12, 4), (1, 4), (5, 1), (7, 7), (3, 100)])
def test_every_column_once_and_paired(m, size):
    X, Y = numbered(m)
    found = list(minibatches(X, Y, size, np.random.default_rng(0)))
    assert len(found) == count(m, size) == math.ceil(m / size)
    widths = [X_t.shape[1] for X_t, _ in found]
    assert sum(widths) == m and set(widths[:-1]) <= {size} and 1 <= widths[-1] <= size
    for X_t, Y_t in found:
        assert X_t.shape[0] == 2 and Y_t.shape == (1, X_t.shape[1])
        np.testing.assert_array_equal(X_t[:1], Y_t)  # the pairs survive
    together = np.hstack([X_t for X_t, _ in found])
    np.testing.assert_array_equal(together[:, np.argsort(together[0])], X)


def test_each_epoch_has_a_new_order_and_a_seed_repeats_it():
    X, Y = numbered(50)
    rng = np.random.default_rng(0)
    first, second = (np.hstack([x for x, _ in minibatches(X, Y, 8, rng)]) for _ in range(2))
    again = np.hstack([x for x, _ in minibatches(X, Y, 8, np.random.default_rng(0))])
    assert (first != second).any()
    np.testing.assert_array_equal(first, again)


def test_input_stays_and_in_order_gives_slices():
    X, Y = numbered(10)
    before = X.copy()
    list(minibatches(X, Y, 3, np.random.default_rng(0)))
    np.testing.assert_array_equal(X, before)
    X_t, _ = list(minibatches(X, Y, 3, InOrder()))[1]
    np.testing.assert_array_equal(X_t, X[:, 3:6])


def test_numbers_of_the_page():
    assert count(5_000_000, 1000) == 5000
    assert 5000 * 1000 == 5_000_000  # not 50 million


def data(m):
    rng = np.random.default_rng(5)
    X = rng.standard_normal((3, m))
    return X, (X[:1] + rng.standard_normal((1, m)) > 0).astype(float)


@pytest.mark.parametrize(("m", "size"), [(100, 10), (100, 7), (101, 64), (5, 1), (1, 3)])
def test_weighted_mean_is_the_full_gradient(m, size):
    (X, Y), w, b = data(m), np.array([[0.3], [-1.0], [2.0]]), 0.5
    gradients, shares = gradients_and_shares(w, b, X, Y, size, np.random.default_rng(0))
    assert shares.sum() == pytest.approx(1, abs=1e-15)
    full = gradient(w, b, X, Y)
    np.testing.assert_allclose(gradients @ shares, full, rtol=0, atol=1e-12)
    if m % size == 0:
        np.testing.assert_allclose(gradients.mean(axis=1, keepdims=True), full, rtol=0, atol=1e-12)


def test_unweighted_mean_is_off_when_the_size_does_not_divide_m():
    (X, Y), w = data(1000), np.zeros((3, 1))
    gradients, _ = gradients_and_shares(w, 0.0, X, Y, 64, np.random.default_rng(0))
    assert gradients.shape == (4, 16)
    assert np.abs(gradients.mean(axis=1, keepdims=True) - gradient(w, 0.0, X, Y)).max() > 1e-4


def test_gradient_against_differences():
    (X, Y), w, b = data(40), np.array([[0.3], [-1.0], [2.0]]), 0.5
    found = gradient(w, b, X, Y)
    J, dw, db = cost_and_gradient(w, b, X, Y)
    assert found.ravel().tolist() == pytest.approx([*dw.ravel(), db], rel=1e-14)
    theta, eps = np.vstack([w, [[b]]]), 1e-6
    numeric = np.zeros_like(theta)
    for k in range(4):
        ends = [cost_and_gradient((theta + s * eps * np.eye(4)[:, [k]])[:3],
                                  (theta + s * eps * np.eye(4)[:, [k]])[3, 0], X, Y)[0]
                for s in (1, -1)]
        numeric[k] = (ends[0] - ends[1]) / (2 * eps)
    assert np.linalg.norm(found - numeric) < 1e-7 * np.linalg.norm(found + numeric)
    assert np.isfinite(cost_and_gradient(1000 * w, b, X, Y)[0])
    assert J > 0


@pytest.mark.parametrize("rng", [InOrder(), np.random.default_rng(3)], ids=["in order", "shuffled"])
def test_size_m_is_batch_gradient_descent(rng):
    X, Y = make_examples(300, seed=2)
    w, b, updates, costs = train(X, Y, 300, 0.5, 20, rng)
    w_batch, b_batch, costs_batch = train_of_course_1(X, Y, 0.5, 21)
    assert updates == 20
    # Not bit for bit: the order of the columns changes the rounding of the sums.
    np.testing.assert_allclose(costs, costs_batch[1:], rtol=1e-12)
    w_20, b_20, _ = train_of_course_1(X, Y, 0.5, 20)
    np.testing.assert_allclose(w, w_20, rtol=1e-12)
    assert b == pytest.approx(b_20, rel=1e-12)
    assert (w_batch != w).any() and b_batch != b


def test_each_step_sees_its_own_mini_batch_at_the_new_parameters():
    X, Y = np.array([[1.0, 3.0]]), np.array([[1.0, 0.0]])
    w, b, updates, _ = train(X, Y, 1, 1.0, 1, InOrder())
    a = 1 / (1 + math.exp(-2))  # after step 1, w = b = 1/2, and the second score is 2
    assert (w.item(), b, updates) == pytest.approx((0.5 - 3 * a, 0.5 - a, 2))


def test_a_smaller_last_mini_batch_is_divided_by_its_own_size():
    X, Y = make_examples(5, seed=0)
    first = train(X[:, :4], Y[:, :4], 4, 0.3, 1, InOrder())
    _, dw, db = cost_and_gradient(*first[:2], X[:, 4:], Y[:, 4:])
    w, b, _, _ = train(X, Y, 4, 0.3, 1, InOrder())
    np.testing.assert_allclose(w, first[0] - 0.3 * dw, rtol=1e-12)
    assert b == pytest.approx(first[1] - 0.3 * db, rel=1e-12)


def test_gradients_over_all_shuffles_average_to_the_full_one_for_any_size():
    (X, Y), w, b = data(6), np.array([[0.3], [-1.0], [2.0]]), 0.5
    full = gradient(w, b, X, Y)
    for size in (1, 2, 4):
        found = [gradient(w, b, X[:, list(chosen)], Y[:, list(chosen)])
                 for chosen in itertools.combinations(range(6), size)]
        np.testing.assert_allclose(np.mean(found, axis=0), full, rtol=0, atol=1e-12)


@pytest.mark.parametrize("seed", range(3))
def test_smaller_mini_batches_get_further_in_as_many_epochs(seed):
    X, Y = make_examples(4096, seed=0)
    ends, steps = [], []
    for size in (4096, 512, 64):
        _, _, updates, costs = train(X, Y, size, 0.1, 5, np.random.default_rng(seed))
        ends.append(costs[-1])
        steps.append(updates)
    assert steps == [5, 40, 320]
    assert ends[0] > ends[1] > ends[2]


def test_lowest_cost_of_the_page():
    X, Y = make_examples(4096, seed=0)
    _, _, costs = train_of_course_1(X, Y, 1.0, 1000)
    assert costs[-1] == pytest.approx(0.387, abs=5e-4)


def test_sorted_data_swing():
    X, Y = make_examples(4096, seed=0)
    order = np.argsort(Y[0], kind="stable")
    X, Y = X[:, order], Y[:, order]
    assert sum(len(set(Y[0, s:s + 64])) > 1 for s in range(0, 4096, 64)) == 1
    assert np.sum(Y == 0) == 2439
    w, b, swings = np.zeros((2, 1)), 0.0, []
    for _ in range(5):
        costs = []
        for X_t, Y_t in minibatches(X, Y, 64, InOrder()):
            _, dw, db = cost_and_gradient(w, b, X_t, Y_t)
            w, b = w - 0.1 * dw, b - 0.1 * db
            costs.append(cost_and_gradient(w, b, X, Y)[0])
        swings.append(costs)
    assert (min(swings[-1]), max(swings[-1])) == pytest.approx((0.390, 0.449), abs=5e-4)
    assert swings[-1][-1] == pytest.approx(0.434, abs=5e-4)
    _, _, _, shuffled = train(X, Y, 64, 0.1, 5, np.random.default_rng(1))
    assert shuffled[-1] == pytest.approx(0.391, abs=1e-3)


def test_penalty_by_the_size_is_m_over_B_times_stronger():
    lambd, m, B = 0.7, 5_000_000, 1000
    assert (lambd / (2 * B)) / (lambd / (2 * m)) == pytest.approx(5000)


def test_self_check():
    assert count(10_000, 64) == 157
    assert 10_000 - 156 * 64 == 16
    assert 20 * count(10_000, 64) == 3140
    assert np.average([1, 3, -2], weights=[4, 4, 2]) == pytest.approx(1.2)
    assert np.mean([1, 3, -2]) == pytest.approx(2 / 3)


def test_two_permutations_destroy_the_pairs():
    X, Y = make_examples(4096, seed=0)
    share = Y.mean()
    assert share == pytest.approx(0.405, abs=5e-4)
    entropy = -share * np.log(share) - (1 - share) * np.log(1 - share)
    assert entropy == pytest.approx(0.675, abs=5e-4)
    apart = Y[:, np.random.default_rng(0).permutation(4096)]
    w, _, costs = train_of_course_1(X, apart, 1.0, 500)
    assert np.abs(w).max() < 0.1
    assert costs[-1] == pytest.approx(entropy, abs=2e-3)
