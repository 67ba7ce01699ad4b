"""The desk: what a newsroom's own server does. Pages come in, stories are kept up to date, people ask and decide.

Each module takes an open `Store` first. Nothing here knows HTTP, and nothing here knows SQL beyond the store's tables.
"""
