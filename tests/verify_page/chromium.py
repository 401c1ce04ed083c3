"""A headless Chromium that is told what to do over two pipes, and nothing besides.

Speaks the browser's own debugging protocol: one JSON text a message, each closed by a zero.
"""

from __future__ import annotations

import base64
import fcntl
import itertools
import json
import os
import shutil
import signal

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
SWITCHES = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",  # the tests may run as root; the page opened is our own
    "--no-first-run",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
)
ABOVE_THE_PIPES = 10


def found_chromium():
    """Return the path of a Chromium, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One window of a browser of its own, with a profile that nobody else has."""

    def __init__(self, path, profile):
        asked, self._ask = _pipe_above()
        self._hear, told = _pipe_above()
        self._process = os.posix_spawn(
            path,
            [path, *SWITCHES, f"--user-data-dir={profile}", "about:blank"],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, asked, 3),
                (os.POSIX_SPAWN_DUP2, told, 4),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ],
        )
        for each in (asked, told):
            os.close(each)
        self._numbers, self._rest, self._session = itertools.count(1), b"", None
        self.asked_for = []
        """Addresses of all that pages have asked for."""
        [target] = [
            each
            for each in self.call("Target.getTargets")["targetInfos"]
            if each["type"] == "page"
        ]
        self._session = self.call(
            "Target.attachToTarget", targetId=target["targetId"], flatten=True
        )["sessionId"]
        for domain in ("Page", "Network", "DOM"):
            self.call(f"{domain}.enable")

    def call(self, method, **arguments):
        """Do what the protocol calls *method*, and return what it gives."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": arguments}
        if self._session:
            message["sessionId"] = self._session
        rest = json.dumps(message).encode() + b"\0"
        while rest:
            rest = rest[os.write(self._ask, rest) :]
        answer = self._until(lambda told: told.get("id") == number)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def before_pages(self, script):
        """Run *script* in every page before its own scripts."""
        self.call("Page.addScriptToEvaluateOnNewDocument", source=script)

    def open(self, file):
        """Open the local *file* and wait until it is there."""
        self.call("Page.navigate", url=file.as_uri())
        self._until(lambda told: told.get("method") == "Page.loadEventFired")

    def run(self, script):
        """Return what *script* gives in the page, a promise kept."""
        told = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def type(self, text):
        """Put *text* where the cursor stands, as a scanner does, and press Enter."""
        self.call("Input.insertText", text=text)
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key="Enter", windowsVirtualKeyCode=13)

    def give(self, selector, file):
        """Choose *file* in the field for files that *selector* names."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=node, files=[str(file)])

    def picture(self):
        """Return the page as it is seen, as a PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    def close(self):
        """End the browser."""
        for each in (self._ask, self._hear):
            os.close(each)
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)

    def _until(self, is_it):
        while True:
            while b"\0" not in self._rest:
                heard = os.read(self._hear, 1 << 20)
                assert heard, "the browser has ended"
                self._rest += heard
            message, _, self._rest = self._rest.partition(b"\0")
            told = json.loads(message)
            if told.get("method") == "Network.requestWillBeSent":
                self.asked_for.append(told["params"]["request"]["url"])
            if is_it(told):
                return told


def _pipe_above():
    """Return a pipe whose ends are not where the browser wants its own."""
    ends = os.pipe()
    above = [fcntl.fcntl(each, fcntl.F_DUPFD_CLOEXEC, ABOVE_THE_PIPES) for each in ends]
    for each in ends:
        os.close(each)
    return above
