"""Askers for the tests: applications over a store, and clients of every kind."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from firsthand.api.app import application
from firsthand.api.settings import Settings
from firsthand.desk.access import add_person, make_token
from firsthand.store.opening import Store

HERE = "http://127.0.0.1:8000"
PASSWORD = "a long pass phrase"


def local(store: Store, **settings: Any) -> TestClient:
    """A client on the desk's own machine."""
    return client(application(store, Settings(**settings)))


def client(app: FastAPI, *, base: str = HERE, address: str = "127.0.0.1", **headers: str) -> TestClient:
    """A client of an application; a program, unless headers make it a browser."""
    return TestClient(
        app,
        base_url=base,
        client=(address, 50_000),
        raise_server_exceptions=False,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        follow_redirects=False,
    )


def with_token(app: FastAPI, store: Store, role: str) -> TestClient:
    """A program with a token of this role."""
    return client(app, Authorization=f"Bearer {make_token(store, role, role, who='tests')[1]}")


def people_in(store: Store) -> None:
    """An admin, an editor and a reader; their names are their roles, the password is PASSWORD."""
    for role in ("admin", "editor", "reader"):
        add_person(store, role, role, PASSWORD, who="tests")
