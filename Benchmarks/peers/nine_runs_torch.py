"""The nine runs of `learning-failure` in PyTorch, with everything that the study records.

Arguments: how many threads, and `plain` to leave the dead units out.
"""

import sys

import numpy as np
import torch
from torch import nn

import digits
from serve import serve

pixels, labels = digits.images(70_000)
PIXELS = torch.from_numpy(pixels)
LABELS = torch.from_numpy(labels)
PROBE = PIXELS[:10_000].float() / 255
PROBES = "plain" not in sys.argv
GROUPS = [
    ("relu", [0.05, 0.01, 0.001]),
    ("leaky", [0.057, 0.056, 0.001]),
    ("norm", [0.5, 0.05, 0.01]),
]


def network(kind):
    first, last = nn.Linear(784, 64), nn.Linear(64, 10)
    nn.init.kaiming_normal_(first.weight)
    nn.init.kaiming_normal_(last.weight)
    nn.init.zeros_(first.bias)
    nn.init.zeros_(last.bias)
    norm = nn.BatchNorm1d(64, affine=False) if kind == "norm" else nn.Identity()
    activation = nn.LeakyReLU(0.01) if kind == "leaky" else nn.ReLU()
    return first, norm, activation, last


@torch.no_grad()
def dead_share(first, norm):
    z = norm(first(PROBE)) if isinstance(norm, nn.Identity) else nn.functional.batch_norm(
        first(PROBE), None, None, training=True)
    return float((~(z > 0).any(0)).float().mean())


def run(kind, rate):
    torch.manual_seed(1)
    first, norm, activation, last = network(kind)
    model = nn.Sequential(first, norm, activation, last)
    optimizer = torch.optim.SGD(model.parameters(), rate)
    loss = nn.CrossEntropyLoss(reduction="sum")
    order = torch.randperm(60_000)
    record = []
    for step in range(600):
        state = [
            last.weight.mean(1).tolist(), last.bias.tolist(),
            first.weight[:10].mean(1).tolist(), first.bias[:10].tolist(),
            dead_share(first, norm) if PROBES and step % 10 == 0 else None,
        ]
        batch = order[step * 100:(step + 1) * 100]
        inputs, targets = PIXELS[batch].float() / 255, LABELS[batch]
        output = model(inputs)
        optimizer.zero_grad()
        loss(output, targets).backward()
        record.append(state + [
            float((output.argmax(1) == targets).float().mean()),
            float(first.weight.grad.norm()), float(last.weight.grad.norm()),
        ])
        optimizer.step()
    model.eval()
    with torch.no_grad():
        output = model(PIXELS[60_000:].float() / 255)
        record.append(float((output.argmax(1) == LABELS[60_000:]).float().mean()))
    return record


def work():
    for kind, rates in GROUPS:
        for rate in rates:
            run(kind, rate)


if __name__ == "__main__":
    torch.set_num_threads(int(sys.argv[1]))
    serve(work)
