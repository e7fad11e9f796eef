"""Section 1.8: flips and crops, early stopping with patience, and its kinship with ridge."""

import itertools

import numpy as np
import pytest

from c2.w1 import s08_early_stopping_curves as curves
from c2.w1.s08_early_stopping_vs_ridge import descend, matching_rho, ridge_share, stopped_share
from c2.w1.s08_early_stopping_with_patience import early_stopping, play
from c2.w1.s08_flip_and_random_crop import augment, flip, random_crops, resize

DEV = (0.30, 0.24, 0.20, 0.19, 0.21, 0.22, 0.23)
LONG = (0.25, 0.22, 0.21, 0.215, 0.212, 0.208, 0.210, 0.211, 0.214)


def positions(image, crop):
    """Return every place at which the crop stands in the image."""
    windows = np.lib.stride_tricks.sliding_window_view(image, crop.shape)
    return np.argwhere((windows == crop).all(axis=(2, 3)))


def test_flipping_twice_is_the_identity():
    images = np.random.default_rng(0).random((3, 5, 7))
    np.testing.assert_array_equal(flip(flip(images)), images)
    np.testing.assert_array_equal(flip(images)[1, 2], list(reversed(images[1, 2])))
    assert not np.array_equal(flip(images), images)


@pytest.mark.parametrize("m, height, width, size", [(1, 4, 4, 4), (6, 9, 7, 3), (4, 5, 8, 1)])
def test_every_crop_is_a_contiguous_part_of_its_image(m, height, width, size):
    images = np.arange(m * height * width).reshape(m, height, width)
    crops = random_crops(images, size, np.random.default_rng(1))
    assert crops.shape == (m, size, size)
    assert all(len(positions(image, crop)) == 1
               for image, crop in zip(images, crops, strict=True))


def test_crops_reach_every_place_about_equally_often():
    images = np.tile(np.arange(16).reshape(1, 4, 4), (9000, 1, 1))
    corners = random_crops(images, 2, np.random.default_rng(2))[:, 0, 0]
    values, counts = np.unique(corners, return_counts=True)
    assert values.tolist() == [0, 1, 2, 4, 5, 6, 8, 9, 10]
    assert counts.min() > 850 and counts.max() < 1150


def test_a_crop_larger_than_the_image_is_refused():
    with pytest.raises(ValueError):
        random_crops(np.zeros((1, 4, 4)), 5, np.random.default_rng(0))


def test_resizing_repeats_pixels():
    image = np.array([[[1, 2], [3, 4]]])
    np.testing.assert_array_equal(resize(image, 4, 6)[0],
                                  np.kron(image[0], np.ones((2, 3), int)))
    np.testing.assert_array_equal(resize(resize(image, 6, 6), 2, 2), image)


def test_labels_go_with_their_images_and_the_input_stays():
    images = np.arange(32.0).reshape(2, 4, 4)
    before = images.copy()
    X, Y = augment(images, np.array([[1, 0]]), 2, np.random.default_rng(0))
    np.testing.assert_array_equal(images, before)
    assert X.shape == (6, 4, 4) and Y.shape == (1, 6)
    assert [bool(image.max() < 16) for image in X] == [label == 1 for label in Y[0]]
    assert Y.mean() == 0.5
    X[:] = -1
    np.testing.assert_array_equal(images, before)


def test_stops_after_the_sixth_epoch_and_restores_the_fourth():
    assert early_stopping(play(DEV), 2) == (6, 4, {"W1": 4.0})


@pytest.mark.parametrize("patience", range(1, 10))
def test_the_best_is_the_minimum_of_what_was_seen(patience):
    for errors in (DEV, LONG, *itertools.permutations((0.1, 0.2, 0.3, 0.4))):
        last, best, parameters = early_stopping(play(errors), patience)
        assert best == 1 + np.argmin(errors[:last]) and parameters == {"W1": float(best)}
        assert last == len(errors) or last - best == patience


def test_early_stopping_reads_no_epoch_too_many():
    rest = play(DEV)
    early_stopping(rest, 2)
    assert [error for error, _ in rest] == [0.23]


