"""Section 3.2: learning rates on a log axis, beta from 1 - beta, and integers."""

import numpy as np
import pytest

from c2.w3.s02_sample_beta import averaged, sample_beta
from c2.w3.s02_sample_integers import sample_integers, sample_powers_of_two
from c2.w3.s02_sample_log_uniform import log_share, sample_log_uniform, shares

DECADES = np.array([1e-4, 1e-3, 1e-2, 1e-1, 1.0])
MANY = 100_000


def rng(seed=1):
    return np.random.default_rng(seed)


@pytest.mark.parametrize("seed", range(3))
def test_each_decade_holds_a_quarter(seed):
    values = sample_log_uniform(1e-4, 1.0, MANY, rng(seed))
    assert values.shape == (MANY,)
    np.testing.assert_allclose(shares(values, DECADES), 0.25, rtol=0, atol=0.01)


def test_plain_axis_gives_nine_tenths_to_the_last_decade():
    values = rng().uniform(1e-4, 1.0, MANY)
    exact = np.diff(DECADES) / (1.0 - 1e-4)
    np.testing.assert_allclose(exact, [0.0009, 0.0090, 0.0900, 0.9001], rtol=0, atol=5e-5)
    np.testing.assert_allclose(shares(values, DECADES), exact, rtol=0, atol=0.003)


@pytest.mark.reference
@pytest.mark.parametrize(("low", "high"), [(1e-4, 1.0), (1e-6, 1e-2), (0.5, 3.0)])
def test_against_scipy(low, high):
    stats = pytest.importorskip("scipy.stats")
    values = sample_log_uniform(low, high, MANY, rng())
    assert stats.kstest(values, stats.loguniform(low, high).cdf).statistic < 0.01
    u, v = low * 1.3, high * 0.8
    cdf = stats.loguniform(low, high).cdf
    assert log_share(u, v, low, high) == pytest.approx(cdf(v) - cdf(u), rel=1e-12)


def test_any_base_gives_the_same_values():
    by_ten = sample_log_uniform(1e-4, 1.0, 1000, rng(7))
    by_e = np.exp(rng(7).uniform(np.log(1e-4), 0.0, 1000))
    by_two = 2 ** rng(7).uniform(np.log2(1e-4), 0.0, 1000)
    np.testing.assert_allclose(by_ten, by_e, rtol=1e-12)
    np.testing.assert_allclose(by_ten, by_two, rtol=1e-12)


def test_recipe_with_minus_four_times_a_number():
    alpha = 10 ** (-4 * rng(3).random(MANY))  # (-4, 0]
    np.testing.assert_allclose(shares(alpha, DECADES), 0.25, rtol=0, atol=0.01)


def test_shares_count_what_lies_between():
    np.testing.assert_array_equal(shares(np.array([1.0, 2.0, 2.5, 9.0]), [0, 2, 3]), [0.25, 0.5])


def test_zero_is_not_on_a_log_axis():
    with pytest.warns(RuntimeWarning), pytest.raises(OverflowError):
        sample_log_uniform(0.0, 1.0, 5, rng())


def test_beta_is_in_range_and_half_below_099():
    beta = sample_beta(0.9, 0.999, MANY, rng())
    assert beta.min() >= 0.9 - 1e-12 and beta.max() <= 0.999 + 1e-12
    assert np.mean(beta < 0.99) == pytest.approx(0.5, abs=0.01)
    for edge, share in ((0.95, np.log10(2) / 2), (0.995, 0.5 + np.log10(2) / 2)):
        assert np.mean(beta < edge) == pytest.approx(share, abs=0.01)


def test_beta_on_other_axes():
    plain = rng().uniform(0.9, 0.999, MANY)
    assert (0.99 - 0.9) / (0.999 - 0.9) == pytest.approx(0.909, abs=5e-4)
    assert np.mean(plain < 0.99) == pytest.approx(0.909, abs=0.005)
    wrong = sample_log_uniform(0.9, 0.999, MANY, rng())
    assert log_share(0.9, 0.99, 0.9, 0.999) == pytest.approx(0.913, abs=5e-4)
    assert np.mean(wrong < 0.99) == pytest.approx(0.913, abs=0.005)


@pytest.mark.parametrize(("beta", "wanted"), [
    (0.9, 10), (0.9005, 10.05), (0.999, 1000), (0.9995, 2000)])
def test_averaged(beta, wanted):
    assert averaged(beta) == pytest.approx(wanted, abs=0.005)


@pytest.mark.parametrize(("low", "high"), [(50, 100), (2, 4), (3, 3)])
def test_integers_include_both_ends_and_are_even(low, high):
    values, counts = np.unique(sample_integers(low, high, MANY, rng()), return_counts=True)
    np.testing.assert_array_equal(values, np.arange(low, high + 1))
    if low < high:
        stats = pytest.importorskip("scipy.stats")
        assert stats.chisquare(counts).pvalue > 0.01


@pytest.mark.parametrize(("low", "high"), [(64, 512), (1, 1024), (32, 32)])
def test_powers_of_two_are_equally_likely(low, high):
    values, counts = np.unique(sample_powers_of_two(low, high, MANY, rng()), return_counts=True)
    wanted = [2**k for k in range(11) if low <= 2**k <= high]
    np.testing.assert_array_equal(values, wanted)
    if low < high:
        stats = pytest.importorskip("scipy.stats")
        assert stats.chisquare(counts).pvalue > 0.01


@pytest.mark.parametrize(("low", "high"), [(0, 64), (-2, 64), (64, 100), (48, 64)])
def test_other_sizes_are_refused(low, high):
    with pytest.raises(ValueError, match="power of two"):
        sample_powers_of_two(low, high, 5, rng())


def test_what_the_wrong_scale_costs():
    share = (0.01 - 1e-4) / (1 - 1e-4)
    assert share == pytest.approx(1 - 0.9901, abs=5e-6)
    assert 1 - (1 - share) ** 25 == pytest.approx(0.22, abs=0.005)
    assert np.ceil(np.log(0.05) / np.log(1 - share)) == 302
    assert np.ceil(np.log(0.05) / np.log(0.5)) == 5


def test_short_ranges_hardly_need_a_scale():
    assert log_share(50, 75, 50, 100) == pytest.approx(0.585, abs=5e-4)


def test_self_check():
    assert log_share(0.02, 0.05, 1e-4, 1.0) == pytest.approx(0.0995, abs=5e-5)
    assert (0.05 - 0.02) / (1 - 1e-4) == pytest.approx(0.03, abs=5e-5)
    assert 1 - 10**-1.5 == pytest.approx(0.9684, abs=5e-5)
    assert averaged(1 - 10**-1.5) == pytest.approx(31.6, abs=0.05)
    assert (0.9 + 0.999) / 2 == pytest.approx(0.9495)
    assert averaged(0.9495) == pytest.approx(19.8, abs=0.05)
