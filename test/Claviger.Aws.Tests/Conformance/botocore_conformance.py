"""Plays the client for the conformance tests: botocore writes requests, and reads responses.

Writes one line of JSON with every operation that botocore knows of IAM and STS, and of EC2 those that are named as arguments, and the request that it sends with all members set.
Then reads one line of JSON with documents, and writes one line with what botocore makes of each.
"""
import base64
import datetime
import json
import sys

import botocore.awsrequest
import botocore.parsers
import botocore.serialize
import botocore.session
import botocore.validate

SAMPLES = {  # by pattern: a text that matches, and of which a prefix or repetition does too
    r"[\u0009\u000A\u000D\u0020-\u00FF]+": 'a b&c=d+e%f/\t\n"é{}',
    r"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*": "Für é & <b>",
    r"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+": "Für é & <b>",
    r"[\u0020-\u00FF]+": "m ark=er+1/é",
    r"[\p{L}\p{Z}\p{N}_.:/=+\-@]+": "Größe/日本=1+2 𝒜@",
    r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*": "Größe/日本=1+2 𝒜@",
    r"[\w+=,.@-]+": "a+b=c,d.e@f-g_1",
    r"[\w+=,.@-]*": "a+b=c,d.e@f-g_1",
    r"[\w+=,.@:\/-]*": "ex:ter/nal+1",
    r"[\w+=/:,.@-]+": "arn:aws:iam::123456789012:mfa/a+b",
    r"[\w+=/:,.@-]*": "arn:aws:iam::123456789012:mfa/a+b",
}


def text(shape, number):
    meta = shape.metadata
    if meta.get("enum"):
        return meta["enum"][number % len(meta["enum"])]
    pattern = meta.get("pattern", "")
    low, high = meta.get("min", 1) or 1, meta.get("max", 100)
    if "\\u002F)|" in pattern or pattern.startswith("((/"):
        return "/division_%d/" % number
    if pattern.startswith("\\u002F["):
        return "/division/%d" % number
    if pattern.startswith("v["):
        return "v%d" % (number + 1)
    if pattern.startswith("^o-"):
        return "o-a1b2c3d4e5/r-a1b2/ou-a1b2"
    if pattern.startswith("^p-"):
        return "p-examplepolicy1"
    if pattern in ("[\\d]+", "[\\d]*"):
        return str(number % 10) * max(low, 1)
    sample = SAMPLES.get(pattern, "abcdefghij")
    if pattern.startswith("^[a-z0-9]"):
        sample = "company-alias"
    value = "%d%s" % (number % 10, sample)
    while len(value) < low:
        value += value
    return value[:max(low, min(high, len(value)))]


class Filler:
    """Makes a value for every member."""

    def __init__(self):
        self.number = 0

    def make(self, shape):
        self.number += 1
        kind = shape.type_name
        if kind == "structure":
            return {name: self.make(member) for name, member in shape.members.items()}
        if kind == "list":
            count = max(shape.metadata.get("min", 0), min(11, shape.metadata.get("max", 11)))
            return [self.make(shape.member) for _ in range(count)]
        if kind == "map":
            return {"key%d" % n: self.make(shape.value) for n in range(3)}
        if kind == "string":
            return text(shape, self.number)
        if kind in ("integer", "long"):
            low, high = shape.metadata.get("min", 0), shape.metadata.get("max", 1000000)
            return low + self.number % (high - low + 1)
        if kind == "boolean":
            return True
        if kind == "timestamp":
            return datetime.datetime(2026, 11, 24, 6, 19, 0, tzinfo=datetime.timezone.utc)
        if kind == "blob":
            return b"\x00\xffbytes"
        raise AssertionError(kind)


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k != "ResponseMetadata"}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value


def missing(shape, value, path):
    """The members that the model has and the value hasn't."""
    if shape is None:
        return
    if shape.type_name == "structure":
        for name, member in shape.members.items():
            if name not in value:
                yield "%s.%s" % (path, name)
            else:
                yield from missing(member, value[name], "%s.%s" % (path, name))
    elif shape.type_name == "list":
        for item in value:
            yield from missing(shape.member, item, path + "[]")
    elif shape.type_name == "map":
        for item in value.values():
            yield from missing(shape.value, item, path + "{}")


def request(service, name, filler):
    operation = service.operation_model(name)
    params = filler.make(operation.input_shape) if operation.input_shape else {}
    if operation.input_shape:
        report = botocore.validate.ParamValidator().validate(params, operation.input_shape)
        assert not report.has_errors(), report.generate_report()
    serialized = botocore.serialize.create_serializer(service.metadata["protocol"]).serialize_to_request(params, operation)
    prepared = botocore.awsrequest.AWSRequest(
        method="POST", url="https://example.com/", headers=serialized["headers"], data=serialized["body"]).prepare()
    body = prepared.body if isinstance(prepared.body, str) else prepared.body.decode()
    return {"service": service.service_name, "operation": name, "body": body, "params": plain(params)}


def parse(services, document):
    operation = services[document["service"]].operation_model(document["operation"])
    response = {"body": document["body"].encode(), "headers": {}, "status_code": document["status"]}
    parsed = botocore.parsers.create_parser(services[document["service"]].metadata["protocol"]).parse(response, operation.output_shape)
    absent = [] if document["status"] >= 300 else list(missing(operation.output_shape, parsed, document["operation"]))
    return {
        "service": document["service"], "operation": document["operation"], "parsed": plain(parsed), "missing": absent,
        "requestId": parsed["ResponseMetadata"].get("RequestId"),
    }


def main():
    session = botocore.session.get_session()
    services = {name: session.get_service_model(name) for name in ("iam", "sts", "ec2")}
    filler = Filler()
    requests = [request(service, name, filler) for service in services.values()
                for name in service.operation_names if service.service_name != "ec2" or name in sys.argv[1:]]
    print(json.dumps(requests), flush=True)
    documents = json.loads(sys.stdin.readline())
    print(json.dumps([parse(services, document) for document in documents]), flush=True)


main()
