/** The tag by which SES names a mail in what it tells of it. */
export const sesTag = "huiyin";
