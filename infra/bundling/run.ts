import { bundle } from "./bundle.ts";

const [into = "", ...files] = process.argv.slice(2);
await bundle(files, into);
