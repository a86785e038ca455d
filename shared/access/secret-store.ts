import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { Generations } from "./link-secrets.ts";

const textOf = async (client: SecretsManagerClient, id: string, stage = "AWSCURRENT"): Promise<string> => {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id, VersionStage: stage }));
  if (SecretString === undefined) throw new Error(`The secret ${id} holds no text`);
  return SecretString;
};

/**
 * A secret by name or ARN: fetched on first use, then kept while the function stays warm. A failed fetch is tried
 * again on the next use.
 */
export const secretOf = (client: SecretsManagerClient, id: string): (() => Promise<string>) => {
  let kept: Promise<string> | undefined;
  return () => {
    kept ??= textOf(client, id).catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
};

const isMissing = (error: unknown): boolean => error instanceof Error && error.name === "ResourceNotFoundException";

/** Fetches the two generations of a secret that Secrets Manager keeps; a secret that was never replaced has one. */
export const generationsOf = (client: SecretsManagerClient, id: string) => async (): Promise<Generations> => {
  // In this order: of a secret that is replaced in between, the one that was current is found twice and not missed.
  const current = await textOf(client, id);
  const previous = await textOf(client, id, "AWSPREVIOUS").catch((error: unknown) => {
    if (isMissing(error)) return current;
    throw error;
  });
  return previous === current ? [current] : [current, previous];
};
