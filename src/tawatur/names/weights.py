"""What each feature of two persons' names weighs, in groups by when it is looked at.

The weights are those of a logistic regression (models/name_weights.py) over pairs of names of people in Wikidata and on
sanctions lists, rounded; the sum of all, through the logistic function, is the score.
"""

from __future__ import annotations

from collections.abc import Callable

from tawatur.names.features import (
    Evidence,
    agreeing_parts,
    all_parts_agree,
    family_name_missing,
    father_agrees,
    father_for_son,
    father_is_son,
    generation_missing,
    given_name_missing,
    given_part_only,
    initial_for_family_name,
    initials_fit,
    initials_only,
    middle_name_missing,
    nothing_agrees,
    number_for_bare_name,
    number_for_name,
    number_missing,
    one_part_only,
    order_differs,
    other_family_name,
    other_father,
    other_generation,
    other_given_name,
    other_middle_name,
    other_number,
    rare_part,
    same_number,
    short_and_unlike,
    spelling_differs,
    usual_beside_unlike,
    usual_names_swapped,
    usual_part_only,
)

Features = dict[Callable[[Evidence], float], float]

AGREEING: Features = {
    agreeing_parts: 1.5,
    rare_part: 0.6,
    all_parts_agree: 3.0,
    spelling_differs: -3.0,
}
SEVERAL: Features = {order_differs: -0.5}  # looked at where more than one pair agrees
SONS: Features = {father_is_son: -9.0}  # where both say whose son it is
INITIALS: Features = {  # looked at where an initial answers to a part
    initials_fit: 0.8,
    initials_only: -6.0,
    initial_for_family_name: -5.0,
}
SHORT_NAMES: Features = {  # looked at where both names are of one or two parts
    usual_names_swapped: -5.0,
    usual_beside_unlike: -5.0,
    short_and_unlike: -5.0,
}
ALONE: Features = {  # looked at where a part stays alone
    other_given_name: -7.0,
    other_family_name: -6.0,
    other_middle_name: -1.3,
    nothing_agrees: -4.0,
    family_name_missing: -1.5,
    middle_name_missing: -0.2,
}
FIRST_ALONE: Features = {given_name_missing: -5.0, father_for_son: -4.0}  # where that is the first of one
SONS_ALONE: Features = {other_father: -4.0, father_agrees: 1.5}  # where both say whose son it is
ONE_PART: Features = {one_part_only: -1.5, usual_part_only: -6.0, given_part_only: -4.0}  # where one has but one
NUMBERED: Features = {  # looked at where a ruler's number is said, or which of father and son
    same_number: 5.0,
    other_number: -9.0,
    number_missing: -1.0,
    number_for_name: -5.0,
    number_for_bare_name: -3.0,
    other_generation: -6.0,
    generation_missing: -0.5,
}
FEATURES: Features = {
    **AGREEING,
    **SEVERAL,
    **SONS,
    **INITIALS,
    **SHORT_NAMES,
    **ALONE,
    **FIRST_ALONE,
    **SONS_ALONE,
    **ONE_PART,
    **NUMBERED,
}
BASE = -1.0


def total(e: Evidence) -> float:
    """The sum of all that speaks for and against."""
    found = BASE + _sum(AGREEING, e)
    a, b, pairs = e.a, e.b, e.found.pairs
    if len(pairs) > 1:
        found += _sum(SEVERAL, e)
        if a.of_descent and b.of_descent:
            found += _sum(SONS, e)
    for pair in pairs:
        if pair.how == "initial":
            found += _sum(INITIALS, e)
            break
    if a.names == b.names < 3:
        found += _sum(SHORT_NAMES, e)
    if e.found.left_a or e.found.left_b:
        found += _sum(ALONE, e)
        if a.of_descent and b.of_descent:
            found += _sum(SONS_ALONE, e)
        if any(e.first_left):
            found += _sum(FIRST_ALONE, e)
        if e.fewest == 1:
            found += _sum(ONE_PART, e)
    if a.number or b.number or a.generation or b.generation:
        found += _sum(NUMBERED, e)
    return found


def _sum(features: Features, e: Evidence) -> float:
    found = 0.0
    for feature, weight in features.items():
        found += weight * feature(e)
    return found
