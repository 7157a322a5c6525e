"""Accounts in the admin: users, their roles, and what they sign in with; every change stands in the ledger."""

from . import proof, role, user


__all__ = ["proof", "role", "user"]
