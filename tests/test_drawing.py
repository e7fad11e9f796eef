"""The shapes, labels, arrows, colours and plots that figures are drawn with."""

import re
from pathlib import Path

import draw_checks
import geometry
import labels
import look
import pytest
import typeset
from drawing import BACKWARD, FORWARD, Diagram
from plotting import Plot, pale

ROOT = Path(__file__).resolve().parents[1]


# Labels


def heights(label):
    """Return (letter, height above the baseline, is script) for every letter of a label."""
    element = typeset.text_element(labels.parse(label), 0, 0, 20)
    drawing = typeset.drawsvg.Drawing(9, 9)
    drawing.append(element)
    text = next(node for node in draw_checks.parse(drawing.as_svg().split("?>")[1]).walk()
                if node.name == "text")
    out, height = [], 0.0
    for part in text.content:
        if isinstance(part, str):
            out += [(letter, 0.0, False) for letter in part]
            continue
        height -= float(part.attributes.get("dy", 0))
        script = float(part.attributes.get("font-size", 20)) < 20
        out += [(letter, round(height, 2), script) for letter in part.text()]
    return [item for item in out if item[0].strip()]


@pytest.mark.parametrize("label", [
    "$x_1+y$", "$w^T x$", "$a^{[2](i)}b$", "$a_j^{[l](i)} + c$", r"$e^{-z}/2$",
    r"$\hat{y}^{(i)}-y$",
    r"$\sigma(z_1) = \partial \mathcal{L}$", r"loss $x_1$ of $y^2$ examples", r"$\bar{X}_{ij}b$",
])
def test_what_follows_a_script_stands_on_the_baseline_again(label):
    for letter, height, script in heights(label):
        assert script == (height != 0) or letter in labels.ACCENTS.values()


@pytest.mark.parametrize(("label", "text"), [
    ("$x_1$", "x1"), ("$w^T x$", "wTx"), ("$a^{[2](i)}$", "a[2](i)"), (r"$\hat{y}$", "ˆy"),
    (r"$\sigma, \alpha, \partial, \mathcal{L}$", "σ,α,∂,L"), ("$x-1$", "x−1"),
    (r"5\$ & <b>", "5$ & <b>"),
    (r"$\mathbb{R}^{n_x\times m}$", "ℝnx×m"), (r"$\log \text{of it}$", "logof it"), ("", ""),
    ("学习率 $\\alpha$", "学习率 α"), (r"$\mathdefault{10^{-2}}$", "10−2"), ("$f'(x)$", "f′(x)"),
])
def test_the_text_of_a_label_is_its_letters(label, text):
    assert "".join(run.text for run in labels.parse(label)) == text


def test_letters_are_italic_digits_and_names_upright():
    faces = {run.text: run.face for run in labels.parse(r"$x + 12 \log\alpha \mathrm{ReLU}$")}
    assert faces == {"x": "italic", "+": "roman", "12": "roman", "log": "roman", "α": "italic",
                     "ReLU": "roman"}


def test_a_sign_of_a_number_stands_close_and_an_operator_apart():
    def gaps(label):
        return [run.gap for run in labels.parse(label) if run.text == "−"]

    assert gaps("$-1$") == gaps("$(-1)$") == [] == gaps("$f(x,-1)$")  # they join their number
    assert gaps("$x-1$")[0] > 0


@pytest.mark.parametrize("sign", ["=", r"\le", r"\to", "+", "-", "*", r"\cdot", r"\times"])
def test_a_sign_that_opens_a_label_has_no_space_before_it(sign):
    alone, = labels.parse(f"${sign}$")
    assert alone.gap == 0
    assert labels.parse(f"${sign} 11$")[0].gap == 0
    assert len(labels.parse(f"$f({sign} 11)$")[1].text) > 1  # it joins its bracket
    assert labels.parse(f"$a {sign} b$")[1].gap > 0


def test_an_operator_alone_in_brackets_has_no_space_at_all():
    assert [run.gap for run in labels.parse(r"$f(\cdot)$")] == [0, 0]
    assert [run.text for run in labels.parse("$w^*$")] == ["w", "∗"]
    assert labels.parse("$w^*$")[1].gap == 0


def test_a_relation_that_opens_a_label_keeps_its_space_behind():
    _, number = labels.parse("$= 11$")
    assert number.gap == labels.parse("$a = 11$")[2].gap > 0
    assert labels.parse("$a = -1$")[2].gap == labels.parse("$a = 1$")[2].gap  # of = alone


@pytest.mark.parametrize("high", ["[2]", "[2](i)"])
def test_a_sign_keeps_its_space_after_stacked_scripts(high):
    stacked, plain = labels.parse(f"$a_1^{{{high}}} = 0$"), labels.parse(f"$a^{{{high}}} = 0$")
    assert typeset.width(stacked) == pytest.approx(typeset.width(plain))  # the longer one counts


def test_a_prime_is_raised():
    assert labels.parse("$g'(z)$") == labels.parse(r"$g^{\prime}(z)$")


