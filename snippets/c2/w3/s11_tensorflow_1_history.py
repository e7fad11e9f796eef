"""History, 2017: the same in TensorFlow 1 (course 2, section 3.11)."""
# needs: tensorflow

import tensorflow.compat.v1 as tf  # in 2017: import tensorflow as tf


def minimize(coefficients, steps, alpha=0.01):
    """Return w after some steps from 0; coefficients: (3, 1)."""
    with tf.Graph().as_default():
        x = tf.placeholder(tf.float32, [3, 1])
        w = tf.Variable(0.0)
        J = x[0][0] * w**2 + x[1][0] * w + x[2][0]
        train = tf.train.GradientDescentOptimizer(alpha).minimize(J)
        with tf.Session() as session:  # nothing is computed before run
            session.run(tf.global_variables_initializer())
            for _ in range(steps):
                session.run(train, feed_dict={x: coefficients})
            return session.run(w)


if __name__ == "__main__":
    print(f"{minimize([[1], [-10], [25]], 1):.5f}")
    print(f"{minimize([[1], [-10], [25]], 1001):.5f}")
    print(f"{minimize([[1], [-20], [100]], 1001):.5f}")
