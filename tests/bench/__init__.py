"""The bench: what a recommendation costs, as ratios within one run, on the machine and database at hand."""