def test_edges_of_early_stopping():
    assert early_stopping(play(()), 2) == (0, 0, None)
    assert early_stopping(play((0.5,)), 2) == (1, 1, {"W1": 1.0})
    assert early_stopping(play((0.2, 0.2, 0.2, 0.2)), 2)[:2] == (3, 1)  # a tie is no improvement
    assert early_stopping(play((0.2, np.nan, np.nan, 0.1)), 2)[:2] == (3, 1)


def test_descent_in_any_basis_reaches_the_share_in_every_direction():
    rng = np.random.default_rng(3)
    values, w_best = rng.uniform(0.01, 2.0, 5), rng.standard_normal(5)
    turn, _ = np.linalg.qr(rng.standard_normal((5, 5)))
    H, target, w = turn @ np.diag(values) @ turn.T, turn @ w_best, np.zeros(5)
    for _ in range(30):
        w = w - 0.2 * H @ (w - target)
    np.testing.assert_allclose(turn.T @ w, descend(values, w_best, 0.2, 30), rtol=0, atol=1e-13)
    np.testing.assert_allclose(turn.T @ w, stopped_share(values, 0.2, 30) * w_best,
                               rtol=0, atol=1e-13)
    ridge = np.linalg.solve(H + 0.3 * np.eye(5), H @ target)
    np.testing.assert_allclose(turn.T @ ridge, ridge_share(values, 0.3) * w_best,
                               rtol=0, atol=1e-13)


def test_closed_values_of_the_shares():
    assert stopped_share(0.5, 0.1, 20) == pytest.approx(0.64151, abs=5e-6)
    assert matching_rho(0.5, 0.1, 20) == pytest.approx(0.27941, abs=5e-6)
    assert 0.5 / (0.5 + 0.27941) == pytest.approx(0.64151, abs=5e-6)
    assert matching_rho(0.5, 0.01, 1) == pytest.approx(99.5)
    assert matching_rho(2.0, 0.1, 20) == pytest.approx(0.0233, abs=5e-5)
    for eigenvalue in (0.01, 0.7, 5.0):  # after 1 step rho is 1 / alpha - eigenvalue
        assert matching_rho(eigenvalue, 0.1, 1) == pytest.approx(10 - eigenvalue)
    assert stopped_share(10.0, 0.1, 1) == pytest.approx(1) and stopped_share(0.5, 0.1, 0) == 0


def test_the_rule_of_thumb_holds_for_small_steps_and_errs_to_one_side():
    values = np.geomspace(1e-6, 9.9, 200)
    for tau in (1, 5, 20, 80):
        rule = 1 / (0.1 * tau)
        assert (matching_rho(values, 0.1, tau) <= rule * (1 + 1e-9)).all()
        assert matching_rho(1e-6, 0.1, tau) == pytest.approx(rule, rel=1e-4)


def test_largest_gaps_in_the_third_figure():
    values = np.geomspace(0.01, 5, 20001)
    gaps = [np.max(stopped_share(values, 0.1, tau) - ridge_share(values, 10 / tau))
            for tau in (5, 20, 80)]
    assert gaps == pytest.approx([0.257, 0.217, 0.207], abs=5e-4)


def test_curves_of_the_second_figure():
    steps, train, dev, norm = curves.history()
    best = int(np.argmin(dev))
    assert (np.diff(train) < 0).all() and (np.diff(norm) > 0).all()
    assert (np.diff(dev[:best + 1]) < 0).all() and (np.diff(dev[best:]) > 0).all()
    assert steps[best] == 132 and len(steps) == 10001  # every step, not a grid
    assert [dev[best], dev[-1]] == pytest.approx([0.448, 0.652], abs=5e-4)
    assert [norm[0], norm[best], norm[-1]] == pytest.approx([2.01, 2.99, 13.33], abs=5e-3)


def test_self_check_numbers():
    assert early_stopping(play(LONG), 2)[:2] == (5, 3)
    assert early_stopping(play(LONG), 3)[:2] == (9, 6)
    assert stopped_share(1.0, 0.1, 10) == pytest.approx(0.6513, abs=5e-5)
    assert matching_rho(1.0, 0.1, 10) == pytest.approx(0.5353, abs=5e-5)
