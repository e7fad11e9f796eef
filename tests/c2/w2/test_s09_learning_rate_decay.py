"""Section 2.9: schedules of the learning rate, the noise they leave, how far they reach."""

import numpy as np
import pytest

from c2.w2.s09_decay_schedules import exponential, inverse_time, square_root, staircase
from c2.w2.s09_finite_travel import limit, steps_to
from c2.w2.s09_noise_floor import descend, noisy_step, settled_variance

SCHEDULES = (inverse_time, exponential, square_root, staircase)


class Fixed:
    """A generator whose noise is known."""

    def __init__(self, noise):
        self.noise = iter(noise)

    def standard_normal(self, shape):
        return np.full(shape, next(self.noise))


def test_inverse_time_has_the_values_of_the_page():
    found = inverse_time(np.arange(5))
    np.testing.assert_allclose(found, [1 / 5, 1 / 10, 1 / 15, 1 / 20, 1 / 25], rtol=1e-15)
    assert [f"{alpha:.4f}" for alpha in found[1:]] == ["0.1000", "0.0667", "0.0500", "0.0400"]


def test_misprint_of_the_whiteboard_would_rise():
    printed, right = [0.1, 0.67, 0.5, 0.4], inverse_time(np.arange(1, 5))
    assert printed[1] > printed[0] and (np.diff(right) < 0).all()
    np.testing.assert_allclose(np.array(printed[1:]) / 10, right[1:], rtol=0.006)


def test_other_schedules_by_hand():
    assert exponential(10) == pytest.approx(0.119747, abs=5e-7)
    assert exponential(0) == staircase(0) == 0.2
    assert square_root(4) == pytest.approx(0.1) and square_root(1, k=3.0) == pytest.approx(0.6)
    assert staircase(np.array([9, 10, 19, 20, 40])) == pytest.approx(
        [0.2, 0.1, 0.1, 0.05, 0.0125])


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_no_schedule_rises(schedule):
    alphas = schedule(np.arange(1, 201))
    assert (np.diff(alphas) <= 0).all() and (alphas > 0).all()


@pytest.mark.parametrize("epoch", [0, np.array([0, 1, 2])])
def test_square_root_refuses_epoch_0(epoch):
    with pytest.raises(ValueError, match="from 1"):
        square_root(epoch)


def test_order_of_the_schedules_in_the_figure():
    last = [schedule(40) for schedule in (inverse_time, staircase, exponential, square_root)]
    assert last == sorted(last)
    lower = square_root(np.arange(2, 41)) < exponential(np.arange(2, 41))
    assert lower[:33].all() and not lower[33:].any()  # epochs 2 to 34


def test_a_tenth_of_the_learning_rate_takes_ten_times_as_many_steps():
    steps = {}
    for alpha in (0.1, 0.01):
        w, steps[alpha] = 3.0, 0
        while w > 0.2:
            w = noisy_step(w, alpha, np.random.default_rng(0), sigma=0.0)
            steps[alpha] += 1
    assert steps[0.01] / steps[0.1] == pytest.approx(10, rel=0.1)


def test_epochs_and_updates_differ_by_thousands():
    # 5000 mini-batches an epoch: after one epoch the two readings of the same schedule
    assert inverse_time(1) == 0.1
    assert inverse_time(5000) == pytest.approx(4.0e-5, rel=0.001)


@pytest.mark.parametrize("alpha", [0.2, 0.1, 0.05])
def test_simulated_variance_is_that_of_the_formula(alpha):
    w = descend(np.full(50_000, 3.0), np.full(200, alpha), np.random.default_rng(7))
    assert w.var() == pytest.approx(settled_variance(alpha), rel=0.03)
    assert abs(w.mean()) < 5 * np.sqrt(settled_variance(alpha) / 50_000) + 3 * (1 - alpha) ** 200


@pytest.mark.parametrize(("alpha", "lam", "sigma"), [(0.1, 1, 1), (0.3, 2, 0.5), (1.5, 1, 3)])
def test_settled_variance_is_the_fixed_point_of_the_recursion(alpha, lam, sigma):
    V = settled_variance(alpha, lam, sigma)
    assert (1 - alpha * lam) ** 2 * V + alpha**2 * sigma**2 == pytest.approx(V, rel=1e-14)
    iterated = 0.0
    for _ in range(2000):
        iterated = (1 - alpha * lam) ** 2 * iterated + alpha**2 * sigma**2
    assert iterated == pytest.approx(V, rel=1e-12)


def test_numbers_of_the_noise_floor():
    assert settled_variance(0.1) == pytest.approx(0.0526316, abs=5e-8)
    assert settled_variance(0.01) == pytest.approx(0.0050, abs=5e-5)
    assert np.sqrt([settled_variance(0.1), settled_variance(0.01)]) == pytest.approx(
        [0.229, 0.071], abs=5e-4)
    assert settled_variance(0.01) / settled_variance(0.005) == pytest.approx(2, rel=0.01)


@pytest.mark.parametrize(("alpha", "lam"), [(0.0, 1), (2.0, 1), (-0.1, 1), (3.0, 1), (0.5, 4)])
def test_outside_of_stability_nothing_settles(alpha, lam):
    with pytest.raises(ValueError, match="between 0 and 2"):
        settled_variance(alpha, lam)


def test_a_flat_cost_settles_with_a_learning_rate_above_2():
    assert settled_variance(3.0, lam=0.5) == pytest.approx(12.0, rel=1e-14)


def test_simulated_variance_with_another_curvature_and_noise():
    w = descend(np.zeros(50_000), np.full(60, 0.3), np.random.default_rng(5), 2.0, 0.5)
    assert w.var() == pytest.approx(0.3 * 0.25 / (2 * 1.4), rel=0.03)


