"""The lab on gradient checking: what its text and exercises say, recomputed with its own cells."""

import inspect
import re

import numpy as np
import pytest

from c1.w4 import s05_training_step, s06_deep_gradients
from c2.w1 import (s04_l2_cost_and_gradients, s06_inverted_dropout_forward_backward,
                   s13_flatten_unflatten, s13_grad_check, s13_which_component,
                   s14_blockwise_ratio)
from lab_tools import Lab, bare

LAB = Lab("c2/w1/lab_gradient_checking.ipynb")
SKIPPED = ("imports", "components-plot", "kink-plot", "assertions")


@pytest.fixture(scope="module")
def lab():
    """Return the names that the lab's cells define, without its clock and plots."""
    return LAB.run(name for name in LAB.cells if name not in SKIPPED)


def checked(lab, case, parameters=None, backward="backward", epsilon=1e-7):
    """Return the numeric gradient and the other one."""
    return lab["gradients_of"](lab[backward], parameters or lab["parameters"], case, epsilon)


def differing(lab, approx, dtheta):
    """Return the names of the components that differ."""
    names = lab["names_of"](lab["shapes"])
    return [names[i] for i in np.flatnonzero(np.abs(approx - dtheta) > 1e-6)]


def test_functions_are_those_of_the_sections():
    code = LAB.code()
    kept = {s06_deep_gradients: ("sigmoid", "layer_forward", "linear_backward"),
            s05_training_step: ("cost", "update"),
            s04_l2_cost_and_gradients: ("penalty", "add_penalty"),
            s06_inverted_dropout_forward_backward: ("dropout_backward",),
            s13_flatten_unflatten: ("flatten", "shapes_of", "unflatten", "flatten_gradients"),
            s13_grad_check: ("numeric_gradient", "ratio"),
            s13_which_component: ("names_of", "worst"),
            s14_blockwise_ratio: ("blockwise",)}
    mine = bare(code)
    for module, names in kept.items():
        theirs = bare(inspect.getsource(module))
        for name in names:
            assert mine[name] == theirs[name], name
    tables = re.search(r"ACTIVATIONS = .*?\(1\.0 - sigmoid\(Z\)\)\}",
                       inspect.getsource(s06_deep_gradients), re.S)
    assert tables[0] in code


def test_forward_and_backward_equal_those_of_4_6_without_penalty_and_dropout(lab):
    for hidden in ("tanh", "relu"):
        plain = lab["case"] | lab["off"] | {"lambd": 0.0, "hidden": hidden}
        A, caches = s06_deep_gradients.forward(lab["parameters"], plain["X"], hidden)
        np.testing.assert_array_equal(A, lab["forward"](lab["parameters"], plain)[0])
        gradients = lab["backward"](lab["parameters"], plain)
        for name, value in s06_deep_gradients.backward(A, plain["Y"], caches, hidden).items():
            np.testing.assert_allclose(gradients[name], value, rtol=0, atol=1e-14)


@pytest.mark.reference
def test_backward_agrees_with_automatic_differentiation(lab):
    torch = pytest.importorskip("torch")
    case = lab["case"]
    leaves = {name: torch.tensor(value, requires_grad=True)
              for name, value in lab["parameters"].items()}
    A = torch.tensor(case["X"])
    for layer, D in enumerate(case["masks"], start=1):
        A = torch.tanh(leaves[f"W{layer}"] @ A + leaves[f"b{layer}"])
        A = A * torch.tensor(D) / 0.8
    Z = leaves["W3"] @ A + leaves["b3"]
    labels = torch.tensor(case["Y"], dtype=Z.dtype)
    J = torch.nn.functional.binary_cross_entropy_with_logits(Z, labels)
    J = J + 0.7 / 14 * sum((leaves[f"W{layer}"]**2).sum() for layer in (1, 2, 3))
    J.backward()
    assert J.item() == pytest.approx(lab["total_cost"](lab["parameters"], case), rel=1e-14)
    for name, value in lab["backward"](lab["parameters"], case).items():
        np.testing.assert_allclose(leaves[name[1:]].grad.numpy(), value, rtol=0, atol=1e-14)


def test_setting(lab):
    case = lab["case"]
    assert case["lambd"] / case["X"].shape[1] == pytest.approx(0.1)
    assert [D.shape for D in case["masks"]] == [(4, 7), (4, 7)]
    assert lab["theta"].size == 49 == 24 + 20 + 5
    assert list(lab["backward"](lab["parameters"], case))[0] == "dW3"


