"""Figure 4.6-1: three layers there and back, with the numbers of the page."""

import numpy as np

from c1.w4.s06_deep_gradients import backward, forward
from drawing import BACKWARD, FORWARD, MUTED, Diagram, pale

CHAIN = {"W1": [[3.0]], "b1": [[-2.0]], "W2": [[-1.0]], "b2": [[5.0]], "W3": [[2.0]],
         "b3": [[1.0]]}
PLACES, UP, DOWN, END = (102, 230, 358), 62, 216, 438
NAMES = (r"\mathrm{ReLU}", r"\mathrm{ReLU}", r"\sigma")
BACK = {"color": BACKWARD, "dashed": True}


def draw():
    """Return the diagram."""
    d = Diagram(height=330, title="Forward and backward through three layers",
                desc="Forward: x = 2 gives z = 4, a = 4, then z = 1, a = 1, then z = 3, a = 0.9526 "
                     "and, with y = 0, the loss. Backward, dashed: dz[3] = 0.9526 gives dW[3] "
                     "0.9526; da[2] = 1.9051 gives dW[2] = 7.6206; da[1] = -1.9051 gives "
                     "dW[1] = -3.8103; da[0] is struck out. Grey arrows carry the caches down.")
    parameters = {name: np.array(value) for name, value in CHAIN.items()}
    A, caches = forward(parameters, np.array([[2.0]]))
    gradients = backward(A, np.zeros((1, 1)), caches)
    after = [cache[0] for cache in caches[1:]] + [A]
    ups = [front(d, layer, caches[layer][2].item(), after[layer].item()) for layer in range(3)]
    downs = [back(d, layer, gradients) for layer in range(3)]
    loss = d.node(END, (UP + DOWN) / 2, r"$\mathcal{L}$", r=18)
    forward_arrows(d, ups, loss)
    backward_arrows(d, downs, loss)
    for layer, (above, below) in enumerate(zip(ups, downs, strict=True), 1):
        cache = rf"$a^{{[{layer - 1}]}}, W^{{[{layer}]}}$" + "\n" + f"$z^{{[{layer}]}}$"
        d.arrow(above, below, color=MUTED, dashed=True)
        d.label(above.x + 6, (UP + DOWN) / 2, cache, anchor="start", color=MUTED, size=16)
    return d


def front(d, layer, z, a):
    """Draw a forward block with its activation function, its score and its activation."""
    box = d.node(PLACES[layer], UP, shape="box", width=86, height=84, color=FORWARD,
                 fill=pale(FORWARD))
    d.label(box.x, UP - 26, f"${NAMES[layer]}$", size=16)
    d.label(box.x, UP, f"$z^{{[{layer + 1}]}} = {z:g}$", size=16)
    name = r"\hat{y}" if layer == 2 else f"a^{{[{layer + 1}]}}"
    d.label(box.x, UP + 26, f"${name} = {a:.4g}$", size=16)
    return box


def back(d, layer, gradients):
    """Draw a backward block with its error, and what it sends out."""
    number = layer + 1
    dz = gradients[f"db{number}"].item()  # one example: db is dz
    box = d.node(PLACES[layer], DOWN, f"$dz^{{[{number}]}}$\n${dz:.4f}$", shape="box", width=86,
                 height=56, color=BACKWARD, fill=pale(BACKWARD), size=16)
    words = f"$dW^{{[{number}]}}$\n${gradients[f'dW{number}'].item():.4f}$"
    d.arrow(box, d.label(box.x, 302, words, color=BACKWARD, size=16), **BACK, gap=3)
    return box


def forward_arrows(d, blocks, loss):
    """Draw the way from x to the loss."""
    d.arrow(d.label(18, UP, "$x$\n$2$", size=16), blocks[0], color=FORWARD, gap=3)
    for start, end in zip(blocks, blocks[1:], strict=False):
        d.arrow(start, end, color=FORWARD)
    d.arrow(blocks[-1], loss, via=((END, UP),), color=FORWARD)
    d.label(END - 10, UP - 18, "$a^{[3]}$", size=16)


def backward_arrows(d, blocks, loss):
    """Draw the way back from the loss; da[0] is not used."""
    d.arrow(loss, blocks[-1], via=((END, DOWN),), **BACK)
    for start, end in zip(blocks[::-1], blocks[-2::-1], strict=False):
        d.arrow(start, end, **BACK)
    for left, right, name in zip(blocks, blocks[1:], ("$da^{[1]}$", "$da^{[2]}$"), strict=False):
        d.label((left.x + right.x) / 2, DOWN + 18, name, color=BACKWARD, size=16)
    unused = d.label(20, DOWN, "$da^{[0]}$", color=MUTED, size=16)
    d.arrow(blocks[0], unused, color=MUTED, dashed=True, gap=3)
    d.strike(unused)
