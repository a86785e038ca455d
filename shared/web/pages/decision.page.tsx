import type { PetitionerActName } from "#case/acts/petitioner-acts.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ActForm, actFormAt, type PanelDrawn, WhatCameOfIt } from "#web/parts/acts/petitioner-panel.tsx";
import { document } from "#web/parts/document.tsx";
import { KeyedButton } from "#web/parts/keyed-button.tsx";
import { checkOf, type PetitionerDoor, petitionerAddresses } from "#web/parts/petitioner-door.tsx";
import type { View } from "#web/parts/view.ts";

const say = {
  back: { zh: "返回，先不决定", en: "Go back, and decide nothing now" },
  notYet: { zh: "点了下面的按钮才算数。", en: "Nothing counts before you press the button below." },
} satisfies Record<string, Record<Lang, string>>;

type ToCheck = Omit<PanelDrawn, "address"> & {
  view: View;
  door: PetitionerDoor;
  command: PetitionerActName;
  /** Why it has to be decided once more. */
  notice?: string | undefined;
  /** Where the page of the case is kept for this device; without one the case is opened anew. */
  back?: string | undefined;
};

/**
 * 核对: exactly what a petitioner is about to decide, what comes of it, and the button with which it counts; or the same
 * again with what was typed and what is wrong with it. @throws for what is done at once
 */
export const decisionPage = ({ view, door, command, notice, back, ...others }: ToCheck): string => {
  const drawn = { ...others, address: door.address };
  const { lang, sent, petition, directory, keyed } = drawn;
  const backTo = petitionerAddresses[door.toldAt];
  const check = checkOf(door, command);
  if (typeof check === "string") throw new Error(`${command} has no check`);
  return document(view, {
    title: `${check.title[lang]} ${caseNumber(petition.id, directory)}`,
    typedIn: actFormAt(door.address),
    body: (
      <>
        <WhatCameOfIt fields={door.given.forms.fields} lang={lang} notice={notice} sent={sent} />
        <section class="panel asked" aria-labelledby="check-title">
          <p class="quiet">{caseNumber(petition.id, directory)}</p>
          <h1 id="check-title">{check.title[lang]}</h1>
          {check.draw(drawn)}
          <p>
            <strong>{say.notYet[lang]}</strong>
          </p>
          <ActForm {...drawn} command={command} button={check.button[lang]}>
            {check.fields?.(drawn)}
          </ActForm>
          {back === undefined ? (
            <KeyedButton to={backTo} keyed={keyed} label={say.back[lang]} />
          ) : (
            <p>
              <a href={`${backTo}/${back}`}>{say.back[lang]}</a>
            </p>
          )}
        </section>
      </>
    ),
  });
};
