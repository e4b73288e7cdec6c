"""Reference values for ProgressTest, worked with plain Python and no shared code: run `python3 trend.py` and compare.

Series: flow of the Nile at Aswan 1871-1890, 10^8 m3 (R's data set `Nile`, first twenty years).
"""
import math
from statistics import NormalDist, median

NILE = [1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140]


def slopes(x):
    return sorted((x[j] - x[i]) / (j - i) for i in range(len(x)) for j in range(i + 1, len(x)))


def variance(x):
    n = len(x)
    ties = [x.count(v) for v in set(x)]
    return (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18


def mann_kendall(x):
    n = len(x)
    s = sum((x[j] > x[i]) - (x[j] < x[i]) for i in range(n) for j in range(i + 1, n))
    b = median(slopes(x))
    rest = [v - b * i for i, v in enumerate(x)]
    order = sorted(rest)
    rank = [sum(i + 1 for i, w in enumerate(order) if w == v) / order.count(v) for v in rest]
    m = sum(rank) / n
    total = sum((r - m) ** 2 for r in rank)
    extra = 0
    for k in range(1, n):
        rho = sum((rank[i] - m) * (rank[i + k] - m) for i in range(n - k)) / total
        if abs(rho) > NormalDist().inv_cdf(0.975) / math.sqrt(n):
            extra += (n - k) * (n - k - 1) * (n - k - 2) * rho
    factor = 1 + 2 * extra / (n * (n - 1) * (n - 2))
    factor = max(1, factor)  # our choice: autocorrelation never makes the test surer
    z = (s - (s > 0) + (s < 0)) / math.sqrt(variance(x) * factor)
    return s, variance(x), factor, z, 2 * NormalDist().cdf(-abs(z))


def sen(x):
    sl = slopes(x)
    n = len(sl)
    c = NormalDist().inv_cdf(0.95) * math.sqrt(variance(x))
    lower = math.floor((n - c) / 2)  # our choice: outwards, where others interpolate
    return median(sl), sl[lower - 1], sl[n - lower]


def drift(shares, ceiling, h):
    y = [math.log(s / (1 - s)) for s in shares]
    t = len(y)
    d = [b - a for a, b in zip(y, y[1:])]
    mu = sum(d) / (t - 1)
    sigma = math.sqrt(sum((v - mu) ** 2 for v in d) / (t - 2))
    sd = sigma * math.sqrt(h * (1 + h / (t - 1)))
    z = NormalDist().inv_cdf(0.95)
    back = lambda v: 1 / (1 + math.exp(-v))
    centre = y[-1] + h * mu
    normal_chance = NormalDist().cdf((math.log(ceiling / (1 - ceiling)) - centre) / sd)
    return back(centre - z * sd), back(centre), back(centre + z * sd), normal_chance


SHARES = [0.90, 0.88, 0.89, 0.85, 0.84, 0.80, 0.81, 0.77, 0.74, 0.75]

print("Nile Mann-Kendall", mann_kendall(NILE))
print("Nile Sen", sen(NILE))
AUTO = [1, 2, 4, 7, 9, 10, 9, 7, 6, 5, 6, 8, 11, 13, 14, 13, 11, 10, 9, 10]
print("Autocorrelated", mann_kendall(AUTO))
print("Drift, 6 years ahead, ceiling 0.65", drift(SHARES, 0.65, 6))


def bootstrap(shares, ceiling, h, paths=200000):
    """Moving-block bootstrap of the same model with Python's own generator: the chance to within its sampling error."""
    import random
    random.seed(1)
    y = [math.log(s / (1 - s)) for s in shares]
    d = [b - a for a, b in zip(y, y[1:])]
    mu = sum(d) / len(d)
    e = [v - mu for v in d]
    block = max(1, round(len(e) ** (1 / 3)))
    starts = range(len(e) - block + 1)
    centre = sum(sum(e[s:s + block]) for s in starts) / (len(starts) * block)
    e = [v - centre for v in e]

    def draw(n):
        out = []
        while len(out) < n:
            s = random.choice(starts)
            out += e[s:s + block]
        return sum(out[:n])

    goal = math.log(ceiling / (1 - ceiling))
    return sum(y[-1] + h * (mu + draw(len(e)) / len(e)) + draw(h) <= goal for _ in range(paths)) / paths


print("Bootstrap chance", bootstrap(SHARES, 0.65, 6))
