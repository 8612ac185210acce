"""Grouping by sums, against a plain union-find and against its own promises."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from pipelines.grouping import APART, TOGETHER, VETOED, Pair, group
from pipelines.groups import SCALE
from pipelines.how import disputes, steps

RECORDS = [f"crm:account:{number}" for number in range(7)]
EVERY_TWO = list(combinations(RECORDS, 2))


def pairs_of(bits: st.SearchStrategy[float]) -> st.SearchStrategy[list[Pair]]:
    chosen = st.dictionaries(st.sampled_from(EVERY_TWO), bits, max_size=len(EVERY_TWO))
    return chosen.map(lambda found: [Pair(*two, b) for two, b in found.items()])


def clusters(named: dict[str, str]) -> set[frozenset[str]]:
    names = set(named.values())
    return {frozenset(r for r in named if named[r] == name) for name in names}


def connected(pairs: list[Pair]) -> set[frozenset[str]]:
    """The oracle: a plain union-find."""
    of = {record: {record} for pair in pairs for record in (pair.left, pair.right)}
    for pair in pairs:
        joined = of[pair.left] | of[pair.right]
        of.update(dict.fromkeys(joined, joined))
    return {frozenset(cluster) for cluster in of.values()}


@given(pairs_of(st.floats(7, 40)))
def test_where_everything_agrees_groups_are_the_connected_records(
    pairs: list[Pair],
) -> None:
    named, _ = group(pairs)
    assert clusters(named) == connected(pairs)


@given(pairs_of(st.floats(-30, 40)), st.data())
def test_the_order_of_pairs_and_sides_changes_nothing(
    pairs: list[Pair], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(pairs))
    turned = [Pair(pair.right, pair.left, pair.bits) for pair in shuffled]
    assert group(pairs, missing=-3) == group(turned, missing=-3)


@given(pairs_of(st.floats(-30, 40)), st.sets(st.sampled_from(EVERY_TWO), max_size=6))
def test_two_that_a_rule_parts_never_share_a_group(
    pairs: list[Pair], vetoed: set[tuple[str, str]]
) -> None:
    named, _ = group(pairs + [Pair(*two, 0.0, VETOED) for two in vetoed])
    assert all(named[left] != named[right] for left, right in vetoed)


@given(pairs_of(st.floats(-30, 40)), st.sampled_from(EVERY_TWO))
def test_a_person_who_puts_two_together_overrules_a_veto(
    pairs: list[Pair], two: tuple[str, str]
) -> None:
    named, _ = group([*pairs, Pair(*two, -100.0, VETOED), Pair(*two, 0.0, TOGETHER)])
    assert named[two[0]] == named[two[1]]


@given(pairs_of(st.floats(-30, 40)), st.sampled_from(EVERY_TWO))
def test_two_that_a_person_parts_stay_apart_whatever_else_a_person_said(
    pairs: list[Pair], two: tuple[str, str]
) -> None:
    bridge = [Pair(two[0], "psa:client:1", 0.0, TOGETHER)]
    bridge += [Pair("psa:client:1", two[1], 0.0, TOGETHER)]
    named, _ = group([*pairs, *bridge, Pair(*two, 99.0, APART)])
    assert named[two[0]] != named[two[1]]


def test_a_bridge_does_not_join_two_clients() -> None:
    inside = [Pair("a1", "a2", 20.0), Pair("b1", "b2", 20.0)]
    against = [Pair("a1", "b1", -9.0), Pair("a1", "b2", -9.0), Pair("a2", "b2", -9.0)]
    named, _ = group([*inside, *against, Pair("a2", "b1", 12.0)])
    assert clusters(named) == {frozenset({"a1", "a2"}), frozenset({"b1", "b2"})}


def test_two_doubtful_pairs_do_not_add_up_to_a_certain_one() -> None:
    named, _ = group([Pair("a", "b", 20.0), Pair("a", "c", 6.0), Pair("b", "c", 6.0)])
    assert named["c"] == "c"


def test_the_steps_tell_how_a_group_came_about() -> None:
    pairs = [Pair("a", "b", 20.0), Pair("b", "c", 9.0), Pair("a", "c", -1.0)]
    named, merges = group(pairs)
    told = steps(pairs, named, merges, 0.0)
    assert [(s.step, s.merge.left, s.merge.right, s.merge.bits) for s in told] == [
        (1, "a", "b", 20 * SCALE),
        (2, "a", "c", 8 * SCALE),
    ]
    assert told[1].merge.weakest_pair == ("a", "c")
    assert (told[1].cut_bits, told[1].cut_from) == (8 * SCALE, "c")


@given(pairs_of(st.floats(-30, 40)), st.integers(-6, 0))
def test_a_cut_is_all_that_speaks_across_it(pairs: list[Pair], missing: int) -> None:
    named, merges = group(pairs, missing=missing)
    known = {frozenset((p.left, p.right)): round(p.bits * SCALE) for p in pairs}
    sides = {record: {record} for record in named}
    for step in steps(pairs, named, merges, missing):
        left, right = sides[step.merge.left], sides[step.merge.right]
        side = left if step.cut_from == step.merge.left else right
        rest = {r for r in named if named[r] == step.group} - side
        across = [frozenset((x, y)) for x in side for y in rest]
        assert step.cut_bits == sum(known.get(p, missing * SCALE) for p in across)
        sides[step.merge.left] = left | right


def test_a_dispute_names_the_whole_chain() -> None:
    said = [Pair("a", "b", 0.0, TOGETHER), Pair("b", "c", 0.0, TOGETHER)]
    assert disputes([*said, Pair("c", "a", 0.0, APART)]) == [["a", "b", "c"]]
    assert disputes([*said, Pair("c", "d", 0.0, APART)]) == []
