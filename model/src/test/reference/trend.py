"""Reference values for ProgressTest, worked with plain Python and no shared code: run `python3 trend.py` and compare;
`--held` takes some minutes more.

Series: flow of the Nile at Aswan 1871-1890, 10^8 m3 (R's data set `Nile`, first twenty years).
"""
import math
import sys
from statistics import NormalDist, median

NILE = [1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140]


def slopes(x, t):
    return sorted((x[j] - x[i]) / (t[j] - t[i]) for i in range(len(x)) for j in range(i + 1, len(x)))


def variance(x):
    n = len(x)
    ties = [x.count(v) for v in set(x)]
    return (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18


def from_mean(x):
    return [v - sum(x) / len(x) for v in x]


def detrended(x, t):
    b = median(slopes(x, t))
    return [v - b * y for v, y in zip(x, t)]


def ranks(x):
    # The two points that the median slope joins are equal but for the last digits.
    x = [round(v, 9) for v in x]
    order = sorted(x)
    return [sum(i + 1 for i, w in enumerate(order) if w == v) / order.count(v) for v in x]


def autocorrelation(rank, t, k):
    """At a lag in years; pairs that a gap leaves out count as the mean of the others."""
    pairs = [rank[i] * rank[j] for i in range(len(t)) for j in range(len(t)) if t[j] == t[i] + k]
    return sum(pairs) / len(pairs) * (len(t) - k) / sum(r * r for r in rank) if pairs else 0


def factor(n, rho):
    return 1 + 2 / (n * (n - 1) * (n - 2)) * sum((n - k) * (n - k - 1) * (n - k - 2) * rho(k) for k in range(1, n))


def mann_kendall(x, t=None):
    n, t = len(x), t or list(range(len(x)))
    s = sum((x[j] > x[i]) - (x[j] < x[i]) for i in range(n) for j in range(i + 1, n))
    rank = from_mean(ranks(detrended(x, t)))
    r = {k: autocorrelation(rank, t, k) for k in range(1, n)}
    least = NormalDist().inv_cdf(0.975) / math.sqrt(n)
    # our choice: autocorrelation never makes the test surer
    by = max(1, factor(n, lambda k: r[k] if abs(r[k]) > least else 0))
    z = (s - (s > 0) + (s < 0)) / math.sqrt(variance(x) * by)
    return s, variance(x), by, z, 2 * NormalDist().cdf(-abs(z))


def carried_over(x, t=None):
    n, t = len(x), t or list(range(len(x)))
    if n < 8:
        return factor(n, lambda k: 0.5 ** k)
    rho = (autocorrelation(from_mean(detrended(x, t)), t, 1) + 2 / n) / (1 - 4 / n)
    rho += math.sqrt((1 - min(0.9, max(0, rho)) ** 2) / n)
    return factor(n, lambda k: min(0.9, max(0, rho)) ** k)


def sen(x, t=None):
    t = t or list(range(len(x)))
    sl = slopes(x, t)
    n = len(sl)
    reach = NormalDist().inv_cdf(0.95) * math.sqrt(variance(x))
    carried = carried_over(x, t)
    rank = math.floor((n - reach) / 2)  # our choice: outwards, where others interpolate
    if carried > 1:
        rank = min(rank, max(1, (n - reach * math.sqrt(carried)) / 2))

    def at(r):
        i = math.floor(r)
        return sl[i - 1] + (r - i) * (sl[i] - sl[i - 1]) if r > i else sl[i - 1]

    return median(sl), at(rank), at(n + 1 - rank)


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
print("Autocorrelated", mann_kendall(AUTO), "Sen", sen(AUTO), "carried over", carried_over(AUTO))
GAP = [i for i in range(len(AUTO)) if i != 7]
print("Autocorrelated, without the eighth year", mann_kendall([AUTO[i] for i in GAP], GAP))


def seasonal(values):
    """Seasonal Kendall test of (year, month) -> value, month carried over into month; Z, slope, and the slopes of 90 % at ranks in between."""
    months = {m: sorted(y for y, n in values if n == m) for m in range(1, 13)}
    s, var, all_slopes = 0, 0, []
    for m, years in months.items():
        x = [values[y, m] for y in years]
        s += sum((x[j] > x[i]) - (x[j] < x[i]) for i in range(len(x)) for j in range(i + 1, len(x)))
        var += variance(x)
        all_slopes += slopes(x, years)
    all_slopes.sort()
    slope = median(all_slopes)
    rest, c = {}, {}
    for m, years in months.items():
        year = sum(years) / len(years)
        left = [values[y, m] - slope * (y - year) for y in years]
        for y, v in zip(years, from_mean(left)):
            rest[12 * y + m], c[12 * y + m] = v, y - year
    n = len(rest)
    pairs = [rest[t] * rest[t + 1] for t in rest if t + 1 in rest]
    rho = (sum(pairs) / len(pairs) * (n - 1) / sum(v * v for v in rest.values()) + 2 / n) / (1 - 4 / n)
    rho += math.sqrt((1 - min(0.95, max(0, rho)) ** 2) / n)
    rho = min(0.95, max(0, rho))
    grown = sum(c[t] * c[u] * rho ** abs(t - u) for t in c for u in c) / sum(v * v for v in c.values())
    deviation = math.sqrt(var * max(1, grown))

    def at(r):
        i = math.floor(r)
        return all_slopes[i - 1] + (r - i) * (all_slopes[i] - all_slopes[i - 1])

    rank = (len(all_slopes) - NormalDist().inv_cdf(0.95) * deviation) / 2
    return s, (s - (s > 0) + (s < 0)) / deviation, slope, at(rank), at(len(all_slopes) + 1 - rank)


# Five years of months without March of the third: a slope, a season, and what swings slowly around both.
MONTHS = {(2020 + t // 12, t % 12 + 1): 0.7 - 0.002 * t + 0.05 * math.cos(t * math.pi / 6) + 0.04 * math.sin(0.37 * t) + 0.01 * math.sin(7.1 * t) for t in range(60) if t != 26}
print("Months", seasonal(MONTHS))


def held(n, carried, rounds=2000):
    """How often the interval of the slope holds 0 where there is no trend and each year carries over a part of the one before."""
    import random
    random.seed(1)
    inside = 0
    for _ in range(rounds):
        x = [random.gauss(0, 1) / math.sqrt(1 - carried ** 2)]
        while len(x) < n:
            x.append(carried * x[-1] + random.gauss(0, 1))
        _, low, high = sen(x)
        inside += low <= 0 <= high
    return inside / rounds


if "--held" in sys.argv:
    print("Held", {(n, c): held(n, c) for n in (4, 5, 6, 7, 8, 10, 12, 15, 20, 33) for c in (0, 0.3, 0.6, 0.8)})
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
