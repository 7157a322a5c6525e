"""The engine as truth tables that a clinician can read."""
