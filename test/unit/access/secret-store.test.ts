import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { afterEach, expect, test } from "vitest";
import * as z from "zod";
import type { Generations } from "#access/link-secrets.ts";
import { generationsOf, secretOf } from "#access/secret-store.ts";
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

/** A secret as Secrets Manager keeps it: by stage. */
const staged =
  (stages: Record<string, string>): Answer =>
  (_, input) => {
    const { VersionStage } = z.object({ VersionStage: z.string() }).parse(input);
    const SecretString = stages[VersionStage];
    return SecretString === undefined ? { refusal: "ResourceNotFoundException" } : { output: { SecretString } };
  };
const generations = async (answer: Answer): Promise<Generations> => {
  const aws = await fakeAws(answer);
  stops.push(aws.stop);
  return generationsOf(new SecretsManagerClient(aws.client), "link-secret")();
};

test("a secret that was replaced has two generations, the newest first", async () => {
  expect(await generations(staged({ AWSCURRENT: "new", AWSPREVIOUS: "old" }))).toEqual(["new", "old"]);
});

test("a secret that was never replaced, or is replaced at this moment, has one generation", async () => {
  expect(await generations(staged({ AWSCURRENT: "only" }))).toEqual(["only"]);
  expect(await generations(staged({ AWSCURRENT: "old", AWSPREVIOUS: "old" }))).toEqual(["old"]);
});

test("a secret that is not there, or whose generation before cannot be read, is an error and not a generation less", async () => {
  await expect(generations(staged({}))).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  const current = staged({ AWSCURRENT: "new" });
  const closed: Answer = (operation, input) => {
    const answer = current(operation, input);
    return "refusal" in answer ? { refusal: "AccessDeniedException" } : answer;
  };
  await expect(generations(closed)).rejects.toMatchObject({ name: "AccessDeniedException" });
});
