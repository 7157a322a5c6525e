"""Mutation: small mistakes planted in a rulebook one at a time, to see whether any of its cases would notice."""
