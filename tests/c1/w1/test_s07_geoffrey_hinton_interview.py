"""Section 1.7: a ReLU is nearly a sum of shifted logistic units."""

import numpy as np
import pytest

from c1.w2.s02_sigmoid import sigmoid


def test_sum_of_shifted_logistic_units_is_nearly_softplus():
    shifts = np.arange(1, 61) - 0.5
    for z in np.linspace(-8.0, 20.0, 57):
        total = sigmoid(z - shifts).sum()
        assert total == pytest.approx(np.logaddexp(0.0, z), abs=0.011)
        assert abs(total - max(0.0, z)) < 0.7


def test_worked_terms_of_the_page():
    terms = sigmoid(1.0 - (np.arange(1, 61) - 0.5))
    np.testing.assert_allclose(terms[:5], [0.6225, 0.3775, 0.1824, 0.0759, 0.0293], atol=5e-5)
    assert terms[:5].sum() == pytest.approx(1.2876, abs=2e-4)
    assert terms.sum() == pytest.approx(1.3050, abs=5e-5)
    assert np.log(1 + np.e) == pytest.approx(1.3133, abs=5e-5)
