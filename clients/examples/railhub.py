"""Follows a RailHub board and prints what changes; switches an output if asked to.

    pip install websocket-client          (Debian: apt install python3-websocket)

    python3 railhub.py 127.0.0.1:8081
    python3 railhub.py 127.0.0.1:8081 4 on
"""

import argparse
import itertools
import json
import re
import time

import websocket

RETRY_S = 3
SILENCE_S = 10  # The hub sends a status every half second.


class RailHub:
    """One board. Override the methods that begin with on_; run() never ends."""

    def __init__(self, address):
        self._url = f"ws://{address}/"
        self._socket = websocket.WebSocket()
        self._ids = itertools.count(1)

    def on_link(self, is_there):
        """The hub is there, or no more."""

    def on_status(self, status):
        """The whole status, on every change and every half second."""

    def on_answer(self, answer):
        """The answer to what was asked under the same id."""

    def ask(self, api, **fields):
        """Sends what could also be a POST to /api/...; returns the id that the answer will have.

        Raises what websocket-client raises if the hub is not there.
        """
        number = next(self._ids)
        self._socket.send(json.dumps({"api": api, **fields, "id": number}))
        return number

    def run(self):
        """Follows, and connects again whenever the connection ends."""
        while True:
            try:
                self._follow()
            except (OSError, websocket.WebSocketException):
                self.on_link(False)
                time.sleep(RETRY_S)

    def _follow(self):
        self._socket = websocket.create_connection(self._url, timeout=SILENCE_S)
        try:
            self.on_link(True)
            while True:
                text = self._socket.recv()
                if not text:
                    raise websocket.WebSocketConnectionClosedException("closed")
                self._take(json.loads(text))
        finally:
            self._socket.shutdown()

    def _take(self, message):
        if "outputs" in message:
            self.on_status(message)
        else:
            self.on_answer(message)


class Printer(RailHub):
    """Prints what differs from before."""

    def __init__(self, address, wish=None):
        super().__init__(address)
        self._shown = {}
        self._wish = wish

    def on_link(self, is_there):
        print("connected" if is_there else "not connected; trying again", flush=True)
        if is_there and self._wish:
            self.ask("control", **self._wish)

    def on_status(self, status):
        for output in status["outputs"]:
            state = "on" if output["active"] else "off"
            line = f"pin {output['pin']}: {output['name']} {state} {output['brightness']}%"
            if self._shown.get(output["pin"]) != line:
                print(line, flush=True)
            self._shown[output["pin"]] = line

    def on_answer(self, answer):
        self._wish = None  # Until now it would have been asked again at the next connection.
        print(answer.get("error", "done"), flush=True)


def host_and_port(text):
    if not re.fullmatch(r"[^\s/]+:\d{1,5}", text) or int(text.rpartition(":")[2]) > 65535:
        raise argparse.ArgumentTypeError(f"not HOST:PORT: {text}")
    return text


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("hub", type=host_and_port, nargs="?", default="127.0.0.1:8081")
    options.add_argument("pin", type=int, nargs="?")
    options.add_argument("state", choices=["on", "off"], nargs="?")
    given = options.parse_args()
    if given.pin is not None and given.state is None:
        options.error("on or off?")
    wanted = given.state and {"pin": given.pin, "active": given.state == "on"}
    try:
        Printer(given.hub, wanted).run()
    except KeyboardInterrupt:
        pass
