"""Starlette on uvicorn as it comes: reads a body and answers. What any web server here costs at least."""

import socket

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_ANSWER = b'{"ok": true, "result": {"message_id": 1}}'


async def answer(request: Request) -> Response:
    """Takes anything."""
    await request.body()
    return Response(_ANSWER, media_type="application/json")


class Server(uvicorn.Server):
    """Says where it is."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Once the port is known."""
        await super().startup(sockets)
        print(f"http://127.0.0.1:{self.servers[0].sockets[0].getsockname()[1]}", flush=True)


application = Starlette(routes=[Route("/{path:path}", answer, methods=["POST"])])
Server(uvicorn.Config(application, port=0, log_config=None, access_log=False, http="httptools")).run()
