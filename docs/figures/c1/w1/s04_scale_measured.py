"""Figure 1.4-2: test error of four models against the number of examples, measured."""

from c1.w1.s04_scale_drives_performance import DEGREES, median_errors
from plotting import BACKWARD, FORWARD, FOURTH, THIRD, Plot

SIZES = (12, 20, 35, 60, 100, 200, 400, 800, 2000)
LOOKS = ((BACKWARD, ":"), (FOURTH, "--"), (THIRD, "-."), (FORWARD, "-"))


def draw():
    """Return the plot."""
    plot = Plot(height=320, left=62, right=44, bottom=50, title="Test error and number of examples",
                desc="Logarithmic axes. Polynomials of degree 1, 3, 5 and 9. At m = 12 degree 9 "
                     "is by far the worst, at m = 2000 the best; degree 1 hardly changes.")
    errors = [median_errors(m) for m in SIZES]
    for number, (color, dash) in enumerate(LOOKS):
        values = [row[number] for row in errors]
        plot.axes.loglog(SIZES, values, color=color, linestyle=dash, marker="o", markersize=4)
        plot.text(2000, values[-1], f"${DEGREES[number]}$", color=color, dx=10)
    plot.axes.set(xlabel="$m$", ylim=(2e-4, 10), xticks=(12, 100, 400, 2000),
                  yticks=(1e-3, 1e-2, 1e-1, 1, 10))
    plot.axes.set_xticklabels(["12", "100", "400", "2000"])
    plot.axes.set_yticklabels(["0.001", "0.01", "0.1", "1", "10"])
    plot.axes.minorticks_off()
    plot.grid("y")
    return plot
