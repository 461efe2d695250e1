"""Images like Kiseki's drawn digits: as many, of the same size, as sparse. Their content does not matter for time."""

import numpy as np


def images(count=60_000, seed=1):
    """Bytes of count × 784, one pixel in five with ink, in the middle 20 × 20; and labels."""
    generator = np.random.default_rng(seed)
    pixels = np.zeros((count, 28, 28), np.uint8)
    centre = generator.integers(0, 256, (count, 20, 20), dtype=np.uint8)
    centre[generator.random((count, 20, 20), dtype=np.float32) > 0.38] = 0
    pixels[:, 4:24, 4:24] = centre
    return pixels.reshape(count, 784), generator.integers(0, 10, count)
