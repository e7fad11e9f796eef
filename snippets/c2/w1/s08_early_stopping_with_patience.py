"""Early stopping that waits and restores (course 2, section 1.8)."""

import copy


def early_stopping(epochs, patience):
    """Return the last epoch, the best epoch and the best parameters.

    epochs: yields a dev error and the parameters after each epoch
    patience: epochs in a row without a new minimum before the stop
    """
    epoch = best_epoch = 0
    best_error, best = float("inf"), None
    for epoch, (error, parameters) in enumerate(epochs, start=1):
        if error < best_error:
            best_error, best_epoch = error, epoch
            best = copy.deepcopy(parameters)  # training may go on in place
        if epoch - best_epoch >= patience:
            break
    return epoch, best_epoch, best


def play(dev_errors):
    """Yield given dev errors, and parameters that change in place."""
    parameters = {"W1": 0.0}
    for error in dev_errors:
        parameters["W1"] += 1.0
        yield error, parameters


if __name__ == "__main__":
    dev_errors = (0.30, 0.24, 0.20, 0.19, 0.21, 0.22, 0.23)
    last, best_epoch, best = early_stopping(play(dev_errors), patience=2)
    print(f"stopped after epoch {last}, best epoch {best_epoch}")
    print(f"error {dev_errors[best_epoch - 1]:.2f}, parameters {best}")
