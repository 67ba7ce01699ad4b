"""The steps of a run: each a function from a job to a receipt, which reads parts and writes parts."""
