import * as z from "zod";

/** What HTTP API (payload 2.0) sends, as far as pages need it. Header names arrive in lower case. */
export const HttpEvent = z.object({
  rawPath: z.string(),
  rawQueryString: z.string().default(""),
  headers: z.record(z.string(), z.string()).default({}),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({ http: z.object({ method: z.string(), sourceIp: z.string().default("") }) }),
});
export type HttpEvent = z.infer<typeof HttpEvent>;
