"""Official specifications of vendors, as validators of what was answered."""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from openapi_schema_validator import (
    OAS30Validator,
    OAS31Validator,
    oas30_format_checker,
    oas31_format_checker,
)
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4, DRAFT202012

VENDOR = Path(os.environ.get("VENDOR_ANSWERS", "absent"))


class Specification:
    """One OpenAPI file: what a path may be asked, and what it must answer.

    A property that a schema does not name is an error too: specifications leave that
    open, and so would never object to a misspelled one.
    """

    def __init__(self, file: str) -> None:
        said = yaml.load((VENDOR / file).read_text(), yaml.CSafeLoader)
        is_30 = said["openapi"].startswith("3.0")
        _close(said)
        self._paths = said["paths"]
        kind = DRAFT4 if is_30 else DRAFT202012
        resource = Resource(contents=said, specification=kind)
        self._registry = Registry().with_resource("urn:official", resource)
        self._validator = OAS30Validator if is_30 else OAS31Validator
        self._formats = oas30_format_checker if is_30 else oas31_format_checker

    @cache  # noqa: B019 - one for each specification of a test run
    def _found(self, method: str, path: str) -> tuple[str, Any]:
        if path in self._paths:
            return path, self._paths[path]
        for template, said in self._paths.items():
            pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(template))
            if re.fullmatch(pattern, path) and method.lower() in said:
                return template, said
        raise LookupError(f"The specification has no {method} {path}.")

    def parameters(self, method: str, path: str) -> set[str]:
        """Return the names of what this path may be asked with."""
        _, said = self._found(method, path)
        listed = [
            *said.get("parameters", ()),
            *said[method.lower()].get("parameters", ()),
        ]
        names = set()
        for one in listed:
            resolver = self._registry.resolver("urn:official")
            known = resolver.lookup(one["$ref"]).contents if "$ref" in one else one
            names.add(known["name"])
        return names

    def errors(self, method: str, path: str, body: Any) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with an answer: where it is, and what the rule was.

        Where a property is not named by the schema, its own name is the rule.
        """
        template, _ = self._found(method, path)
        steps = template.replace("~", "~0").replace("/", "~1")
        pointer = f"#/paths/{steps}/{method.lower()}/responses/200"
        resolved = self._registry.resolver("urn:official").lookup(pointer).contents
        if "$ref" in resolved:
            pointer = resolved["$ref"]
            resolved = self._registry.resolver("urn:official").lookup(pointer).contents
        (media,) = [kind for kind in resolved["content"] if "json" in kind]
        escaped = media.replace("/", "~1")
        schema = {"$ref": f"urn:official{pointer}/content/{escaped}/schema"}
        checked = self._validator(
            schema, registry=self._registry, format_checker=self._formats
        )
        for error in checked.iter_errors(body):
            yield from _rules(error)


def _close(said: Any) -> None:
    """Forbid properties that a schema does not name, everywhere."""
    if isinstance(said, list):
        for part in said:
            _close(part)
    if isinstance(said, dict):
        if isinstance(said.get("properties"), dict) and "allOf" not in said:
            said.setdefault("additionalProperties", False)
        for part in said.values():
            _close(part)


def _rules(error: Any) -> Iterator[tuple[str, str]]:
    where = re.sub(r"\[(\d+|'[^']+')\]", "[]", error.json_path)
    if error.validator == "additionalProperties":
        for name in sorted(set(error.instance) - set(error.schema["properties"])):
            yield f"{where}.{name}", "not named"
    else:
        yield where, error.validator
