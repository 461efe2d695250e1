"""Three sheets of 15 panels with ten lines of 600 points each, as PNG, in matplotlib."""

import io

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

from serve import serve

LINES = np.random.default_rng(1).standard_normal((15, 10, 600)).cumsum(2)


def sheet():
    figure, axes = plt.subplots(5, 3, figsize=(18, 20), dpi=100)
    for panel, ax in enumerate(axes.flat):
        for line in LINES[panel]:
            ax.plot(line, linewidth=1.2)
        ax.set_xlabel("step")
    figure.suptitle("A sheet")
    figure.savefig(io.BytesIO(), format="png")
    plt.close(figure)


def work():
    for _ in range(3):
        sheet()


if __name__ == "__main__":
    serve(work)
