"""Many files in one go: what is wanted as tasks, made on all cores, each written whole or not."""

WORKER = "--make-bytes"
"""The word by which the program is started as a worker of another one; no user types it."""
