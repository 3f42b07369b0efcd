// A story of S3 through the SDK for JavaScript: client, lib-storage, presigned URLs and posts. Prints what was seen as one line of JSON.

import { Readable } from "node:stream";
import { CopyObjectCommand, CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const [endpoint, accessKeyId, secretAccessKey, Bucket] = process.argv.slice(2);
const s3 = new S3Client({ region: "us-east-1", endpoint, forcePathStyle: true, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 });
const text = async (Key) => (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body.transformToString();
const seen = {};

await s3.send(new CreateBucketCommand({ Bucket }));
await s3.send(new PutObjectCommand({ Bucket, Key: "text é", Body: "hello", Metadata: { color: "blue" } }));
const got = await s3.send(new GetObjectCommand({ Bucket, Key: "text é" }));
seen.text = [await got.Body.transformToString(), got.Metadata.color, got.ChecksumCRC32];

const stream = Readable.from((function* () { for (let i = 0; i < 12; i++) yield Buffer.alloc(1024 * 1024, i); })());
await new Upload({ client: s3, params: { Bucket, Key: "stream", Body: stream } }).done();
seen.stream = (await (await s3.send(new GetObjectCommand({ Bucket, Key: "stream" }))).Body.transformToByteArray()).length;

const put = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: "presigned", Metadata: { color: "red" }, StorageClass: "STANDARD_IA" }), { expiresIn: 60 });
seen.put = (await fetch(put, { method: "PUT", body: "by url" })).status;
seen.presigned = await text("presigned");
const stored = await s3.send(new GetObjectCommand({ Bucket, Key: "presigned" }));
seen.hoisted = [stored.Metadata.color, stored.StorageClass];
const copy = await getSignedUrl(s3, new CopyObjectCommand({ Bucket, Key: "copied", CopySource: `${Bucket}/presigned` }), { expiresIn: 60 });
seen.copy = (await fetch(copy, { method: "PUT" })).status;

const post = await createPresignedPost(s3, {
  Bucket, Key: "posted/${filename}", Expires: 60,
  Conditions: [["content-length-range", 1, 10], ["starts-with", "$x-amz-meta-tag", ""]], Fields: { success_action_status: "201", "x-amz-meta-tag": "form" },
});
async function submit(fields, content) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([content]), "note.txt");
  const answer = await fetch(post.url, { method: "POST", body: form });
  return [answer.status, /<(?:Code|Key)>([^<]*)</.exec(await answer.text())?.[1]];
}
seen.post = await submit(post.fields, "by form");
seen.posted = await text("posted/note.txt");
seen.postedTag = (await s3.send(new GetObjectCommand({ Bucket, Key: "posted/note.txt" }))).Metadata.tag;
seen.tooLong = await submit(post.fields, "by a form that is too long");
seen.otherKey = await submit({ ...post.fields, key: "elsewhere" }, "x");
seen.extra = await submit({ ...post.fields, acl: "public-read" }, "x");
seen.forged = await submit({ ...post.fields, "X-Amz-Signature": "0".repeat(64) }, "x");
seen.keys = (await s3.send(new ListObjectsV2Command({ Bucket }))).Contents.map((item) => item.Key);
console.log(JSON.stringify(seen));
