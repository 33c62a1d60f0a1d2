"""Signatures by Ed25519: that a pack is as it was when somebody with this key made it. Not who that was.

PyNaCl is loaded when something is signed or asked about, never with the program.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

SECRET_SIZE = 32
_PUBLIC_SIZE = 32


@dataclass(frozen=True, slots=True)
class Signer:
    """Whoever holds a secret: 32 bytes that are shown nowhere."""

    secret: bytes = field(repr=False)

    @property
    def public(self) -> str:
        """The key by which others recognise what is signed here, in base64."""
        return _written(bytes(self._key.verify_key))

    def sign(self, data: bytes) -> str:
        """Return the signature of some bytes, in base64."""
        return _written(bytes(self._key.sign(data).signature))

    @property
    def _key(self) -> Any:
        return _library("nacl.signing").SigningKey(self.secret)


def new_signer() -> Signer:
    """Return somebody new."""
    return Signer(bytes(_library("nacl.signing").SigningKey.generate()))


def is_signed(data: bytes, signature: str, public: str) -> bool:
    """Whether the holder of the public key has signed these bytes; never raises, whatever is written there."""
    try:
        key = _library("nacl.signing").VerifyKey(base64.b64decode(public, validate=True))
        key.verify(data, base64.b64decode(signature, validate=True))
    except (binascii.Error, ValueError, TypeError, _library("nacl.exceptions").CryptoError):
        return False
    return True


def is_public_key(text: str) -> bool:
    """Whether a text is a public key as it is written: 32 bytes in base64."""
    try:
        return len(base64.b64decode(text, validate=True)) == _PUBLIC_SIZE
    except (binascii.Error, ValueError):
        return False


def _written(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _library(name: str) -> Any:
    return import_module(name)