def test_both_scripts_stand_one_above_the_other():
    both = typeset.width(labels.parse("$a_{12345}^{[2]}$"))
    assert both == pytest.approx(typeset.width(labels.parse("$a_{12345}$")))
    apart = typeset.width(labels.parse("$a_1{}^{[2](i)}$"))
    assert typeset.width(labels.parse("$a_1^{[2](i)}$")) < apart


@pytest.mark.parametrize("label", ["$x", "$x_$", "$x^", "$}$", "${$", r"$\hat{xy}$", r"$\nothing$",
                                   "$x_{1$", "$\\$"])
def test_a_label_that_is_no_label(label):
    with pytest.raises(ValueError, match="label"):
        labels.parse(label)


# Arrows


@pytest.mark.parametrize("target", [
    geometry.Shape(200, 90, 40, 40, "circle"), geometry.Shape(200, 90, 80, 30, "box", 7),
    geometry.Shape(200, 90, 80, 50, "diamond")])
@pytest.mark.parametrize("source", [(20, 90), (200, 10), (130, 20), (400, 300)])
@pytest.mark.parametrize(("bend", "shift"), [(0, 0), (30, 0), (0, 6), (-20, -6)])
def test_an_arrow_ends_on_the_border_of_its_target(source, target, bend, shift):
    start = geometry.Shape(*source, 30, 30, "circle")
    curve = geometry.between(start, target, bend, shift, gap=0.8)
    assert start.distance(*curve.at(0)) == pytest.approx(0.8, abs=0.02)
    assert target.distance(*curve.at(1)) == pytest.approx(0.8, abs=0.02)


def test_an_arrow_round_corners_ends_on_the_border_too():
    d = Diagram(height=200, title="t", desc="d")
    a, b = d.node(60, 60, r=20), d.node(200, 60, r=20)
    d.arrow(a, b, via=[(60, 150), (200, 150)], color=BACKWARD, dashed=True)
    tip = re.search(r'd="M([\d.]+) ([\d.]+)l[^"]*z" fill="var\(--fig-2', d.svg()).groups()
    assert b.distance(*map(float, tip)) == pytest.approx(0.8, abs=0.02)


def test_a_brace_keeps_clear_of_a_label_of_two_lines_set_like_one():
    def texts(label):
        d = Diagram(height=200, title="t", desc="d")
        d.brace((100, 150), (40, 150), label)  # it points down
        return re.findall(r'<text x="[\d.]+" y="([\d.]+)" font-size="(\d+)"', d.svg())

    (one, size), = texts("$m$")
    upper, lower = texts("$m$\n$= 11$")
    assert upper[1] == lower[1] == size
    assert float(lower[0]) > float(upper[0]) == pytest.approx(float(one), abs=1)


def test_there_and_back_run_side_by_side():
    a, b = geometry.Shape(20, 50), geometry.Shape(120, 50)
    there, back = geometry.between(a, b, shift=5), geometry.between(b, a, shift=5)
    assert (there.at(0.5)[1], back.at(0.5)[1]) == (45, 55)


def test_a_network_joins_every_unit_with_every_unit_of_the_next_layer():
    d = Diagram(height=240, title="t", desc="d")
    network = d.network((40, 200, 360), 120, (["$x_1$", "$x_2$", "$x_3$"], 4, 1))
    assert [len(layer) for layer in network.layers] == [3, 4, 1]
    assert [network.over(place).x for place in (0, 0.5, 1, 1.5, 2)] == [40, 120, 200, 280, 360]
    edges = [tuple(map(float, edge)) for edge in re.findall(
        r'd="M([\d.]+) ([\d.]+)l(-?[\d.]+) ?(-?[\d.]+)" stroke="var\(--fig-muted', d.svg())]
    assert len(set(edges)) == len(edges) == 3 * 4 + 4 * 1
    nodes = [node for layer in network.layers for node in layer]
    for x, y, right, down in edges:
        assert all(min(node.distance(*end) for node in nodes) == pytest.approx(0.8, abs=0.02)
                   for end in ((x, y), (x + right, y + down)))


def test_a_network_in_short_has_one_arrow_between_layers_and_its_labels():
    d = Diagram(height=300, title="t", desc="d")
    network = d.network((40, 200, 400), 150, (3, 4, 1), edges="arrows", dots=(2, None, None),
                        color=(BACKWARD, FORWARD, FORWARD), above=("$a$", None, "$c$"),
                        between=("$W$", "$V$"), below=("0", "1\nb", "2"))
    svg = d.svg()
    assert svg.count('z" fill="currentColor"') == 2  # heads
    assert svg.count('stroke="var(--fig-2') == 3 and svg.count('stroke="var(--fig-1') == 5
    box = network.box
    heights = {text: float(y) for y, text in re.findall(r' y="([\d.]+)"[^>]*>(\w)<', svg)}
    assert max(heights[text] for text in "acWV") < box.top.y
    assert heights["0"] == heights["2"] > box.bottom.y and heights["b"] > heights["1"]
    assert draw_checks.problems(svg, "s01_short") == []


