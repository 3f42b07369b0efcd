// The AWS SDK for JavaScript behind JSON lines: a call a line on standard input, its answer a line on standard output, in any order.

import { createInterface } from "node:readline";
import * as iam from "@aws-sdk/client-iam";
import * as sts from "@aws-sdk/client-sts";

const services = { iam: { module: iam, client: iam.IAMClient }, sts: { module: sts, client: sts.STSClient } };
const clients = new Map();

function client({ service, endpoint, credentials }) {
  const key = JSON.stringify([service, endpoint, credentials]);
  if (!clients.has(key)) {
    clients.set(key, new services[service].client({ region: "us-east-1", endpoint, credentials, maxAttempts: 1 }));
  }
  return clients.get(key);
}

async function answer(call) {
  try {
    const Command = services[call.service].module[`${call.operation}Command`];
    const { $metadata, ...result } = await client(call).send(new Command(call.params));
    return { result: { ...result, ResponseMetadata: { RequestId: $metadata.requestId, HTTPStatusCode: $metadata.httpStatusCode } } };
  } catch (error) {
    const status = error.$metadata?.httpStatusCode;
    return status === undefined
      ? { broken: error.stack }
      : { error: { code: error.Code ?? error.name, message: error.message, status } };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const call = JSON.parse(line);
  answer(call).then((outcome) => process.stdout.write(`${JSON.stringify({ id: call.id, ...outcome })}\n`));
}