def test_exercise_count():
    sizes = [5, 100, 100, 1]
    count = sum(n * (n_prev + 1) for n_prev, n in zip(sizes, sizes[1:]))
    assert count == 10801 and 2 * count == 21602


def test_right_version_passes_with_room(lab):
    assert lab["right_ratio"] < 3e-8
    assert max(lab["blocks"]["right"].values()) < 5e-8


@pytest.mark.parametrize("seed", range(2, 6))
def test_result_of_the_lab_holds_at_other_places(lab, seed):
    rng = np.random.default_rng(seed)
    case = lab["case"] | {"X": rng.standard_normal((5, 7)),
                          "masks": [rng.random((4, 7)) < 0.8 for _ in range(2)]}
    parameters = lab["unflatten"](rng.standard_normal(49), lab["shapes"])
    for name, layer in (("backward", 0), ("draft_a", 3), ("draft_b", 1), ("draft_c", 2)):
        r = lab["ratio"](*checked(lab, case, parameters, name))
        assert r > 1e-3 if layer else r < 1e-7
        assert lab["faulty_layer"](lab["blocks_of"](lab[name], parameters, case)) == layer


def test_drafts(lab):
    assert {name: lab["ratio"](*pair) > 0.1 for name, pair in lab["pairs"].items()} == {
        "a": True, "b": True, "c": True}
    last = {name: costs[1] for name, costs in lab["trained"].items()}
    assert max(last.values()) < 0.9
    assert last["b"] == pytest.approx(0.680, abs=0.0005)
    assert last["right"] == pytest.approx(0.708, abs=0.0005)
    assert lab["blocks"]["b"]["b1"] == pytest.approx(0.75, abs=1e-6)
    assert lab["blocks"]["c"]["W3"] < 1e-7 and lab["blocks"]["c"]["b3"] < 1e-7


def test_the_repaired_drafts_are_right(lab):
    source = LAB.source("drafts").partition("DRAFTS =")[0]
    for wrong, right in (("for layer in range(1, L):", "for layer in range(1, L + 1):"),
                         ("np.sum(dZ, axis=1, keepdims=True)}",
                          "np.sum(dZ, axis=1, keepdims=True) / m}"),
                         ("backward(dA, D, keep_prob)",
                          'backward(dA, case["masks"][layer - 1], keep_prob)')):
        assert source.count(wrong) == 1  # a single fault each
        source = source.replace(wrong, right)
    names = dict(lab)
    exec(source, names)
    exact = lab["backward"](lab["parameters"], lab["case"])
    for draft in ("draft_a", "draft_b", "draft_c"):
        for name, value in names[draft](lab["parameters"], lab["case"]).items():
            np.testing.assert_allclose(value, exact[name], rtol=0, atol=1e-14)


def test_largest_difference_of_c_is_not_in_the_faulty_layer(lab):
    assert lab["worst"](*lab["pairs"]["c"], lab["shapes"])[0][0] == "b1[1, 0]"


def test_exercise_components_of_c_that_agree(lab):
    apart = differing(lab, *lab["pairs"]["c"])
    agree = [name for name in lab["names_of"](lab["shapes"])
             if name not in apart and name[1] in "12"]
    assert len(apart) == 40 and len(agree) == 4
    assert agree == ["W2[2, 2]", "W2[2, 3]", "W2[3, 2]", "W2[3, 3]"]
    D1, D2 = lab["case"]["masks"]
    assert np.argwhere(D1[2:] != D2[2:]).tolist() == [[0, 3], [1, 3]]
    assert not D1[2:, 3].any()


def test_exercise_step(lab):
    r = {epsilon: lab["ratio"](*checked(lab, lab["case"], epsilon=epsilon))
         for epsilon in (1e-3, 1e-5, 1e-9)}
    assert r[1e-3] == pytest.approx(1.5e-6, rel=0.03)
    assert r[1e-5] < 1e-9 and r[1e-5] < lab["right_ratio"]
    assert r[1e-9] > 1e-7


def test_each_draft_hides_in_one_setting(lab):
    assert lab["passed"] == {"as it is": ["right"], "lambd = 0": ["right", "a"],
                             "m = 1": ["right", "b"], "no dropout": ["right", "c"]}


