/** The bodies of style and scripts, which the bundler takes in as text. */
declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.client.js" {
  const text: string;
  export default text;
}
