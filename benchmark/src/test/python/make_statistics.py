"""Writes what the statistics tests compare with, calculated by SciPy, statsmodels and NumPy.

    python3.11 -m venv /tmp/golden
    /tmp/golden/bin/pip install numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0
    /tmp/golden/bin/python benchmark/src/test/python/make_statistics.py

Output: benchmark/src/test/resources/statistics/golden.json. All data are literal, seeded or statsmodels'
own, so a second run changes nothing.
"""

import itertools
import json
import pathlib

import numpy as np
import statsmodels.api as sm
from scipy import optimize, stats
from statsmodels.stats.anova import anova_lm
from statsmodels.stats.outliers_influence import OLSInfluence

FILE = pathlib.Path(__file__).resolve().parents[1] / "resources" / "statistics" / "golden.json"
RESAMPLES = 200_000


def rounded(values):
    """Data as tests read them: every digit that is used is in the file."""
    return [round(float(value), 6) for value in values]


def quantiles():
    rng = np.random.default_rng(1)
    samples = [[3.0], [2.0, 1.0], [5.0, 1.0, 4.0, 1.0], rounded(rng.lognormal(3, 1, 101))]
    percents = [0, 2.5, 10, 50, 90, 97.5, 99, 100]
    return [
        {"sample": s, "percents": percents, "values": np.percentile(s, percents).tolist(), "median": np.median(s)}
        for s in samples
    ]


def mann_whitney():
    rng = np.random.default_rng(2)
    cases = {
        "apart": ([1.0, 2.0, 3.0], [4.0, 5.0, 6.0]),
        "interleaved": ([1.0, 4.0, 5.0, 8.0], [2.0, 3.0, 6.0, 7.0]),
        "small": (rounded(rng.normal(10, 2, 12)), rounded(rng.normal(12, 2, 9))),
        "ties": ([1.0, 2.0, 2.0, 3.0, 5.0, 5.0], [2.0, 4.0, 5.0, 6.0, 6.0]),
        "large": (rounded(rng.normal(10, 2, 60)), rounded(rng.normal(10.7, 2, 55))),
        "equal": ([7.0, 7.0, 7.0], [7.0, 7.0]),
    }
    rows = []
    for name, (first, second) in cases.items():
        tied = len(set(first + second)) < len(first + second)
        exact = not tied and max(len(first), len(second)) < 50
        result = stats.mannwhitneyu(first, second, method="exact" if exact else "asymptotic")
        above = np.subtract.outer(first, second)
        rows.append(
            {
                "name": name,
                "first": first,
                "second": second,
                "u": result.statistic,
                "p": result.pvalue,
                "common_language": float(np.mean((above > 0) + 0.5 * (above == 0))),
            }
        )
    return rows


def stratified():
    """The exact p value of van Elteren's statistic: all arrangements within all cells."""
    rng = np.random.default_rng(3)
    cases = {
        "shifted": [(rng.normal(10 * k, 1, 3), rng.normal(10 * k + 1.2, 1, 3)) for k in (1, 3, 9)],
        "alike": [(rng.normal(10 * k, 1, 3), rng.normal(10 * k, 1, 2)) for k in (1, 3, 9)],
        "ties": [([1, 2, 2], [2, 3, 3]), ([5, 5], [5, 6]), ([1, 1, 4], [4, 4])],
        "one cell": [(rng.normal(10, 1, 4), rng.normal(11.5, 1, 4))],
    }
    rows = []
    for name, cells in cases.items():
        cells = [(rounded(first), rounded(second)) for first, second in cells]
        choices, expected, observed = [], 0.0, 0.0
        for first, second in cells:
            ranks = stats.rankdata(first + second) / (len(first) + len(second) + 1)
            observed += ranks[: len(first)].sum()
            expected += len(first) / 2
            choices.append([sum(c) for c in itertools.combinations(ranks, len(first))])
        sums = np.array([sum(c) for c in itertools.product(*choices)])
        p = float(np.mean(np.abs(sums - expected) >= abs(observed - expected) - 1e-9))
        rows.append({"name": name, "cells": cells, "p": p})
    return rows


