import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { afterEach, expect, test } from "vitest";
import { secretOf } from "#access/secret-store.ts";
import { type Answer, fakeAws } from "./fake-aws.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const secrets = async (answer: Answer) => {
  const aws = await fakeAws(answer);
  stops.push(aws.stop);
  return { asked: aws.asked, secret: secretOf(new SecretsManagerClient(aws.client), "link-secret") };
};

test("a secret is fetched on first use and kept while the function stays warm", async () => {
  const { asked, secret } = await secrets(() => ({ output: { SecretString: "deep" } }));
  expect(asked).toEqual([]);
  expect(await Promise.all([secret(), secret()])).toEqual(["deep", "deep"]);
  expect(await secret()).toBe("deep");
  expect(asked).toEqual(["GetSecretValue"]);
});

test("a failed fetch is not kept: the next use tries again", async () => {
  let down = true;
  const { secret } = await secrets(() =>
    down ? { refusal: "InternalServiceError" } : { output: { SecretString: "deep" } },
  );
  await expect(secret()).rejects.toMatchObject({ name: "InternalServiceError" });
  down = false;
  expect(await secret()).toBe("deep");
});

test("a secret without text is an error that names it", async () => {
  const { secret } = await secrets(() => ({ output: { SecretBinary: "ZGVlcA==" } }));
  await expect(secret()).rejects.toThrow("link-secret");
});
