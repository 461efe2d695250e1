"""The nine runs of `learning-failure` in NumPy, with everything that the study records.

`plain` as an argument leaves the dead units out.
"""

import sys

import numpy as np

import digits
from serve import serve

PIXELS, LABELS = digits.images(70_000)
PROBE = PIXELS[:10_000].astype(np.float32) / np.float32(255)
PROBES = "plain" not in sys.argv
GROUPS = [
    ("relu", 0.0, [0.05, 0.01, 0.001]),
    ("leaky", 0.01, [0.057, 0.056, 0.001]),
    ("norm", 0.0, [0.5, 0.05, 0.01]),
]
EPSILON = np.float32(1e-5)


def normalised(z):
    mean, variance = z.mean(0), z.var(0)
    inverse = 1 / np.sqrt(variance + EPSILON)
    return (z - mean) * inverse, inverse, mean, variance


def run(kind, slope, rate):
    generator = np.random.default_rng(1)
    w1 = generator.standard_normal((784, 64), np.float32) * np.float32(np.sqrt(2 / 784))
    w2 = generator.standard_normal((64, 10), np.float32) * np.float32(np.sqrt(2 / 64))
    b1, b2 = np.zeros(64, np.float32), np.zeros(10, np.float32)
    slope, rate = np.float32(slope), np.float32(rate)
    running = [np.zeros(64, np.float32), np.ones(64, np.float32)]
    order = generator.permutation(60_000)
    record = []
    for step in range(600):
        dead = None
        if PROBES and step % 10 == 0:
            z = PROBE @ w1 + b1
            if kind == "norm":
                z = normalised(z)[0]
            dead = float((~(z > 0).any(0)).mean())
        state = [w2.mean(0), b2.copy(), w1[:, :10].mean(0), b1[:10].copy(), dead]
        batch = order[step * 100:(step + 1) * 100]
        x, labels = PIXELS[batch].astype(np.float32) / np.float32(255), LABELS[batch]
        z = x @ w1 + b1
        if kind == "norm":
            z, inverse, mean, variance = normalised(z)
            running = [0.9 * running[0] + 0.1 * mean, 0.9 * running[1] + 0.1 * variance]
        a = np.where(z <= 0, slope * z, z)
        output = a @ w2 + b2
        e = np.exp(output - output.max(1, keepdims=True))
        d2 = e / e.sum(1, keepdims=True)
        d2[np.arange(100), labels] -= 1
        g2 = a.T @ d2
        d1 = d2 @ w2.T * np.where(z <= 0, slope, np.float32(1))
        if kind == "norm":
            d1 = inverse / 100 * (100 * d1 - d1.sum(0) - z * (d1 * z).sum(0))
        g1 = x.T @ d1
        record.append(state + [
            float((output.argmax(1) == labels).mean()), float(np.linalg.norm(g1)), float(np.linalg.norm(g2)),
        ])
        w1 -= rate * g1
        b1 -= rate * d1.sum(0)
        w2 -= rate * g2
        b2 -= rate * d2.sum(0)
    x = PIXELS[60_000:].astype(np.float32) / np.float32(255)
    z = x @ w1 + b1
    if kind == "norm":
        z = (z - running[0]) / np.sqrt(running[1] + EPSILON)
    output = np.where(z <= 0, slope * z, z) @ w2 + b2
    record.append(float((output.argmax(1) == LABELS[60_000:]).mean()))
    return record


def work():
    with np.errstate(all="ignore"):
        for kind, slope, rates in GROUPS:
            for rate in rates:
                run(kind, slope, rate)


if __name__ == "__main__":
    serve(work)