def bootstrap_median():
    rng = np.random.default_rng(4)
    rows = []
    for size in (6, 31, 144):
        sample = rounded(rng.lognormal(5, 0.2, size))
        result = stats.bootstrap(
            (sample,), np.median, n_resamples=RESAMPLES, method="percentile", batch=2000, rng=np.random.default_rng(5)
        )
        low, high = result.confidence_interval
        rows.append({"sample": sample, "low": low, "high": high})
    return rows


def bootstrap_ratio():
    """Cells are drawn first, then both samples of every drawn cell."""
    rng = np.random.default_rng(6)
    shapes = {"one cell": (1, 30), "pairs": (24, 1), "grid": (16, 3)}
    rows = []
    for name, (count, size) in shapes.items():
        level = np.exp(rng.normal(0, 0.4, count))
        cells = [
            (rounded(400 * k * np.exp(rng.normal(0, 0.1, size))), rounded(100 * k * np.exp(rng.normal(0, 0.1, size))))
            for k in level
        ]
        first, second = np.array([c[0] for c in cells]), np.array([c[1] for c in cells])
        ratios = np.empty(RESAMPLES)
        for i in range(RESAMPLES):
            drawn = rng.integers(count, size=count)
            a = np.take_along_axis(first[drawn], rng.integers(size, size=(count, size)), 1)
            b = np.take_along_axis(second[drawn], rng.integers(size, size=(count, size)), 1)
            ratios[i] = np.median(a) / np.median(b)
        low, high = np.percentile(ratios, [2.5, 97.5])
        value = np.median(first) / np.median(second)
        rows.append({"name": name, "cells": cells, "value": value, "low": low, "high": high})
    return rows


def describe(fit):
    low, high = fit.conf_int().T
    return {
        "estimates": fit.params.tolist(),
        "errors": fit.bse.tolist(),
        "p_values": fit.pvalues.tolist(),
        "low": low.tolist(),
        "high": high.tolist(),
        "r2": fit.rsquared,
        "adjusted_r2": fit.rsquared_adj,
        "p": fit.f_pvalue,
        "residual_standard_error": float(np.sqrt(fit.scale)),
        "residuals": np.percentile(fit.resid, [0, 25, 50, 75, 100]).tolist(),
        "cross_validated_error": float(np.sqrt(np.mean(OLSInfluence(fit).resid_press ** 2))),
    }


def simple_regression():
    rng = np.random.default_rng(7)
    sizes = np.repeat([2.0, 4.0, 6.0, 8.0], 12)
    cases = {
        "straight": (sizes, 150 + 24 * sizes + rng.normal(0, 20, sizes.size)),
        "flat": (sizes, 9 + rng.normal(0, 1, sizes.size)),
        "bent": (sizes, sizes / (0.004 + 0.0015 * sizes) + rng.normal(0, 5, sizes.size)),
    }
    rows = []
    for name, (x, y) in cases.items():
        y = np.array(rounded(y))
        line = sm.OLS(y, sm.add_constant(x)).fit()
        means = sm.OLS(y, (x[:, None] == np.unique(x)[None, :]).astype(float)).fit()
        lack = anova_lm(line, means)
        at = 5.0
        band = line.get_prediction([[1.0, at]]).conf_int()[0]
        rows.append(
            {
                "name": name,
                "x": x.tolist(),
                "y": y.tolist(),
                **describe(line),
                "lack_of_fit_f": lack["F"].iloc[1],
                "lack_of_fit_p": lack["Pr(>F)"].iloc[1],
                "at": at,
                "band": band.tolist(),
            }
        )
    return rows


def multiple_regression():
    longley = sm.datasets.longley.load_pandas()
    rng = np.random.default_rng(8)
    grid = np.array(list(itertools.product([2.0, 4.0, 6.0, 8.0], [3.0, 6.0, 12.0, 18.0], [0.0, 1.0, 2.0])))
    grid = np.column_stack([grid, grid[:, 0] * grid[:, 1]])
    y = np.array(rounded(100 + 3 * grid[:, 0] + 2 * grid[:, 1] + 0.5 * grid[:, 3] + rng.normal(0, 6, len(grid))))
    cases = {
        "longley": (list(longley.exog.columns), longley.exog.to_numpy(), longley.endog.to_numpy()),
        "grid": (["batch_size", "batch_count", "repetition", "images"], grid, y),
    }
    return [
        {
            "name": name,
            "predictors": names,
            "rows": x.tolist(),
            "y": values.tolist(),
            **describe(sm.OLS(values, sm.add_constant(x)).fit()),
        }
        for name, (names, x, values) in cases.items()
    ]


