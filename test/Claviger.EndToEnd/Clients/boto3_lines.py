"""boto3 behind JSON lines: a call a line on standard input, its answer a line on standard output, in any order."""

import base64
import datetime
import json
import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor

import botocore.session
from botocore import UNSIGNED, xform_name
from botocore.config import Config
from botocore.credentials import Credentials, ReadOnlyCredentials
from botocore.exceptions import ClientError

caller = threading.local()


class CallersCredentials(Credentials):
    """The credentials of the call that this thread is making: one client serves every caller."""

    def __init__(self):
        super().__init__("unused", "unused")

    def get_frozen_credentials(self):
        return caller.credentials


class CallersProvider:
    def load_credentials(self):
        return CallersCredentials()


session = botocore.session.get_session()
session.register_component("credential_provider", CallersProvider())
clients = {}
clients_lock = threading.Lock()
output_lock = threading.Lock()


def client(service, endpoint, signed):
    key = (service, endpoint, signed)
    with clients_lock:
        if key not in clients:
            clients[key] = session.create_client(
                service,
                region_name="us-east-1",
                endpoint_url=endpoint,
                config=Config(
                    parameter_validation=False,
                    retries={"total_max_attempts": 1},
                    max_pool_connections=32,
                    signature_version=None if signed else UNSIGNED,
                ),
            )
        return clients[key]


def as_json(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).isoformat().replace("+00:00", "Z")
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    if hasattr(value, "read"):
        return value.read().decode()
    raise TypeError(type(value))


def answer(call):
    credentials = call.get("credentials")
    if credentials:
        caller.credentials = ReadOnlyCredentials(
            credentials["accessKeyId"], credentials["secretAccessKey"], credentials.get("sessionToken")
        )
    try:
        target = client(call["service"], call["endpoint"], bool(credentials))
        return {"result": getattr(target, xform_name(call["operation"]))(**call["params"])}
    except ClientError as error:
        metadata = error.response.get("ResponseMetadata", {})
        return {
            "error": {
                "code": error.response["Error"].get("Code"),
                "message": error.response["Error"].get("Message"),
                "status": metadata.get("HTTPStatusCode"),
            }
        }
    except Exception:
        return {"broken": traceback.format_exc()}


def serve(line):
    call = json.loads(line)
    text = json.dumps({"id": call["id"], **answer(call)}, default=as_json)
    with output_lock:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


with ThreadPoolExecutor(16) as pool:
    for line in sys.stdin:
        pool.submit(serve, line)
