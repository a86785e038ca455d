"""Runs the AWS emulator so that it may be killed at any moment.

The emulator itself writes its state to STATE_DIR only when it is stopped in good order. This host
writes it every second in which something was changed, and before a page that somebody has posted to is
answered: what is shown to people is stored. It ends when the process that started it is gone
(its standard input closes), puts right one thing after a restart, see `forget_stream_positions`, and
answers programs of this machine only, see `Door`.
"""

import asyncio
import logging
import os
import signal
import sys

from hypercorn.asyncio import serve
from hypercorn.config import Config
from ministack import app as emulator
from ministack.core.persistence import save_state

CHECKPOINT_SECONDS = 1.0
PAGES = "/_aws/execute-api/"
HARMLESS_METHODS = ("GET", "HEAD", "OPTIONS")


def forget_stream_positions():
    """Lets the functions behind a table's stream begin at the stream's start again.

    The emulator restores how far they had read, but not the stream's records: it would wait for as
    many new records as there had been old ones before it delivered any.
    """
    functions = sys.modules.get("ministack.services.lambda_svc")
    if functions is not None:
        functions._dynamodb_stream_positions.clear()


class Door:
    """An ASGI application around another one that lets in programs of this machine, and no web page.

    The emulator asks nobody for a password and allows every origin: a page of any site, open in a browser on
    this machine, could read and delete what the tables hold, also by a name of its own that it lets point
    here. Programs name this machine as their host and no origin. The district's own pages are asked through
    its proxy, which hands on what the browser says; their functions judge that themselves.
    """

    def __init__(self, inside, port):
        self.inside = inside
        self.hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    def lets_in(self, scope):
        said = {}
        for name, value in scope["headers"]:
            said.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
        hosts = said.get("host", [])
        if len(hosts) != 1 or hosts[0] not in self.hosts:
            return False
        if scope["type"] == "http" and scope["path"].startswith(PAGES):
            return True
        return "origin" not in said and said.get("sec-fetch-site", ["none"]) == ["none"]

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan" or self.lets_in(scope):
            await self.inside(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": b"This emulator answers programs of this machine only.\n"})


class Checkpoints:
    """An ASGI application around the emulator that notes changes and saves them."""

    def __init__(self):
        self.changed = False
        self.saving = asyncio.Lock()
        self.wanted = asyncio.Event()
        self.waiting = []

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan":
            await emulator.app(scope, self.before_shutdown(receive), self.after_startup(send))
            return
        try:
            await emulator.app(scope, receive, self.after_saving(send) if self.is_post(scope) else send)
        finally:
            if scope["type"] == "http" and scope["method"] not in HARMLESS_METHODS:
                self.changed = True

    @staticmethod
    def is_post(scope):
        """Whether somebody has posted to a page, and is to be shown what came of it."""
        return scope["type"] == "http" and scope["method"] == "POST" and PAGES in scope["path"]

    def after_saving(self, send):
        """Answers once a save that began after everything that the page has done is on disk."""

        async def sent(message):
            if message["type"] == "http.response.start":
                saved = asyncio.get_running_loop().create_future()
                self.waiting.append(saved)
                self.changed = True
                self.wanted.set()
                await saved
            await send(message)

        return sent

    def after_startup(self, send):
        async def sent(message):
            if message["type"] == "lifespan.startup.complete":
                forget_stream_positions()
            await send(message)

        return sent

    def before_shutdown(self, receive):
        async def received():
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                await self.saving.acquire()  # for good: the emulator saves by itself now, to the same files
            return message

        return received

    async def run(self):
        while True:
            try:
                await asyncio.wait_for(self.wanted.wait(), CHECKPOINT_SECONDS)
            except asyncio.TimeoutError:
                pass
            self.wanted.clear()
            if self.changed:
                async with self.saving:
                    self.changed = False
                    waiting, self.waiting = self.waiting, []
                    if await self.save():
                        for saved in waiting:
                            if not saved.done():  # nobody waits for the answer any more
                                saved.set_result(None)
                    else:
                        self.changed = True
                        self.waiting = waiting + self.waiting

    async def save(self):
        """Takes the state between two requests, so that no transaction is cut in half, then writes it aside."""
        try:
            states = {name: state() for name, state in emulator._build_persistence_save_dict().items()}
        except RuntimeError:  # another thread was changing a dictionary: the next second will do
            return False
        await asyncio.to_thread(lambda: [save_state(name, state) for name, state in states.items() if state is not None])
        return True


async def parent_gone():
    """Waits until standard input closes: the pipe lives exactly as long as the process that holds its other end."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()


async def main():
    logging.getLogger("persistence").setLevel(logging.WARNING)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    config = Config()
    config.bind = [f"127.0.0.1:{os.environ['GATEWAY_PORT']}"]
    config.keep_alive_timeout = 75
    config.graceful_timeout = 1
    application = Checkpoints()

    async def told_to_stop():
        await asyncio.wait(
            [asyncio.create_task(stop.wait()), asyncio.create_task(parent_gone())],
            return_when=asyncio.FIRST_COMPLETED,
        )

    checkpoints = asyncio.create_task(application.run())
    await serve(Door(application, os.environ["GATEWAY_PORT"]), config, shutdown_trigger=told_to_stop)
    checkpoints.cancel()


asyncio.run(main())
