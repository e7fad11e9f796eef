"""Section 4.3: the shape of every array, and what shapes cannot show."""

import numpy as np
import pytest

from c1.w4.s01_describe_network import count
from c1.w4.s03_check_shapes import check_shapes, expected_shape, random_step

SIZES = [2, 3, 5, 4, 2, 1]


def step(sizes=SIZES, m=10):
    return random_step(sizes, m, np.random.default_rng(0))


def test_worked_case_of_the_page():
    arrays = step()
    assert [arrays[f"W{layer}"].shape for layer in range(1, 6)] == [
        (3, 2), (5, 3), (4, 5), (2, 4), (1, 2)]
    assert [count(pair) for pair in zip(SIZES, SIZES[1:], strict=False)] == [9, 20, 24, 10, 3]
    assert count(SIZES) == 66 == sum(
        arrays[f"{name}{layer}"].size for layer in range(1, 6) for name in "Wb")


@pytest.mark.parametrize("sizes, m", [(SIZES, 10), (SIZES, 1), ([3, 1], 4), ([1] * 5, 1),
                                      ([4, 4, 4], 4)])
def test_a_right_step_passes(sizes, m):
    arrays = step(sizes, m)
    check_shapes(arrays, sizes, m)
    # W, b, Z, A with their derivatives in each layer, A and dA in layer 0
    assert len(arrays) == 8 * (len(sizes) - 1) + 2


def test_a_derivative_is_shaped_like_its_variable():
    arrays = step()
    for name, value in arrays.items():
        if not name.startswith("d"):
            assert arrays["d" + name].shape == value.shape


def test_parameters_do_not_depend_on_the_number_of_examples():
    one, many = step(m=1), step(m=50)
    for name in one:
        same = one[name].shape == many[name].shape
        assert same == (name.removeprefix("d")[0] in "Wb")


@pytest.mark.parametrize("layer", [1, 2, 3, 4, 5])
def test_a_transposed_weight_is_reported_with_its_layer(layer):
    arrays = step()
    name = f"W{layer}"
    with pytest.raises(AssertionError, match=f"^layer {layer}: {name} is "):
        check_shapes(arrays | {name: arrays[name].T}, SIZES, 10)


@pytest.mark.parametrize("layer", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("name", ["b", "db"])
def test_a_flat_bias_is_reported_with_its_layer(name, layer):
    arrays, n = step(), SIZES[layer]
    with pytest.raises(AssertionError, match=rf"^layer {layer}: {name}{layer} is \({n},\)"):
        check_shapes(arrays | {f"{name}{layer}": np.zeros(n)}, SIZES, 10)


def test_the_message_of_the_page():
    with pytest.raises(AssertionError) as error:
        check_shapes({"W3": np.zeros((5, 4))}, SIZES, 10)
    assert str(error.value) == "layer 3: W3 is (5, 4), should be (4, 5)"


def test_layers_with_two_digits():
    sizes = [2] * 11 + [1]
    assert expected_shape("dW11", sizes, 5) == (1, 2)
    with pytest.raises(AssertionError, match="^layer 10: A10 "):
        check_shapes({"A10": np.zeros((2, 4))}, sizes, 5)


def test_the_gradients_of_the_demo_are_right():
    # at this seed no score is at the kink, and the output is active on 8 of 10 examples
    arrays = random_step(SIZES, 10, np.random.default_rng(180))
    dA5 = arrays["dA5"]

    def weighted_output(name, change):
        A, moved = arrays["A0"], dict(arrays)
        moved[name] = arrays[name] + change
        A = moved["A0"]
        for layer in range(1, 6):
            A = np.maximum(0.0, moved[f"W{layer}"] @ A + moved[f"b{layer}"])
        return np.sum(dA5 * A)

    rng = np.random.default_rng(1)
    names = ["A0", *(f"{kind}{layer}" for kind in "Wb" for layer in range(1, 6))]
    for name in names:
        direction = rng.standard_normal(arrays[name].shape)
        numeric = (weighted_output(name, 1e-6 * direction)
                   - weighted_output(name, -1e-6 * direction)) / 2e-6
        slope = np.sum(arrays["d" + name] * direction) * (1 if name == "A0" else 10)
        assert abs(slope) > 0.01 and slope == pytest.approx(numeric, rel=1e-7)


def test_square_layer_hides_a_transpose():
    sizes = [3, 4, 4, 1]
    arrays = step(sizes, 6)
    turned = arrays | {"W2": arrays["W2"].T}
    check_shapes(turned, sizes, 6)
    assert not np.allclose(turned["W2"] @ arrays["A1"], arrays["W2"] @ arrays["A1"])


def test_flat_bias_with_as_many_examples_as_units_runs_and_is_wrong():
    WA, b = np.zeros((3, 3)), np.array([[1.0], [2.0], [3.0]])
    flat = WA + b.ravel()
    assert flat.shape == (3, 3) and flat.tolist() == [[1, 2, 3]] * 3
    assert (WA + b).tolist() == [[1, 1, 1], [2, 2, 2], [3, 3, 3]]
    with pytest.raises(ValueError):
        np.zeros((3, 10)) + b.ravel()
    with pytest.raises(AssertionError, match="layer 1"):
        check_shapes({"b1": b.ravel()}, [2, 3], 3)


def test_flat_bias_on_one_example_runs_and_only_the_scores_show_it():
    Z = np.zeros((3, 1)) + np.zeros(3)
    assert Z.shape == (3, 3)
    with pytest.raises(AssertionError, match="^layer 1: Z1 "):
        check_shapes({"Z1": Z}, [2, 3], 1)


def test_numbers_that_all_differ_let_numpy_report_every_transpose_and_flat_bias():
    sizes, m = [2, 3, 5, 4, 6, 1], 10
    assert len({*sizes, m}) == len(sizes) + 1
    arrays = step(sizes, m)
    for layer in range(1, 6):
        W, A_prev = arrays[f"W{layer}"], arrays[f"A{layer - 1}"]
        with pytest.raises(ValueError):
            W.T @ A_prev
        if sizes[layer] > 1:
            with pytest.raises(ValueError):
                W @ A_prev + arrays[f"b{layer}"].ravel()


def test_one_flat_bias_of_one_unit_goes_unnoticed_without_a_check():
    assert (np.zeros((1, 10)) + np.zeros(1)).shape == (1, 10)


def test_self_check_answers():
    assert expected_shape("W2", [10, 7, 4, 1], 32) == (4, 7)
    assert expected_shape("dZ2", [10, 7, 4, 1], 32) == (4, 32)
    assert count([10, 7, 4, 1]) == 77 + 32 + 5 == 114
    assert expected_shape("W4", [8, 6, 6, 3, 1], 9) == (1, 3)


@pytest.mark.reference
def test_shapes_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    for layer, (n_prev, n) in enumerate(zip(SIZES, SIZES[1:], strict=False), start=1):
        linear = torch.nn.Linear(n_prev, n)
        assert tuple(linear.weight.shape) == expected_shape(f"W{layer}", SIZES, 10)
