"""What the tests of exports share: the servers on this machine, and clients that know no other host."""

import runpy
import subprocess
import threading

import boto3
import pytest
from awscli.clidriver import create_clidriver
from moto.server import ThreadedMotoServer

from endpoint import Endpoint


@pytest.fixture(scope="session")
def moto_url():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(scope="session")
def running_endpoint(moto_url):
    endpoint = Endpoint(moto_url)
    thread = threading.Thread(target=endpoint.serve_forever)
    thread.start()
    yield endpoint
    endpoint.shutdown()
    thread.join()
    endpoint.server_close()


@pytest.fixture
def endpoint(running_endpoint):
    running_endpoint.requests.clear()
    return running_endpoint


@pytest.fixture(scope="session", autouse=True)
def environment(environment, running_endpoint):
    """All clients know no host but the endpoint."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", running_endpoint.url)
        yield


@pytest.fixture(scope="session")
def ssm(environment):
    """A client of boto3."""
    return boto3.client("ssm")


@pytest.fixture
def empty_folder(tmp_path, monkeypatch):
    """The folder that a test works in; nothing may be written there."""
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    yield folder
    assert list(folder.iterdir()) == [], "a text was run as a command"


@pytest.fixture
def run_program(empty_folder, tmp_path, capsys):
    """Runs the text of a Python program and returns what it prints."""

    def run(text):
        program = tmp_path / "program.py"
        program.write_text(text, encoding="utf-8")
        runpy.run_path(str(program), run_name="__main__")
        return capsys.readouterr().out

    return run


@pytest.fixture
def run_shell(empty_folder):
    """Runs a command in a shell, and fails when it ends otherwise than expected."""

    def run(shell, text, code=0):
        finished = subprocess.run([shell, "-c", text], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        assert code in (None, finished.returncode), finished.stderr.decode()
        return finished

    return run


@pytest.fixture
def run_bash(run_shell):
    """Runs a command in bash and returns what it prints."""
    return lambda text: run_shell("bash", text).stdout.decode()


@pytest.fixture
def run_aws_cli(empty_folder, capsys):
    """Runs the AWS CLI within this process, which saves its long start."""

    def run(*arguments):
        code = create_clidriver().main(list(arguments))
        printed = capsys.readouterr()
        assert code == 0, printed.err
        return printed.out

    return run