MODELS = {
    "saturating": (lambda x, a, b: x / (a + b * x), [0, 0], [np.inf, np.inf]),
    "amdahl": (lambda n, l, s: l * n / (1 + s * (n - 1)), [0, 0], [np.inf, 1]),
    "usl": (lambda n, l, s, k: l * n / (1 + s * (n - 1) + k * n * (n - 1)), [0, 0, 0], [np.inf, 1, np.inf]),
}


def curves():
    rng = np.random.default_rng(9)
    workers = np.repeat([1.0, 2.0, 4.0, 8.0, 16.0, 32.0], 4)
    puromycin = (
        [0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.10, 1.10],
        [76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200],
    )
    raytracer = ([1, 4, 8, 12, 16, 20, 24, 28, 32, 48, 64], [20, 78, 130, 170, 190, 200, 210, 230, 260, 280, 310])
    noise = np.exp(rng.normal(0, 0.03, workers.size))
    cases = {
        "puromycin": ("saturating", *puromycin, [1e-3, 5e-3]),
        "raytracer": ("usl", *raytracer, [20, 0.05, 1e-4]),
        "amdahl": ("amdahl", workers, 12 * workers / (1 + 0.04 * (workers - 1)) * noise, [10, 0.1]),
        "retrograde": (
            "usl",
            workers,
            12 * workers / (1 + 0.03 * (workers - 1) + 0.002 * workers * (workers - 1)) * noise,
            [10, 0.1, 1e-3],
        ),
        "no contention": ("amdahl", workers, 12 * workers ** 1.02 * noise, [10, 0.1]),
        "no coherency": ("usl", workers, 12 * workers / (1 + 0.08 * (workers - 1)) / (1 - 0.001 * workers), [10, 0.1, 1e-3]),
    }
    rows = []
    for name, (model, x, y, start) in cases.items():
        x, y = np.array(x, float), np.array(rounded(y))
        function, lower, upper = MODELS[model]
        values, covariance = optimize.curve_fit(
            function, x, y, start, bounds=(lower, upper), xtol=1e-15, ftol=1e-15, gtol=1e-15, x_scale=start
        )
        pinned = [bool(v < 1e-9) for v in values]
        if any(pinned):  # The others are fitted without it, so that their errors are those of a free fit.
            free = [i for i, p in enumerate(pinned) if not p]

            def reduced(z, *parameters):
                full = np.zeros(len(values))
                full[free] = parameters
                return function(z, *full)

            part, part_covariance = optimize.curve_fit(reduced, x, y, values[free])
            values[:] = 0
            values[free] = part
            covariance = np.zeros((len(values), len(values)))
            covariance[np.ix_(free, free)] = part_covariance
        errors = np.sqrt(np.diag(covariance))
        t = stats.t.ppf(0.975, len(x) - pinned.count(False))
        residuals = y - function(x, *values)
        at = float(x[-1])
        step = np.maximum(np.abs(values), 1e-6) * 1e-6
        gradient = np.array(
            [(function(at, *(values + e)) - function(at, *(values - e))) / (2 * s) for e, s in zip(np.diag(step), step)]
        )
        width = t * np.sqrt(gradient @ covariance @ gradient)
        rows.append(
            {
                "name": name,
                "model": model,
                "x": x.tolist(),
                "y": y.tolist(),
                "estimates": values.tolist(),
                "pinned": pinned,
                "low": (values - t * errors).tolist(),
                "high": (values + t * errors).tolist(),
                "r2": float(1 - np.sum(residuals**2) / np.sum((y - y.mean()) ** 2)),
                "at": at,
                "band": [float(function(at, *values) - width), float(function(at, *values) + width)],
            }
        )
    return rows


def main():
    golden = {
        "quantiles": quantiles(),
        "mann_whitney": mann_whitney(),
        "stratified": stratified(),
        "bootstrap_median": bootstrap_median(),
        "bootstrap_ratio": bootstrap_ratio(),
        "simple_regression": simple_regression(),
        "multiple_regression": multiple_regression(),
        "curves": curves(),
    }
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps(golden, indent=1, default=float) + "\n")


if __name__ == "__main__":
    main()