def test_exercise_without_keep_prob(lab):
    changed, line = dict(lab), "return dA_tilde * D / keep_prob"
    assert line in LAB.source("functions")
    exec(LAB.source("functions").replace(line, "return dA_tilde * D"), changed)
    exec(LAB.source("network"), changed)
    r = lab["blocks_of"](changed["backward"], lab["parameters"], lab["case"])
    assert {name for name, value in r.items() if value > 1e-7} == {"W1", "b1", "W2", "b2"}
    assert r["b2"] == pytest.approx(0.2 / 1.8, abs=1e-6)
    assert r["b1"] == pytest.approx(0.36 / 1.64, abs=1e-6)
    without = lab["blocks_of"](changed["backward"], lab["parameters"], lab["case"] | lab["off"])
    assert max(without.values()) < 1e-7


def test_kink(lab):
    relu, start = lab["relu_case"], lab["parameters"]
    place = lab["with_score"](5e-8, start, relu)
    approx, dtheta = checked(lab, relu, place)
    large = np.flatnonzero(np.abs(relu["X"][:, 3]) > 0.5)
    expected = [f"W1[1, {k}]" for k in large] + ["b1[1, 0]"]
    assert differing(lab, approx, dtheta) == expected == lab["kink"]["Z1[1, 3] = 5e-8"][1]
    assert len(large) == 3
    at = lab["names_of"](lab["shapes"]).index("b1[1, 0]")
    assert (dtheta[at], approx[at]) == pytest.approx((0.2899, 0.2174), abs=5e-5)
    assert approx[at] / dtheta[at] == pytest.approx(0.75, abs=1e-3)
    left = lab["backward"](lab["with_score"](-1e-6, start, relu), relu)["db1"][1, 0]
    for score in (-2e-7, -5e-8, 5e-8, 2e-7):  # the ramp of figure 2
        slope = checked(lab, relu, lab["with_score"](score, start, relu))[0][at]
        share = np.clip((score + 1e-7) / 2e-7, 0, 1)
        assert slope == pytest.approx(left + share * (dtheta[at] - left), abs=1e-6)


def test_exercise_scores_of_exactly_zero(lab):
    relu = lab["relu_case"]
    dead = lab["parameters"] | {"b1": np.full((4, 1), -100.0), "b2": np.zeros((4, 1))}
    approx, dtheta = checked(lab, relu, dead)
    assert differing(lab, approx, dtheta) == [f"b2[{k}, 0]" for k in range(4)]
    np.testing.assert_allclose(approx[40:44], [0.0054, -0.1899, 0.1864, -0.0019], rtol=0,
                               atol=5e-5)
    assert not dtheta[40:44].any()
    awake = dead | {"b2": np.full((4, 1), 0.01)}
    assert lab["ratio"](*checked(lab, relu, awake)) < 1e-7
    right = checked(lab, relu, dead | {"b2": np.full((4, 1), 1e-9)})[1][40:44]
    np.testing.assert_allclose(approx[40:44], right / 2, rtol=0, atol=1e-7)


def test_masks_redrawn(lab):
    printed = LAB.printed("redrawn")
    costs = re.search(r"J three times: (\S+) (\S+) (\S+)", printed).groups()
    assert len(set(costs)) == 3
    lengths = [float(x) for x in re.findall(r"epsilon \S+ +length (\S+)", printed)]
    assert lengths == [1e3, 1e5, 1e7]
    assert np.linalg.norm(lab["dtheta"]) == pytest.approx(0.83, abs=0.005)
    assert min(lab["redrawn"].values()) > 0.999


def test_exercise_same_seed_at_every_call(lab):
    case, shapes = lab["case"], lab["shapes"]
    approx = lab["numeric_gradient"](
        lambda t: lab["redrawn_cost"](lab["unflatten"](t, shapes), case,
                                      np.random.default_rng(0)), lab["theta"])
    rng = np.random.default_rng(0)
    drawn = case | {"masks": [rng.random(D.shape) < 0.8 for D in case["masks"]]}
    r = [lab["ratio"](approx, lab["flatten_gradients"](
        lab["backward"](lab["parameters"], used), shapes)) for used in (case, drawn)]
    assert r[0] == pytest.approx(0.30, abs=0.005) and r[1] < 1e-7
