"""The server of the tools, over standard input and output."""

from __future__ import annotations

from mcp.server import MCPServer
from mcp_types import ToolAnnotations

from firsthand import __version__
from firsthand.store.opening import Store

from .quoting import NOTICE
from .tools import tools_of

INSTRUCTIONS = f"""\
Firsthand shows what stands behind the news: how many independent origins the accounts of an event really have, who says
what, and where accounts contradict each other. It does not say what is true: report what the accounts say, on how many
independent origins it rests, and who differs. Begin with `search`, or with `check` for a sentence.

{NOTICE}
"""
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_TITLES = {
    "search": "Search the news store",
    "story": "What stands behind a story",
    "check": "Check a sentence or an article",
    "sources": "Who is cited, and for what",
}


def assistant_server(store: Store) -> MCPServer[None]:
    """The tools over one store."""
    server: MCPServer[None] = MCPServer(
        "firsthand", title="Firsthand", instructions=INSTRUCTIONS, version=__version__, log_level="WARNING"
    )
    for tool in tools_of(store):
        server.add_tool(tool, title=_TITLES[tool.__name__], annotations=_READS)
    return server


def serve_assistants(store: Store) -> None:
    """Answer on standard input and output until the other side closes them."""
    assistant_server(store).run("stdio")
