"""Signatures: RFC 8032's own vectors, another library's, and every way to be wrong."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpns_desktop.client import ed25519

# RFC 8032, section 7.1: TEST 1, 2, 3 and "TEST SHA(abc)": key, message, signature.
VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
        "f9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0"
        "f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984"
        "dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3"
        "feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431"
        "e0303dca179c138ac17ad9bef1177331a704",
    ),
]
ORDER = 2**252 + 27742317777372353535851937790883648493


@pytest.mark.parametrize(("key", "message", "signature"), VECTORS)
def test_the_vectors_of_the_rfc_are_right(key: str, message: str, signature: str) -> None:
    signed = bytes.fromhex(signature)
    assert ed25519.verify(bytes.fromhex(key), bytes.fromhex(message), signed)
    assert not ed25519.verify(bytes.fromhex(key), bytes.fromhex(message) + b"!", signed)


@given(st.integers(0, 64 * 8 - 1))
def test_a_signature_with_any_bit_turned_is_wrong(bit: int) -> None:
    key, message, signature = (bytes.fromhex(part) for part in VECTORS[2])
    turned = bytearray(signature)
    turned[bit // 8] ^= 1 << bit % 8
    assert not ed25519.verify(key, message, bytes(turned))


def test_the_same_signature_in_another_form_is_refused() -> None:
    key, message, signature = (bytes.fromhex(part) for part in VECTORS[1])
    scalar = int.from_bytes(signature[32:], "little") + ORDER
    assert not ed25519.verify(key, message, signature[:32] + scalar.to_bytes(32, "little"))


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    assert not ed25519.verify(bytes(length), b"", bytes(64))
    assert not ed25519.verify(bytes(32), b"", bytes(length))


@pytest.mark.skipif(sys.platform != "linux", reason="cryptography comes along on Linux alone")
@given(st.binary(max_size=300))
def test_another_library_signs_and_it_is_right(message: bytes) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    key = private.public_key().public_bytes_raw()
    assert ed25519.verify(key, message, private.sign(message))
    assert not ed25519.verify(key, message + b"\0", private.sign(message))
