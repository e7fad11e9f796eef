"""Gradient descent with TensorFlow's tape (course 2, section 3.11)."""
# needs: tensorflow, keras

import keras
import tensorflow as tf


def cost(w, x):
    """Return x_1 w^2 + x_2 w + x_3; its slope is nowhere in this file."""
    return x[0] * w**2 + x[1] * w + x[2]


def minimize(optimizer, x, steps):
    """Return w from 0 after each step; x: (3,) coefficients."""
    w, path = tf.Variable(0.0), [0.0]
    optimizer.build([w])

    @tf.function
    def step(x):
        """Take one step; TensorFlow makes a graph of it."""
        with tf.GradientTape() as tape:
            J = cost(w, x)
        optimizer.apply_gradients([(tape.gradient(J, w), w)])

    for _ in range(steps):
        step(x)
        path.append(float(w))
    return path


if __name__ == "__main__":
    for x in ((1.0, -10.0, 25.0), (1.0, -20.0, 100.0)):
        optimizer = keras.optimizers.SGD(learning_rate=0.01)
        path = minimize(optimizer, tf.constant(x), steps=1001)
        print(f"w {path[1]:.5f} {path[2]:.5f} ... {path[-1]:.5f}")
