import * as z from "zod";

const certificate = (region: RegExp, words: string) =>
  z.string().regex(new RegExp(`^arn:aws:acm:${region.source}:\\d{12}:certificate/[\\w-]+$`), words);

/** Requests of one address in five minutes. A town hall has one address for everybody in it. */
const perAddress = (usual: number) => z.int().min(10).max(1_000_000).default(usual);

/** What stands before the pages: CloudFront with WAF, or nothing. */
export const EdgeConfig = z.union([
  z.literal("none"),
  z.strictObject({
    /** Of the host in `baseUrl`. */
    certificateArn: certificate(/us-east-1/, "is a certificate of ACM in us-east-1, where CloudFront looks for it"),
    /** The name under which the edge reaches the API; nobody else is to use it. */
    originDomain: z.hostname(),
    /** Of `originDomain`. */
    originCertificateArn: certificate(/[a-z0-9-]+/, "is a certificate of ACM in the region of the stage"),
    requestsPerAddress: perAddress(3000),
    postsPerAddress: perAddress(300),
    /** Which secret the edge proves itself by: the next number makes a new one. */
    proof: z.int().positive().default(1),
  }),
]);
export type EdgeConfig = z.output<typeof EdgeConfig>;

/** The edge of a stage that has one. */
export type Edged = Exclude<EdgeConfig, "none">;