def test_every_shape_of_a_diagram_keeps_the_rules():
    d = Diagram(height=420, title="t", desc="d")
    left = d.column(30, 150, ["$x_1$", "$x_2$", "$x_n$"], dots_after=2)
    right = d.column(130, 150, 2)
    d.connect(left, right)
    d.arrow(left[0], right[0], "$w$", bend=12, tail=True, halo=True)
    d.split_node(200, 40, "$z$", r"$\sigma$")
    grid = d.grid(330, 140, [[1, -2, "$w_1$"], [4, None, 6]], columns=[1], cells=[(0, 0)])
    d.grid(240, 250, (2, 3), style="brackets", cell=(20, 20))
    d.brace(grid.row(0).port("top", 0), grid.row(0).port("top", 1), "$m$")
    d.tensor(400, 250, 40, 40, 40, "$X$", sizes=("$n_H$", "$n_W$", "$n_C$"))
    d.strike(d.code(20, 300, "for i in range(m):", mark=FORWARD))
    d.highlight([left[1], right[1]], border=True)
    d.fraction(300, 320, r"$\partial J$", r"$\partial w$")
    d.node(60, 370, "yes?", shape="diamond", width=90, height=60)
    d.beside(d.node(200, 370, "two\nlines", shape="box"), "right", "beside\nit")
    d.label(440, 60, "up", rotate=-90, bold=True)
    assert draw_checks.problems(d.svg(), "s01_all") == []


# Colours


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def variables(scheme):
    css = (ROOT / "docs" / "assets" / "css" / "figures.css").read_text(encoding="utf-8")
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\]\s*{{(.*?)}}', css, re.S).group(1)
    return dict(re.findall(r"(--fig-[\w-]+):\s*(#[0-9a-f]{6})", block))


@pytest.mark.parametrize(("scheme", "ink"), [("default", "#000000"), ("slate", "#c4c7ce")])
def test_every_colour_reads_on_the_page_and_on_its_pale_field(scheme, ink):
    values = variables(scheme)
    for colour, field in look.PALE.items():
        colour, field = (values[re.search(r"--fig-[\w-]+", name).group()]
                         for name in (colour, field))
        assert contrast(colour, values["--fig-paper"]) >= 4.5
        assert contrast(colour, field) >= 4.5
        assert contrast(ink, field) >= 4.5


def test_the_stylesheet_has_every_colour_and_the_files_fall_back_to_the_light_ones():
    named = {name: value for colour in look.COLOURS[1:]
             for name, value in re.findall(r"(--fig-[\w-]+), (#\w+)", colour)}
    assert variables("default") == named
    assert variables("slate").keys() == named.keys()


# Plots


def plot_with(use):
    plot = Plot(title="t", desc="d")
    use(plot)
    return plot.svg()


def test_a_plot_holds_our_letters_and_colours_alone():
    svg = plot_with(lambda p: (
        p.axes.plot([1, 2], [10, 1000], "--", label=r"$\hat{y}$"), p.axes.set_yscale("log"),
        p.axes.set_xlabel("$z$ in words"), p.axes.legend(), p.axes.set_ylabel(r"$\mathcal{L}$"),
        p.text(1, 100, "two\nlines", color=BACKWARD), p.point(2, 1000, color=BACKWARD)))
    assert draw_checks.problems(svg, "clip") == []
    assert "$" not in svg and "DejaVu" not in svg and "mathdefault" not in svg and "<circle" in svg


def test_a_plot_is_clipped_only_where_it_leaves_its_axes():
    inside = plot_with(lambda p: p.axes.plot([0, 1], [0, 1]))
    outside = plot_with(lambda p: (p.axes.plot([0, 1], [0, 9]), p.axes.set_ylim(0, 1)))
    filled = plot_with(lambda p: (p.axes.fill_between([0, 1], [0, 9], color=pale(FORWARD)),
                                  p.axes.set_ylim(0, 1)))
    dots = plot_with(lambda p: (p.axes.scatter([0, 1], [0, 9]), p.axes.set_ylim(-0.1, 1)))
    assert "clip-path" not in inside
    assert 'clip-path="url(#clip1)"' in outside and 'clip-path="url(#clip1)"' in filled
    assert dots.count("<circle") == 1


def test_a_plot_refuses_what_the_themes_cannot_show():
    with pytest.raises(ValueError, match="bitmap"):
        plot_with(lambda p: p.axes.imshow([[1, 2], [3, 4]]))
    svg = plot_with(lambda p: p.axes.plot([1, 2], color="red"))
    assert any("#ff0000" in message for _, message in draw_checks.problems(svg, "x"))


def test_a_figure_is_sized_by_its_canvas():
    svg = Diagram(300, 100, title="a < b", desc="d").svg()
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" class="figure" width="300" '
                          'height="100" viewBox="0 0 300 100" fill="none">\n'
                          "<title>a &lt; b</title>")
