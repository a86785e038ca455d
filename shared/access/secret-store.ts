import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

/**
 * A secret by name or ARN: fetched on first use, then kept while the function stays warm. A failed fetch is tried
 * again on the next use.
 */
export const secretOf = (client: SecretsManagerClient, id: string): (() => Promise<string>) => {
  let kept: Promise<string> | undefined;
  const fetched = async () => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
    if (SecretString === undefined) throw new Error(`The secret ${id} holds no text`);
    return SecretString;
  };
  return () => {
    kept ??= fetched().catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
};