def test_one_over_t_makes_w_the_mean_of_the_noise():
    noise = np.random.default_rng(3).standard_normal(50)
    w = descend(np.array([4.0]), 1 / np.arange(1, 51), Fixed(noise))
    assert w.item() == pytest.approx(-noise.mean(), rel=1e-12)


def test_one_over_t_has_variance_one_over_t():
    w = descend(np.full(50_000, 3.0), 1 / np.arange(1, 201), np.random.default_rng(8))
    assert w.var() == pytest.approx(1 / 200, rel=0.03)


def test_square_root_calms_the_noise_too_only_more_slowly():
    variances, V = {}, 0.0
    for t in range(1, 10_001):
        alpha = t**-0.5
        V = (1 - alpha) ** 2 * V + alpha**2
        variances[t] = V
    assert variances[200] == pytest.approx(0.037, abs=5e-4)
    assert variances[10_000] == pytest.approx(0.005, rel=0.01)
    w = descend(np.full(50_000, 3.0), np.arange(1, 201) ** -0.5, np.random.default_rng(9))
    assert w.var() == pytest.approx(variances[200], rel=0.03)


def test_noisy_step_is_gradient_descent_without_noise():
    assert noisy_step(2.0, 0.1, np.random.default_rng(0), lam=3.0, sigma=0.0) == pytest.approx(1.4)
    assert noisy_step(np.ones((2, 5)), 0.1, np.random.default_rng(0)).shape == (2, 5)
    assert descend(1.5, [], np.random.default_rng(0)) == 1.5


def test_finite_travel():
    assert limit(0.2, 0.95) == pytest.approx(4.0, rel=1e-12)
    assert sum(0.2 * 0.95**k for k in range(2000)) == pytest.approx(4.0, rel=1e-12)
    decaying = [0.2 * 0.95**k for k in range(5000)]
    assert steps_to(3.99, decaying) is not None and steps_to(4.01, decaying) is None
    assert steps_to(10.0, [0.2] * 100) == 50
    assert steps_to(10.0, [0.2 / t**0.5 for t in range(1, 1000)]) == 662
    assert steps_to(1.0, []) is None


def test_one_over_t_needs_272_million_steps_for_the_same_distance():
    # 0.2 (1 + 1/2 + ... + 1/n) = 4; the sum is ln n + 0.5772 + 1/(2n) - ...
    n = 272_400_600
    assert np.log(n) + np.euler_gamma + 0.5 / n == pytest.approx(20, abs=5e-9)
    assert np.exp(50 - np.euler_gamma) == pytest.approx(2.9e21, rel=0.01)


def test_sums_of_the_two_conditions():
    t = np.arange(1, 1_000_001)
    assert np.sum(1.0 / t**2) == pytest.approx(np.pi**2 / 6, abs=1e-5)
    # The sum of 1/t grows like ln t; it is also the sum of the squares of 1/sqrt(t).
    assert np.sum(1.0 / t) == pytest.approx(np.log(1e6) + np.euler_gamma, abs=1e-5)


def test_self_check():
    assert 0.3 / (1 + 0.5 * 6) == pytest.approx(0.075)
    assert inverse_time(6, 0.3, 0.5) == pytest.approx(0.075)
    assert settled_variance(0.2) == pytest.approx(0.1111, abs=5e-5)
    assert settled_variance(0.02) == pytest.approx(0.0101, abs=5e-5)
    assert limit(0.1, 0.9) == pytest.approx(1.0)


@pytest.mark.reference
def test_agreement_with_keras():
    pytest.importorskip("keras")
    from keras.optimizers.schedules import ExponentialDecay, InverseTimeDecay

    # decay_steps=1: its step is our epoch
    ours = {InverseTimeDecay(0.2, 1, 1.0): inverse_time,
            ExponentialDecay(0.2, 1, 0.95): exponential,
            ExponentialDecay(0.2, 10, 0.5, staircase=True): staircase}
    for theirs, schedule in ours.items():
        for epoch in (0, 1, 2, 3, 4, 10, 25):
            assert float(theirs(epoch)) == pytest.approx(schedule(epoch), rel=1e-6)


@pytest.mark.reference
def test_a_keras_schedule_counts_updates():
    pytest.importorskip("keras")
    from keras.optimizers.schedules import InverseTimeDecay

    by_epoch = InverseTimeDecay(0.2, 5000, 1.0, staircase=True)  # 5000 updates an epoch
    assert float(by_epoch(4999)) == pytest.approx(0.2, rel=1e-6)
    assert float(by_epoch(5000)) == pytest.approx(0.1, rel=1e-6)
    assert float(InverseTimeDecay(0.2, 1, 1.0)(5000)) == pytest.approx(4e-5, rel=1e-3)


@pytest.mark.reference
def test_polynomial_decay_of_keras_is_something_else():
    pytest.importorskip("keras")
    from keras.optimizers.schedules import PolynomialDecay

    schedule = PolynomialDecay(0.2, 100, end_learning_rate=0.0)
    assert [float(schedule(step)) for step in (0, 50, 100)] == pytest.approx([0.2, 0.1, 0.0])


@pytest.mark.reference
def test_agreement_with_torch():
    torch = pytest.importorskip("torch")
    lr = torch.optim.lr_scheduler
    makers = {
        inverse_time: lambda o: lr.LambdaLR(o, lambda epoch: 1 / (1 + epoch)),
        exponential: lambda o: lr.ExponentialLR(o, 0.95),
        staircase: lambda o: lr.StepLR(o, 10, 0.5)}
    for schedule, make in makers.items():
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.2)
        scheduler = make(optimizer)
        for epoch in range(25):
            assert optimizer.param_groups[0]["lr"] == pytest.approx(schedule(epoch), rel=1e-12)
            optimizer.step()
            scheduler.step()
