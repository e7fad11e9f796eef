"""Section 1.3: a table, a picture, a sound and a sentence as arrays."""

import numpy as np
import pytest

from c1.w1.s03_data_kinds_as_arrays import (
    ads_table, neighbor_correlation, picture, sound, word_ids)


def test_shapes_and_sizes_of_the_page():
    names, table = ads_table(5, np.random.default_rng(0))
    assert table.shape == (5, len(names)) == (5, 3)
    assert picture(64).shape == (64, 64, 3) and picture(64).size == 12288
    assert picture(64).dtype == np.uint8
    assert sound(1).shape == (16000,)
    assert word_ids("the cat saw the dog", ["cat", "dog", "saw", "the"]).tolist() == [3, 0, 2, 3, 1]


def test_columns_may_move_with_their_names():
    names, table = ads_table(40, np.random.default_rng(3))
    order = np.random.default_rng(4).permutation(3)
    moved, titles = table[:, order], [names[j] for j in order]
    for name in names:
        np.testing.assert_array_equal(moved[:, titles.index(name)], table[:, names.index(name)])


def test_samples_of_a_sound_may_not_move():
    clip = sound(1)
    assert neighbor_correlation(clip) > 0.9
    for seed in range(5):
        shuffled = np.random.default_rng(seed).permutation(clip)
        assert sorted(shuffled) == sorted(clip)
        assert abs(neighbor_correlation(shuffled)) < 0.05


def test_correlation_of_a_tone_is_the_cosine_of_its_step():
    t = np.arange(160_000) / 16000
    for pitch in (220, 1000, 4000):
        tone = np.sin(2 * np.pi * pitch * t)
        wanted = np.cos(2 * np.pi * pitch / 16000)
        assert neighbor_correlation(tone) == pytest.approx(wanted, abs=1e-3)
    assert neighbor_correlation(np.tile([1.0, -1.0], 50)) == pytest.approx(-1.0)


def test_sound_holds_its_two_tones():
    strength = np.abs(np.fft.rfft(sound(1))) / 8000  # one bin a hertz
    assert np.flatnonzero(strength > 0.01).tolist() == [220, 440]
    np.testing.assert_allclose(strength[[220, 440]], [1.0, 0.5], rtol=1e-9)


def test_neighboring_pixels_are_alike():
    image = picture(64).astype(int)
    assert image.min() == 0 and image.max() == 255
    for axis in (0, 1):
        assert np.abs(np.diff(image, axis=axis)).max() <= 5


def test_table_stays_in_its_ranges():
    _, table = ads_table(1000, np.random.default_rng(5))
    assert table.min(axis=0).tolist() == [18, 0, 0]
    assert table.max(axis=0).tolist() == [69, 23, 8]


def test_an_unknown_word_is_refused():
    with pytest.raises(ValueError):
        word_ids("the bird", ["cat", "the"])


def test_self_check_answers():
    assert sound(3).shape == (48000,)
    assert picture(128).size == 49152 == 4 * 12288
