"""Plays the client of S3 for the conformance tests: botocore writes requests, and reads answers.

Writes one line of JSON with every operation that botocore knows of S3, and the request that it sends with all members set.
Then reads one line of JSON with answers, and writes one line with what botocore makes of each.
"""
import base64
import datetime
import io
import json
import sys
from urllib.parse import urlencode

import botocore.parsers
import botocore.serialize
import botocore.session

STREAM = b"bytes of an object"


class Filler:
    """Makes a value for every member."""

    def __init__(self):
        self.number = 0

    def make(self, shape, name=""):
        self.number += 1
        kind = shape.type_name
        if kind == "structure":
            return {name: self.make(member, name) for name, member in shape.members.items()}
        if kind == "list":
            return [self.make(shape.member) for _ in range(2)]
        if kind == "map":
            return {"key%d" % n: "value %d" % n for n in range(3)}
        if kind == "string":
            return self.text(shape, name)
        if kind in ("integer", "long"):
            return shape.metadata.get("min", 0) + self.number % 1000
        if kind == "boolean":
            return True
        if kind == "timestamp":
            return datetime.datetime(2026, 11, 24, 6, 19, 0, tzinfo=datetime.timezone.utc)
        if kind == "blob":
            return STREAM
        raise AssertionError(kind)

    def text(self, shape, name):
        meta = shape.metadata
        if meta.get("enum"):
            return meta["enum"][self.number % len(meta["enum"])]
        if name == "Bucket":
            return "bucket"
        if "pattern" in meta and meta["pattern"].startswith("arn"):
            return "arn:aws:kms:us-east-1:123456789012:key/1" if "kms" in meta["pattern"] else "arn:aws:s3:us-east-1:123456789012:x"
        if meta.get("pattern"):
            return "/bucket/key/%d" % self.number
        return "v%d a&b<c>+d/é%s" % (self.number, "x" * meta.get("min", 0)) if name in ("Key", "Prefix") else "v%d-%s" % (self.number, "x" * meta.get("min", 0))


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k != "ResponseMetadata"}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if hasattr(value, "read"):
        return base64.b64encode(value.read()).decode()
    return value


def missing(shape, value, path):
    """The members that the model has and the value hasn't."""
    if shape is None:
        return
    if shape.type_name == "structure":
        for name, member in shape.members.items():
            if member.serialization.get("eventstream") or getattr(member, "is_eventstream", False) or member.metadata.get("eventstream"):
                continue
            if name not in value:
                yield "%s.%s" % (path, name)
            else:
                yield from missing(member, value[name], "%s.%s" % (path, name))
    elif shape.type_name == "list":
        for item in value:
            yield from missing(shape.member, item, path + "[]")


def request(service, name, filler):
    operation = service.operation_model(name)
    params = filler.make(operation.input_shape) if operation.input_shape else {}
    serialized = botocore.serialize.create_serializer("rest-xml").serialize_to_request(params, operation)
    query = serialized["query_string"]
    body = serialized["body"]
    return {
        "operation": name,
        "method": serialized["method"],
        "target": serialized["url_path"] + ("&" if "?" in serialized["url_path"] else "?") + (query if isinstance(query, str) else urlencode(query)),
        "headers": {k: v for k, v in serialized["headers"].items()},
        "body": base64.b64encode(body.encode() if isinstance(body, str) else body).decode(),
        "params": plain(params),
    }


class Body(io.BytesIO):
    def stream(self, amount=None, decode_content=None):
        yield self.read()


def parse(service, answer):
    operation = service.operation_model(answer["operation"])
    body = base64.b64decode(answer["body"])
    streams = operation.has_streaming_output
    headers = botocore.awsrequest.HeadersDict(answer["headers"]) if hasattr(botocore.awsrequest, "HeadersDict") else answer["headers"]
    response = {"body": Body(body) if streams else body, "headers": headers, "status_code": answer["status"]}
    parsed = botocore.parsers.create_parser("rest-xml").parse(response, operation.output_shape)
    absent = [] if answer["status"] >= 300 else list(missing(operation.output_shape, parsed, answer["operation"]))
    return {"operation": answer["operation"], "parsed": plain(parsed), "missing": absent}


def main():
    import botocore.awsrequest  # noqa: F401
    service = botocore.session.get_session().get_service_model("s3")
    filler = Filler()
    print(json.dumps([request(service, name, filler) for name in service.operation_names]), flush=True)
    answers = json.loads(sys.stdin.readline())
    print(json.dumps([parse(service, answer) for answer in answers]), flush=True)


main()
