"""The only bridge between Qt and everything that waits: one asyncio loop on a thread of its own.

Owns the thread, the loop, the tasks in flight and the way an answer takes back to the window.
Leaves to others what the tasks do: a screen passes a coroutine and two bound methods.

An answer is delivered on the GUI thread by one long-lived QObject and a queued signal, and is
dropped when its owner is gone or its handle was cancelled.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    import asyncio

CLOSE_WAIT_S = 2.0
"""How long closing waits for cancelled tasks to end, seconds."""


class Handle:
    """One started coroutine. `cancel()` may be called from the GUI thread at any time."""

    def __init__(
        self,
        background: Background,
        owner: QObject | None,
        done: Callable[[Any], None] | None,
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        self._background = background
        self.owner = owner
        self.done = done
        self.failed = failed
        self.cancelled = False
        self.task: asyncio.Task[Any] | None = None

    def cancel(self) -> None:
        """Drop the answer and cancel the work. Does nothing once it has ended."""
        self.cancelled = True
        self._background.post(self._cancel_task)

    def _cancel_task(self) -> None:
        if self.task is not None:
            self.task.cancel()


class Background(QObject):
    """Runs coroutines beside the window.

    Signals (both cross from the loop's thread to the GUI thread):
        _answered: (Handle, result, error or None).
        _posted: a callable to run on the GUI thread.
    """

    _answered = Signal(object, object, object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._running: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    def start(
        self,
        coroutine: Coroutine[Any, Any, Any],
        owner: QObject | None = None,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Handle:
        """Run `coroutine` on the loop; `done(result)` or `failed(error)` follows on the GUI thread.

        With no `failed`, an error is logged by its type alone (its text may hold what a person
        typed).
        """
        handle = Handle(self, owner, done, failed)
        if self._closed:
            coroutine.close()
            return handle
        self._loop.call_soon_threadsafe(self._begin, handle, coroutine)
        return handle

    def post(self, function: Callable[[], None]) -> None:
        """Run `function` on the loop's thread, soon."""
        if not self._closed:
            self._loop.call_soon_threadsafe(function)

    def to_window(self, function: Callable[[], None]) -> None:
        """Run `function` on the GUI thread, soon. May be called from any thread."""
        if not self._closed:
            self._posted.emit(function)

    def finish(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Run the last coroutine of a program that closes; waits for it, at most 2 s."""
        import asyncio

        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            future.result(CLOSE_WAIT_S)
        except Exception as error:
            _log("closing failed", error)

    def close(self) -> None:
        """Cancel what is in flight, stop the loop and join its thread. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        if self._thread is not None:
            self._loop.call_soon_threadsafe(self._cancel_all)
            self._thread.join(CLOSE_WAIT_S)

    @property
    def _loop(self) -> asyncio.AbstractEventLoop:
        # Made at its first use, which comes after the first paint: asyncio takes its time to load.
        if self._running is None:
            import asyncio

            self._running = asyncio.new_event_loop()
            self._thread = threading.Thread(
                target=self._run_loop, args=(self._running,), name="background", daemon=True
            )
            self._thread.start()
        return self._running

    # On the loop's thread

    def _run_loop(self, loop: asyncio.AbstractEventLoop) -> None:
        import asyncio

        from tpns_desktop.store.log import failed_loop

        asyncio.set_event_loop(loop)
        loop.set_exception_handler(failed_loop)
        try:
            loop.run_forever()
        finally:
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()

    def _begin(self, handle: Handle, coroutine: Coroutine[Any, Any, Any]) -> None:
        if handle.cancelled:
            coroutine.close()
            return
        task = self._loop.create_task(self._answer(handle, coroutine))
        handle.task = task
        self._tasks.add(task)  # the loop itself holds tasks by weak references only
        task.add_done_callback(self._tasks.discard)
        # A task that was cancelled before its first step leaves its work unbegun.
        task.add_done_callback(lambda _: coroutine.close())

    async def _answer(self, handle: Handle, coroutine: Coroutine[Any, Any, Any]) -> None:
        import asyncio

        try:
            result = await coroutine
        except asyncio.CancelledError:
            return
        except Exception as error:
            self._answered.emit(handle, None, error)
        else:
            self._answered.emit(handle, result, None)

    def _cancel_all(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._stop_when_idle()

    def _stop_when_idle(self) -> None:
        if any(not task.done() for task in self._tasks):
            self._loop.call_later(0.01, self._stop_when_idle)
        else:
            self._loop.stop()

    # On the GUI thread

    @Slot(object, object, object)
    def _on_answered(self, handle: Handle, result: object, error: BaseException | None) -> None:
        if handle.cancelled or (handle.owner is not None and not shiboken6.isValid(handle.owner)):
            return
        if error is None:
            if handle.done is not None:
                handle.done(result)
        elif handle.failed is not None:
            handle.failed(error)
        else:
            _log("background work failed", error)

    @Slot(object)
    def _on_posted(self, function: Callable[[], None]) -> None:
        function()


def _log(what: str, error: BaseException) -> None:
    import logging  # seldom needed, and not before the first paint

    # The type alone: an error's text may hold what a person typed.
    logging.getLogger(__name__).error("%s: %s", what, type(error).__name__)
