"""Five treatments on six criteria: the correlated case of second-generation antidepressants and placebo.

Data: Hansen et al. (2005), *Annals of Internal Medicine* 143(6), as analysed by van Valkenhoef, Tervonen, Zhao, de
Brock, Hillege & Postmus (2012), Multicriteria benefit-risk assessment using network meta-analysis, *Journal of
Clinical Epidemiology* 65(4), 394-403. Posterior means and covariances of the log odds are those of the worked example
``hansen`` of drugis/mcda-elicitation-web (examples/hansen.json). The results are those kept as the reference of the R
package ``smaa`` (gertvv/rsmaa, itest/hansen-ra-ord.txt and hansen-cf-ord.txt, from 10 000 draws); the central weights
kept there average to 1/6 per criterion, so weights were free.
"""

import numpy as np

from hiwar.methods.dominance.arrays import FloatArray

TREATMENTS = ("placebo", "fluoxetine", "paroxetine", "sertraline", "venlafaxine")
CRITERIA = ("response on HAM-D", "diarrhea", "dizziness", "headache", "insomnia", "nausea")

BASELINE = np.array(
    [
        [-0.17143575198943867, 0.11299261988783152],
        [-2.18973652268887, 0.20745091277030614],
        [-2.229952239997334, 0.6103081418234848],
        [-1.195990710044872, 0.2926643940049414],
        [-2.6072766936458627, 0.19058521932687542],
        [-2.0171705884956532, 0.191705300034155],
    ]
)
"""(criterion, mean and standard deviation): log odds under placebo."""

RELATIVE = np.array(
    [
        [0.4718129, 0.7258847, 0.6715258, 0.8211993],
        [0.60820293, 0.14088424, 0.93203685, 0.09601785],
        [0.1203208, 0.6538699, -0.2203627, 1.1915229],
        [0.1964591, 0.1263129, 0.2029933, -0.2254059],
        [0.7978386, 0.7486351, 1.0663029, 0.9744811],
        [0.3951561, 0.6442827, 0.6469638, 0.9771107],
    ]
)
"""(criterion, active treatment): mean log odds ratio against placebo."""

COVARIANCE = np.array(
    [
        [
            [0.013445532, 0.01039469, 0.009881156, 0.010499559],
            [0.01039469, 0.023006616, 0.008196856, 0.010732709],
            [0.009881156, 0.008196856, 0.019023866, 0.009210099],
            [0.010499559, 0.010732709, 0.009210099, 0.019107243],
        ],
        [
            [0.05366822, 0.04117003, 0.034076, 0.03788519],
            [0.04117003, 0.08108542, 0.0377813, 0.04324302],
            [0.034076, 0.0377813, 0.05394404, 0.03338272],
            [0.03788519, 0.04324302, 0.03338272, 0.09859621],
        ],
        [
            [0.09124249, 0.07387436, 0.08086186, 0.06457527],
            [0.07387436, 0.14080128, 0.10328788, 0.0703052],
            [0.08086186, 0.10328788, 0.14662864, 0.06920427],
            [0.06457527, 0.0703052, 0.06920427, 0.08590214],
        ],
        [
            [0.0351938, 0.02755068, 0.02189916, 0.02919822],
            [0.02755068, 0.04847513, 0.02374509, 0.03277411],
            [0.02189916, 0.02374509, 0.03259199, 0.02356638],
            [0.02919822, 0.03277411, 0.02356638, 0.05920276],
        ],
        [
            [0.04388258, 0.03516051, 0.02560003, 0.03283164],
            [0.03516051, 0.06255486, 0.0280728, 0.03474863],
            [0.02560003, 0.0280728, 0.05402063, 0.02592013],
            [0.03283164, 0.03474863, 0.02592013, 0.0673885],
        ],
        [
            [0.04167875, 0.03492591, 0.02952693, 0.03559971],
            [0.03492591, 0.05629741, 0.03102295, 0.03658295],
            [0.02952693, 0.03102295, 0.04396177, 0.02899487],
            [0.03559971, 0.03658295, 0.02899487, 0.0536996],
        ],
    ]
)
"""(criterion, active treatment, active treatment)"""

PUBLISHED_RANKS = np.array(
    [
        [0.6002, 0.1156, 0.0980, 0.0616, 0.1246],
        [0.0244, 0.2601, 0.3195, 0.3216, 0.0744],
        [0.1450, 0.3298, 0.2559, 0.2207, 0.0486],
        [0.0768, 0.1304, 0.1895, 0.2254, 0.3779],
        [0.1536, 0.1641, 0.1371, 0.1707, 0.3745],
    ]
)
"""(treatment, rank)"""

PUBLISHED_CONFIDENCE = np.array([0.986, 0.1183, 0.5217, 0.5188, 0.6458])
"""(treatment,)"""


def drawn_values(draws: int, rng: np.random.Generator, *, apart: bool = False) -> FloatArray:
    """(draw, treatment, criterion): probability of response, or of being spared the side effect.

    All treatments share the draw of placebo; ``apart`` pairs each treatment with a draw of its own instead, which keeps
    every distribution as it is and breaks what they share.
    """
    values = np.empty((draws, len(TREATMENTS), len(CRITERIA)))
    for criterion, (mean, deviation) in enumerate(BASELINE):
        baseline = rng.normal(mean, deviation, draws)[:, None]
        relative = rng.multivariate_normal(RELATIVE[criterion], COVARIANCE[criterion], draws)
        log_odds = np.hstack([baseline, baseline + relative])
        if apart:
            log_odds = rng.permuted(log_odds, axis=0)
        chance = 1 / (1 + np.exp(-log_odds))
        values[:, :, criterion] = chance if criterion == 0 else 1 - chance
    return values
