/** What is typed in a form, by the names of its fields. */
export type TypedForm = Readonly<Record<string, string>>;

/** Sends a form of ours to a page, as a browser does. @param cookie that it sends along; none where it takes none */
export const sendForm = (baseUrl: string, address: string, form: TypedForm, cookie?: string): Promise<Response> =>
  fetch(`${baseUrl}${address}`, {
    method: "POST",
    headers: { origin: baseUrl, "sec-fetch-site": "same-origin", ...(cookie !== undefined && { cookie }) },
    body: new URLSearchParams({ ...form }),
  });

/** The page that answers a form. @param sent what it is called in the error. @throws when the answer is no success */
export const pageAfter = async (sent: string, answer: Promise<Response>): Promise<string> => {
  const reply = await answer;
  if (!reply.ok) throw new Error(`${sent} was answered with ${reply.status}`);
  return reply.text();
};
