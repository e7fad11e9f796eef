"""Parameters to one vector and back (course 2, section 1.13)."""

import numpy as np


def flatten(parameters):
    """Return theta: (n_theta,), the arrays end to end, row by row."""
    return np.concatenate([value.ravel() for value in parameters.values()])


def shapes_of(parameters):
    """Return the shape of each parameter by name, in their order."""
    return {name: value.shape for name, value in parameters.items()}


def unflatten(theta, shapes):
    """Return the parameters whose values stand in theta: (n_theta,)."""
    ends = np.cumsum([np.prod(shape) for shape in shapes.values()])
    pieces = np.split(theta, ends[:-1])
    return {name: piece.reshape(shape)
            for (name, shape), piece in zip(shapes.items(), pieces)}


def flatten_gradients(gradients, names):
    """Return d-theta: (n_theta,), in the order of the parameters' names."""
    return flatten({name: gradients["d" + name] for name in names})


if __name__ == "__main__":
    parameters = {"W1": np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]),
                  "b1": np.array([[7.0], [8.0], [9.0]]),
                  "W2": np.array([[10.0, 11.0, 12.0]]),
                  "b2": np.array([[13.0]])}
    theta, shapes = flatten(parameters), shapes_of(parameters)
    print(theta)
    back = unflatten(theta, shapes)
    print(all(np.array_equal(back[name], parameters[name]) for name in back))
    mixed = {name: 10 * parameters[name[1:]]
             for name in ("dW1", "dW2", "db1", "db2")}
    print(flatten_gradients(mixed, parameters))
