"""The bills of materials that `cargo xtask sbom` writes: CycloneDX's own validator takes them, and they are true."""

import json
import re
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing
from packageurl import PackageURL

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[2]
BILLS = {"app": "window-planner-web", "npm-package": "window-planner-wasm", "command-line": "window-planner-cli"}


@pytest.fixture(params=BILLS)
def product(request):
    return request.param


@pytest.fixture
def text(product):
    return (ROOT / f"target/sbom/{product}.cdx.json").read_text()


@pytest.fixture
def bill(text):
    return json.loads(text)


def names(bill):
    return {component["name"] for component in bill["components"]}


def test_it_is_cyclonedx(text):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_the_validator_would_tell(bill):
    del bill["components"][0]["name"]
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is not None


def test_it_is_of_this_product_and_holds_the_core(product, bill):
    assert bill["metadata"]["component"]["name"] == BILLS[product]
    assert {"window-planner-core", "chrono", "chrono-tz"} <= names(bill)


def test_every_version_and_digest_is_that_of_the_lock_file(bill):
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    locked = {(package["name"], package["version"]): package.get("checksum") for package in lock}
    for component in bill["components"]:
        digest = locked[component["name"], component["version"]]
        assert component.get("hashes", []) == ([{"alg": "SHA-256", "content": digest}] if digest else [])


def test_every_component_has_a_package_url_and_a_licence_of_spdx(bill):
    licensing = get_spdx_licensing()
    for component in [bill["metadata"]["component"], *bill["components"]]:
        url = PackageURL.from_string(component["purl"])
        assert (url.type, url.name, url.version) == ("cargo", component["name"], component["version"])
        (license,) = component["licenses"]
        assert licensing.validate(license["expression"], strict=True).errors == [], component["name"]


def test_whoever_is_there_is_used(bill):
    uses = {entry["ref"]: entry["dependsOn"] for entry in bill["dependencies"]}
    root = bill["metadata"]["component"]["bom-ref"]
    assert set(uses) == {root, *(component["bom-ref"] for component in bill["components"])}
    reached, waiting = set(), [root]
    while waiting:
        ref = waiting.pop()
        if ref not in reached:
            reached.add(ref)
            waiting += uses[ref]
    assert reached == set(uses)


def test_what_only_builds_or_tests_is_not_in_it(bill):
    assert not names(bill) & {"serde_derive", "leptos_macro", "proptest", "insta", "wasm-bindgen-test", "xtask"}


def test_products_differ_in_what_they_are_made_of():
    of = {product: names(json.loads((ROOT / f"target/sbom/{product}.cdx.json").read_text())) for product in BILLS}
    assert "leptos" in of["app"] and "leptos" not in of["npm-package"] | of["command-line"]
    assert "serde-wasm-bindgen" in of["npm-package"] and "serde-wasm-bindgen" not in of["command-line"]
    assert "clap" in of["command-line"] and "clap" not in of["app"] | of["npm-package"]


def test_it_says_nothing_of_the_machine(text):
    assert str(ROOT) not in text
    assert str(Path.home()) not in text
    assert set(re.findall(r"https?://([^/\"]+)", text)) <= {"cyclonedx.org", "github.com", "gitlab.com"}
