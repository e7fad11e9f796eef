"""Read bias and variance off error rates (course 2, section 1.2)."""


def diagnose(train, dev, bayes=0.0, tolerance=0.02):
    """Return "high bias", "high variance", "both" or "neither".

    train, dev, bayes: error rates   tolerance: the largest small gap
    """
    # rounded, or 0.07 - 0.05 would be larger than 0.02
    bias = round(train - bayes, 9) > tolerance  # avoidable bias
    variance = round(dev - train, 9) > tolerance
    if bias and variance:
        return "both"
    if bias:
        return "high bias"
    return "high variance" if variance else "neither"


if __name__ == "__main__":
    print("Bayes  train    dev")
    for bayes, train, dev in ((0.0, 0.01, 0.11), (0.0, 0.15, 0.16),
                              (0.0, 0.15, 0.30), (0.0, 0.005, 0.01),
                              (0.15, 0.15, 0.16)):
        verdict = diagnose(train, dev, bayes)
        print(f"{bayes:5.1%} {train:6.1%} {dev:6.1%}  {verdict}")
