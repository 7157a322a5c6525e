"""The Merkle tree: the published vectors of Certificate Transparency, and proofs that hold only for what they prove."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines import merkle
from guidelines.merkle import Frontier


# The inputs, roots and proofs of the reference implementation of RFC 6962, whose hashing RFC 9162 keeps.
INPUTS = ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
LEAVES = [merkle.leaf(bytes.fromhex(text)) for text in INPUTS]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
SECOND, FIRST_TWO = (
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
)
LAST_FOUR = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
FIFTH = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
LAST_TWO = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
FIFTH_AND_SIXTH = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"

trees = st.lists(st.binary(max_size=3).map(merkle.leaf), min_size=1, max_size=70)


@pytest.mark.parametrize("size", range(9))
def test_the_published_roots(size):
    assert merkle.root(LEAVES[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(
    ("index", "size", "path"),
    [
        (0, 1, []),
        (0, 8, [SECOND, FIRST_TWO, LAST_FOUR]),
        (5, 8, [FIFTH, LAST_TWO, ROOTS[4]]),
        (2, 3, [ROOTS[2]]),
        (1, 5, [ROOTS[1], FIRST_TWO, FIFTH]),
    ],
)
def test_the_published_proofs_of_inclusion(index, size, path):
    assert [step.hex() for step in merkle.inclusion(index, LEAVES[:size])] == path


@pytest.mark.parametrize(
    ("first", "second", "path"),
    [
        (1, 1, []),
        (1, 8, [SECOND, FIRST_TWO, LAST_FOUR]),
        (6, 8, [FIFTH_AND_SIXTH, LAST_TWO, ROOTS[4]]),
        (2, 5, [FIRST_TWO, FIFTH]),
    ],
)
def test_the_published_proofs_of_consistency(first, second, path):
    assert [step.hex() for step in merkle.consistency(first, LEAVES[:second])] == path


def by_definition(leaves):
    """The root as section 2.1.1 of RFC 9162 defines it."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = max(2**power for power in range(10) if 2**power < len(leaves))
    return hashlib.sha256(b"\x01" + by_definition(leaves[:half]) + by_definition(leaves[half:])).digest()


@given(trees, st.data())
def test_a_tree_grown_in_parts_has_the_root_of_the_definition(leaves, data):
    cut = data.draw(st.integers(0, len(leaves)))
    assert Frontier().grown(leaves[:cut]).grown(leaves[cut:]).root() == by_definition(leaves)


@given(trees, st.data())
def test_every_proof_of_inclusion_holds_and_none_for_another_place_or_leaf(leaves, data):
    index = data.draw(st.integers(0, len(leaves) - 1))
    proof, root = merkle.inclusion(index, leaves), merkle.root(leaves)
    told = {"index": index, "leaf": leaves[index], "size": len(leaves), "root": root}
    assert merkle.includes(proof, **told)
    assert not merkle.includes(proof, **told | {"leaf": merkle.leaf(b"other")})
    assert not merkle.includes(proof, **told | {"root": merkle.leaf(b"other")})
    assert not merkle.includes([*proof, root], **told)
    assert not proof or not merkle.includes(proof[:-1], **told)
    assert not merkle.includes(proof, **told | {"index": len(leaves)})


@given(trees, st.data())
def test_every_proof_of_consistency_holds_and_none_for_another_history(leaves, data):
    size = data.draw(st.integers(1, len(leaves)))
    proof = merkle.consistency(size, leaves)
    first, second = (size, merkle.root(leaves[:size])), (len(leaves), merkle.root(leaves))
    forged = merkle.leaf(b"other")
    assert merkle.extends(proof, first=first, second=second)
    assert not merkle.extends(proof, first=(size, forged), second=second)
    assert not merkle.extends(proof, first=first, second=(len(leaves), forged))
    assert not merkle.extends([*proof, forged], first=first, second=second)
    assert not merkle.extends(proof, first=(0, first[1]), second=second)
    assert not merkle.extends(proof, first=(len(leaves) + 1, first[1]), second=second)


@given(trees, st.data())
def test_a_proof_with_a_flipped_bit_proves_nothing(leaves, data):
    index = data.draw(st.integers(0, len(leaves) - 1))
    proof = merkle.inclusion(index, leaves)
    if proof:
        place = data.draw(st.integers(0, len(proof) - 1))
        proof[place] = bytes([proof[place][0] ^ 1]) + proof[place][1:]
        assert not merkle.includes(proof, index=index, leaf=leaves[index], size=len(leaves), root=merkle.root(leaves))


def test_what_is_in_no_tree_cannot_be_proved():
    with pytest.raises(ValueError, match="no leaf 8"):
        merkle.inclusion(8, LEAVES)
    with pytest.raises(ValueError, match="no part"):
        merkle.consistency(9, LEAVES)


def test_an_edge_that_no_tree_has_cannot_be_built():
    with pytest.raises(ValueError, match="3 leaves has 2"):
        Frontier(3, (LEAVES[0],))
