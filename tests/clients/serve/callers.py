"""AWS's clients, each called in the same way: an operation and a request in, what it returns and the body it read out."""

import base64
import contextlib
import datetime
import functools
import io
import json
import re

import boto3
import botocore
import botocore.config
from awscli.clidriver import create_clidriver

WITHOUT_RETRIES = botocore.config.Config(retries={"max_attempts": 0, "mode": "standard"})


class Refused(Exception):
    """An error that the server answered, as the client tells it."""

    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


class Boto3:
    """boto3. What it returns is written back as it came over the wire: times as seconds, blobs in base 64."""

    name = "boto3"

    def __init__(self, url, validates=True):
        config = WITHOUT_RETRIES.merge(botocore.config.Config(parameter_validation=validates))
        self.client = boto3.client("ssm", endpoint_url=url, config=config)
        self.client.meta.events.register("before-parse.ssm", self.keep_body)

    def keep_body(self, response_dict, **_):
        self.body = response_dict["body"]

    def call(self, operation, request):
        method = getattr(self.client, botocore.xform_name(operation))
        try:
            returned = method(**with_blobs(request, str.encode))
        except self.client.exceptions.ClientError as error:
            raise Refused(error.response["Error"]["Code"], error.response["Error"]["Message"]) from error
        metadata = returned.pop("ResponseMetadata")
        assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", metadata["RequestId"])
        return as_sent(returned), json.loads(self.body)


class AwsCli:
    """The AWS CLI, within this process: its start takes longer than all that it does."""

    name = "aws-cli"

    def __init__(self, url, folder, validates=True):
        self.url = url
        self.file = folder / "request.json"
        self.driver = aws_cli_driver(validates)

    def call(self, operation, request):
        self.file.write_text(json.dumps(with_blobs(request, str)), encoding="utf-8")
        name = botocore.xform_name(operation, "-")
        printed = self.run(name, "--cli-input-json", f"file://{self.file}", "--no-paginate")
        return json.loads(printed), self.body()

    def body(self):
        """The last body that it read."""
        return json.loads(self.driver.body)

    def run(self, *arguments):
        """What a command `aws ssm …` prints."""
        output, log = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(log):
            code = self.driver.main(["ssm", *arguments, "--endpoint-url", self.url, "--output", "json"])
        refused = re.search(r"An error occurred \((\w+)\) when calling the \w+ operation[^:]*(?:: \d+\))?: (.*)", log.getvalue(), re.DOTALL)
        if refused:
            raise Refused(refused[1], refused[2].strip())
        assert code == 0, log.getvalue()
        return output.getvalue()


@functools.cache
def aws_cli_driver(validates):
    driver = create_clidriver()
    driver.session.set_default_client_config(botocore.config.Config(parameter_validation=validates))

    def keep_body(response_dict, **_):
        driver.body = response_dict["body"]

    driver.session.register("before-parse.ssm", keep_body)
    return driver


def with_blobs(value, convert):
    """A request with its blobs, `{"$blob": text}`, in a client's own form."""
    if isinstance(value, list):
        return [with_blobs(item, convert) for item in value]
    if isinstance(value, dict):
        if "$blob" in value:
            return convert(value["$blob"])
        return {name: with_blobs(member, convert) for name, member in value.items()}
    return value


def as_sent(value):
    """What boto3 made of an answer, in the types of JSON."""
    if isinstance(value, datetime.datetime):
        return value.timestamp()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, list):
        return [as_sent(item) for item in value]
    if isinstance(value, dict):
        return {name: as_sent(member) for name, member in value.items()}
    return value
