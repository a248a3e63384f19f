"""What all tests with AWS's clients share: no account, no configuration, no other machine."""

import os
import socket
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def this_machine_only():
    """Nothing in this process connects to another machine."""
    connect = socket.socket.connect

    def connect_here(connection, address):
        assert address[0] == "127.0.0.1", f"connects to {address}"
        return connect(connection, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


@pytest.fixture(scope="session", autouse=True)
def environment(tmp_path_factory):
    """What this process and its children see: no account and no configuration."""
    home = tmp_path_factory.mktemp("home")
    settings = {
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_CONFIG_FILE": str(home / "config"),
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_MAX_ATTEMPTS": "1",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_SHARED_CREDENTIALS_FILE": str(home / "credentials"),
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "NO_PROXY": "127.0.0.1",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    }
    with pytest.MonkeyPatch.context() as patch:
        # The AWS CLI tells itself in AWS_DATA_PATH where its own files are.
        for name in [name for name in os.environ if name.startswith("AWS_") and name != "AWS_DATA_PATH"]:
            patch.delenv(name)
        for name, value in settings.items():
            patch.setenv(name, value)
        yield
