"""The pictures of docs/desk.md: `python -m tests.web.screenshots [FOLDER [STORE]]`.

Needs chromium. Without a store the example is read into one by the real stages; a store that is given is copied.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from firsthand.desk import deciding, reading
from firsthand.store.opening import Store, open_store

from ..desk.filled import filled_copy
from .serving import serving

WIDE, PHONE = (1280, 860), (390, 844)


def take(folder: Path, source: Path | None = None) -> None:
    """All pictures, light; the story and the two articles dark as well."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        raise SystemExit("no chromium on the path")
    folder.mkdir(parents=True, exist_ok=True)
    scratch = folder / ".store"
    scratch.mkdir(exist_ok=True)
    with _store(scratch, source) as store, open_store(scratch / "empty.db") as empty, sync_playwright() as playwright:
        story = reading.stories(store, order="weight").items[0].id
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        with serving(store) as address, serving(empty) as blank:
            shots = (
                ("begin", f"{blank}/", WIDE, "light"),
                ("stories", f"{address}/?order=weight", WIDE, "light"),
                ("story", f"{address}/stories/{story}", WIDE, "light"),
                ("story-dark", f"{address}/stories/{story}", WIDE, "dark"),
                ("story-phone", f"{address}/stories/{story}", PHONE, "light"),
                ("beside", f"{address}/stories/{story}/beside", WIDE, "light"),
                ("lineage", f"{address}/stories/{story}/lineage", WIDE, "light"),
                ("check", f"{address}/check?text=The+alarm+on+the+pier+had+been+switched+off.", WIDE, "light"),
                ("source", f"{address}{_source(store)}", WIDE, "light"),
                ("decisions", f"{address}/decisions", WIDE, "light"),
            )
            for name, url, (width, height), scheme in shots:
                if name == "decisions":
                    _decide(store, story)
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if scheme == "dark" else "light",
                    locale="en-GB",
                    timezone_id="UTC",
                )
                context.set_default_timeout(120_000)
                _picture(context.new_page(), url, folder / f"desk-{name}.png")
                context.close()
        browser.close()
    shutil.rmtree(scratch)


def _store(scratch: Path, source: Path | None) -> Store:
    if source is None:
        return filled_copy(scratch)
    for one in source.parent.glob(f"{source.name}*"):
        shutil.copy(one, scratch / one.name)
    return open_store(scratch / source.name)


def _picture(page: Page, url: str, file: Path) -> None:
    for _ in range(5):  # on a busy machine the models may be loaded too slowly for the first answer
        answer = page.goto(url)
        if answer is not None and answer.status == 200:
            break
    else:
        raise SystemExit(f"{url} does not answer")
    page.wait_for_timeout(300)
    page.screenshot(path=file)
    print(file)


def _decide(store: Store, story: str) -> None:
    found = reading.story(store, story)
    assert found is not None
    for finding, verdict, note in zip(
        found.report.stories[0].findings[1:],
        ("right", "wrong"),
        ("Called the authority.", "Two different days."),
        strict=False,
    ):
        deciding.decide(
            store, who="ada", subject_kind="finding", subject=finding.id, story=story,
            verdict="right" if verdict == "right" else "wrong", note=note,
        )  # fmt: skip


def _source(store: Store) -> str:
    from firsthand.desk import citing

    return f"/sources/{citing.sources(store).items[0].id}"


if __name__ == "__main__":
    given = [Path(one) for one in sys.argv[1:]]
    take(*(given or [Path("docs")]))
