"""Signatures of tree heads: Ed25519 with the deployment's LEDGER_KEY, or none where it sets none."""

from collections.abc import Iterable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings


def sign(content: bytes) -> str:
    """Return the signature as hex, or nothing where there is no key."""
    return _key().sign(content).hex() if settings.LEDGER_KEY else ""


def public_key() -> str:
    """Return the key that signatures are checked with as hex, or nothing where there is no key."""
    return _key().public_key().public_bytes_raw().hex() if settings.LEDGER_KEY else ""


def holds(signature: str, content: bytes, keys: Iterable[str]) -> bool:
    """Tell whether one of these public keys made the signature."""
    return any(_made(signature, content, key) for key in keys)


def _key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(settings.LEDGER_KEY))


def _made(signature: str, content: bytes, key: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True
