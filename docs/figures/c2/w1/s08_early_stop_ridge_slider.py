"""Figure 1.8-3: what early stopping and ridge leave of each direction, for three pairs."""

import numpy as np

from c2.w1.s08_early_stopping_vs_ridge import ridge_share, stopped_share
from plotting import BACKWARD, FORWARD, Plot

ALPHA, TAUS = 0.1, (5, 20, 80)


def draw():
    """Return the three plots."""
    plot = Plot(
        height=240, left=56, right=12, top=52, bottom=48, columns=3, sharey=True, between=0.16,
        title="Shares left by early stopping and by ridge",
        desc="Three plots of the share over the eigenvalue, from 0.01 to 5 on a logarithmic axis. "
             "With tau 5, 20 and 80 the curve of early stopping moves to the left; the curve of "
             "ridge with rho 2, 0.5 and 0.125 moves with it, up to 0.26 lower.")
    eigenvalues = np.geomspace(0.01, 5.0, 81)
    for axes, tau in zip(plot.all, TAUS, strict=True):
        rho = 1 / (ALPHA * tau)
        axes.semilogx(eigenvalues, ridge_share(eigenvalues, rho), color=BACKWARD, linestyle="--")
        axes.semilogx(eigenvalues, stopped_share(eigenvalues, ALPHA, tau), color=FORWARD)
        axes.set(xlim=(0.01, 5.0), ylim=(0, 1), yticks=(0, 0.5, 1))
        axes.minorticks_off()
        axes.set_xticks((0.01, 0.1, 1.0), labels=("0.01", "0.1", "1"))
        middle = np.sqrt(0.05)
        plot.text(middle, 1, rf"$\tau = {tau}$", axes=axes, color=FORWARD, anchor="middle", dy=-34)
        plot.text(middle, 1, rf"$\rho = {rho:g}$", axes=axes, color=BACKWARD, anchor="middle",
                  dy=-14)
    plot.all[1].set_xlabel(r"$\lambda_k$")
    return plot
