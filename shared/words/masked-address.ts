/** An e-mail address that its owner knows again and nobody else learns: `w…@example.org`. */
export const maskedAddress = (email: string): string => {
  const at = email.lastIndexOf("@");
  return `${[...email][0] ?? ""}…${email.slice(at)}`;
};
