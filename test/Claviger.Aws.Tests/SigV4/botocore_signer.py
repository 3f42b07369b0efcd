"""Plays the signer for the differential tests: writes signed requests, a line of JSON each, as they would go over the wire."""
import base64
import json
import random
import sys
from urllib.parse import quote, urlsplit

from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth, SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

COUNT = int(sys.argv[1])
SECRET = sys.argv[2]
CHOICE = random.Random(20150830)
LETTERS = list("abcXYZ019-._~ !$&'()*+,;=:@%/?#[]\"<>\\^`{|}éß日本𝒜")
SERVICES = ["iam", "sts", "ec2", "s3"]
REGIONS = ["us-east-1", "eu-central-1", "local"]


def text(low, high, letters=LETTERS):
    return "".join(CHOICE.choice(letters) for _ in range(CHOICE.randint(low, high)))


def path(service):
    """A path as a client would put it on the wire; only S3's own clients encode it as its signature has it."""
    segments = [CHOICE.choice(["", ".", "..", "a", text(0, 6), text(0, 6)]) for _ in range(CHOICE.randint(0, 6))]
    safe = "/~" if service == "s3" else "/~!$&'()*+,;=:@"
    return "/" + quote("/".join(segments), safe=safe)


def header_value():
    # White space that Python alone takes for some is left out.
    words = [text(0, 5, list("abc=\"',;é日ß")) for _ in range(CHOICE.randint(1, 4))]
    return CHOICE.choice(["", " ", "   "]) + CHOICE.choice([" ", "  ", "\t", "   \t "]).join(words) + CHOICE.choice(["", "  "])


def headers():
    names = ["X-Custom", "x-amz-meta-name", "Content-Type", "X-ZZ", "accept"]
    return {name: header_value() for name in CHOICE.sample(names, CHOICE.randint(0, len(names)))}


def sign(number):
    service, region = CHOICE.choice(SERVICES), CHOICE.choice(REGIONS)
    presigned = CHOICE.random() < 0.3
    method = CHOICE.choice(["GET", "POST", "PUT", "DELETE"])
    body = b"" if presigned or method == "GET" else text(0, 60).encode()
    host = CHOICE.choice(["localhost:4566", "127.0.0.1:8080", "iam.amazonaws.com"])
    params = {text(1, 5): text(0, 8) for _ in range(CHOICE.randint(0, 5))}
    request = AWSRequest(method, "http://" + host + path(service), headers=headers(), data=body, params=params)
    token = CHOICE.choice([None, "Token+/" + text(1, 40, list("abcXYZ019+/="))])
    credentials = Credentials("AKIDEXAMPLE", SECRET, token)
    if presigned:
        auth = (S3SigV4QueryAuth if service == "s3" else SigV4QueryAuth)(credentials, service, region, expires=900)
    else:
        auth = (S3SigV4Auth if service == "s3" else SigV4Auth)(credentials, service, region)
    auth.add_auth(request)
    prepared = request.prepare()
    parts = urlsplit(prepared.url)
    return {
        "Number": number,
        "Service": service,
        "Method": method,
        "Target": parts.path + ("?" + parts.query if parts.query else ""),
        "Headers": [["Host", parts.netloc]] + [[name, value if isinstance(value, str) else value.decode()] for name, value in prepared.headers.items()],
        "Body": base64.b64encode(body).decode(),
        "Time": request.context["timestamp"],
    }


for index in range(COUNT):
    print(json.dumps(sign(index)))
