"""A training step of 784-1000×5-10 sigmoid units in PyTorch: mini-batch of 100, momentum; the median of some."""

import statistics
import sys
import time

import torch
from torch import nn

from serve import serve

WIDTHS = [784, 1000, 1000, 1000, 1000, 1000, 10]
torch.manual_seed(1)
layers = []
for inputs, units in zip(WIDTHS, WIDTHS[1:]):
    layers += [nn.Linear(inputs, units), nn.Sigmoid()]
model = nn.Sequential(*layers[:-1])
optimizer = torch.optim.SGD(model.parameters(), 0.01, momentum=0.9)
loss = nn.CrossEntropyLoss()
inputs = torch.rand(100, 784) * 2 - 1
targets = torch.randint(0, 10, (100,))


def work():
    times = []
    for _ in range(15):
        start = time.perf_counter()
        optimizer.zero_grad()
        loss(model(inputs), targets).backward()
        optimizer.step()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    torch.set_num_threads(int(sys.argv[1]))
    serve(work)
