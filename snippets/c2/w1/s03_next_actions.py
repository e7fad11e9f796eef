"""What to try next, bias first (course 2, section 1.3)."""

AGAINST_BIAS = ("bigger network", "train longer or better optimizer",
                "other architecture")
AGAINST_VARIANCE = ("more data", "regularization", "other architecture")


def next_actions(train, dev, bayes=0.0, tolerance=0.02):
    """Return the remedies to try, in order; none if both gaps are small.

    train, dev, bayes: error rates   tolerance: the largest small gap
    """
    actions = []
    # rounded, or 0.07 - 0.05 would be larger than 0.02
    if round(train - bayes, 9) > tolerance:
        actions += AGAINST_BIAS
    if round(dev - train, 9) > tolerance:
        actions += AGAINST_VARIANCE
    return list(dict.fromkeys(actions))  # each one once


if __name__ == "__main__":
    for train, dev in ((0.15, 0.16), (0.01, 0.11), (0.15, 0.30), (0.01, 0.02)):
        print(f"train {train:.0%}, dev {dev:.0%}:")
        for action in next_actions(train, dev) or ["done"]:
            print("   ", action)
