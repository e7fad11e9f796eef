"""Section 2.1: an image as a column, a data set as X and Y."""

import numpy as np
import pytest

from c1.w2.s01_image_to_vector import by_color, by_pixel, image_by_color, image_by_pixel
from c1.w2.s01_stack_images import stack


def random_image(h=64, w=64, seed=0):
    return np.random.default_rng(seed).integers(0, 256, size=(h, w, 3))


def test_a_64_by_64_image_has_12288_numbers():
    image = random_image()
    assert by_pixel(image).shape == by_color(image).shape == (12288, 1)
    assert 64 * 64 * 3 == 12288


def test_self_check_a_gray_image_and_a_large_color_image():
    assert 28 * 28 == 784
    assert by_color(random_image(128, 128)).shape == (49152, 1)


def test_self_check_place_of_a_blue_number():
    image = random_image()
    image[2, 3, 2] = -1
    assert np.flatnonzero(by_color(image) == -1).tolist() == [8323]


def test_self_check_transpose_keeps_examples_and_reshape_cuts_them():
    A = np.arange(6).reshape(2, 3)
    np.testing.assert_array_equal(A.T[:, 0], A[0])
    assert not np.array_equal(A.reshape(3, 2)[:, 0], A[0])


def test_order_by_color_puts_a_plane_after_the_other():
    image, x = random_image(), by_color(random_image())
    for channel in range(3):
        assert x[4096 * channel, 0] == image[0, 0, channel]
    for row, column, channel in ((0, 1, 0), (1, 0, 1), (63, 63, 2), (10, 20, 1)):
        assert x[4096 * channel + 64 * row + column, 0] == image[row, column, channel]


def test_order_by_pixel_keeps_the_three_colors_together():
    image, x = random_image(), by_pixel(random_image())
    for row, column, channel in ((0, 0, 0), (0, 1, 0), (63, 63, 2), (10, 20, 1)):
        assert x[3 * (64 * row + column) + channel, 0] == image[row, column, channel]


@pytest.mark.parametrize(("h", "w"), [(64, 64), (5, 4), (1, 1), (2, 7)])
def test_both_orders_can_be_undone_and_are_permutations_of_each_other(h, w):
    image = random_image(h, w)
    np.testing.assert_array_equal(image_by_pixel(by_pixel(image), h, w), image)
    np.testing.assert_array_equal(image_by_color(by_color(image), h, w), image)
    np.testing.assert_array_equal(np.sort(by_color(image), axis=0), np.sort(by_pixel(image), axis=0))


def test_undoing_the_wrong_order_does_not_give_the_image_back():
    image = random_image()
    assert not np.array_equal(image_by_pixel(by_color(image), 64, 64), image)


def test_each_image_is_one_column_and_its_label_stands_below():
    X, Y = stack(np.arange(24).reshape(2, 2, 2, 3), [1, 0])
    assert X.shape == (12, 2)
    np.testing.assert_array_equal(X[:, 0], range(12))
    np.testing.assert_array_equal(X[:, 1], range(12, 24))
    np.testing.assert_array_equal(Y, [[1, 0]])


def test_columns_are_the_flattened_images_one_by_one():
    images = np.random.default_rng(2).standard_normal((7, 5, 4, 3))
    X, Y = stack(images, np.arange(7) % 2)
    assert (X.shape, Y.shape) == ((60, 7), (1, 7))
    for i, image in enumerate(images):
        np.testing.assert_array_equal(X[:, [i]], by_pixel(image))


def test_reshape_to_minus_one_m_mixes_the_images():
    images = np.arange(24).reshape(2, 2, 2, 3)
    X, _ = stack(images, [1, 0])
    scrambled = images.reshape(-1, 2)
    assert scrambled.shape == X.shape
    np.testing.assert_array_equal(scrambled[:, 0], range(0, 24, 2))
    assert not np.array_equal(scrambled, X)


def test_one_image_makes_one_column():
    X, Y = stack(random_image()[np.newaxis], [1])
    assert (X.shape, Y.shape) == ((12288, 1), (1, 1))


def test_size_counts_the_numbers_and_shape_is_a_tuple():
    X, _ = stack(np.zeros((10, 64, 64, 3)), np.zeros(10))
    assert X.shape == (12288, 10)
    assert X.size == 122880


def test_labels_that_do_not_match_the_images_are_refused():
    with pytest.raises(ValueError):
        stack(np.zeros((3, 2, 2, 3)), [1, 0])
