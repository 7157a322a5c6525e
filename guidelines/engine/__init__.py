"""The engine: a rulebook and a patient's answers in, explained three-valued advice out; standard-library values only."""
