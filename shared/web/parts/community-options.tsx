import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";

type OptionsOf = { directory: Directory; lang: Lang; chosen: string | undefined };

/** The communities of a small district as options, by township. */
export const CommunityOptions = ({ directory, lang, chosen }: OptionsOf) => (
  <>
    {directory.units
      .filter(({ level }) => level === "township")
      .map((township) => (
        <optgroup label={township.name[lang]} key={township.id}>
          {directory.units
            .filter(({ level, parent }) => level === "community" && parent === township.id)
            .map(({ id, name }) => (
              <option value={id} selected={id === chosen} key={id}>
                {name[lang]}
              </option>
            ))}
        </optgroup>
      ))}
  </>
);
