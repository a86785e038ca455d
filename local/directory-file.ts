import { checkDirectory } from "#directory/check/check.ts";
import { readChecked } from "./checked-file.ts";
import { withPinyin } from "./with-pinyin.ts";

/** Reads and checks a directory file (YAML) as a whole: the directory, or every mistake in it by line and column. */
export const readDirectoryFile = (file: string) =>
  readChecked(file, (raw) => {
    const checked = checkDirectory(raw);
    return checked.ok ? { ...checked, directory: withPinyin(checked.directory) } : checked;
  });
