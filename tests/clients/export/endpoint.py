"""The one address that the clients talk to: it records each request, and moto answers it.

moto has no UpdateMaintenanceWindow; that one is answered here, in the shape of the service model.
"""

import json
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

UPDATE = "AmazonSSM.UpdateMaintenanceWindow"


class Endpoint(ThreadingHTTPServer):
    """Listens on a free port of this machine."""

    daemon_threads = True

    def __init__(self, moto_url):
        super().__init__(("127.0.0.1", 0), Handler)
        self.moto_url = moto_url
        self.requests = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def take(self):
        """The operation and the body of the one request since the last call."""
        [request] = self.requests
        self.requests.clear()
        return request


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        target = self.headers["X-Amz-Target"]
        self.server.requests.append((target, json.loads(body)))
        answer = self.answer_update(json.loads(body)) if target == UPDATE else self.ask_moto(body)
        self.send_response(200)
        self.send_header("Content-Type", "application/x-amz-json-1.1")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def answer_update(self, request):
        answer = {name: value for name, value in request.items() if name != "Replace"}
        return json.dumps(answer).encode()

    def ask_moto(self, body):
        names = ["Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Target"]
        headers = {name: self.headers[name] for name in names if name in self.headers}
        request = urllib.request.Request(self.server.moto_url, body, headers)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request) as answer:
            return answer.read()

    def log_message(self, *_):
        """Keeps the test's output clean."""
