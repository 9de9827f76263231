"""Learn which wording tells that a message is about a family of rules: logistic regression."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from guide.model.linear import Linear
from guide.rules.wording import COLUMNS, wording

STRENGTH = 5.0
"""How much examples count against small weights. Between 2 and 20 nothing changes much."""


def learn_wording(texts: Sequence[str], own: Sequence[bool]) -> Linear:
    """One score, the log-odds that a text of that wording is one of the family's `own`; empty where
    all or none of them are."""
    if len(set(own)) < 2:
        return Linear()
    fitted = LogisticRegression(C=STRENGTH, solver="liblinear").fit(_rows(texts), np.array(own))
    return Linear.of(fitted.coef_, fitted.intercept_)


def _rows(texts: Sequence[str]) -> csr_matrix:
    """Shape (texts, columns)."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for text in texts:
        found = wording(text)
        columns += found.keys()
        values += found.values()
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(texts), COLUMNS), dtype=np.float64)
