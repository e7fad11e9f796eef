"""How long the bias correction matters (course 2, section 2.5)."""

import math


def warm_up_length(beta, share=0.01):
    """Return the smallest t with beta^t < share, for beta in (0, 1)."""
    return math.floor(math.log(share) / math.log(beta)) + 1


if __name__ == "__main__":
    for beta in (0.9, 0.98, 0.999):
        t = warm_up_length(beta)
        print(f"beta {beta:5}: v_1 is {1 - beta:.1%} of the mean;"
              f" less than 1% missing from t = {t:4}")
