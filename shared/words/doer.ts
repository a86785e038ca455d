import type { Actor } from "#case/state/actor.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { staffName, unitName } from "./words.ts";

/** The petitioner, or an agent of theirs who did it for them: as the office says it. */
const petitioning = (by: Actor, lang: Lang): string =>
  by.kind === "petitioner" && by.agent !== undefined
    ? { zh: "信访人的代理人", en: "the petitioner's agent" }[lang]
    : { zh: "信访人", en: "the petitioner" }[lang];

/** Who did it, by name: for staff only. */
export const doer = ({ by, directory }: { by: Actor; directory: Directory }, lang: Lang): string => {
  switch (by.kind) {
    case "staff":
      return staffName(directory, by.id, lang);
    case "petitioner":
      return petitioning(by, lang);
    case "signatory":
      return { zh: "联名人", en: "somebody who has joined" }[lang];
    case "operator":
      return { zh: "系统管理员", en: "a system operator" }[lang];
    case "clock":
    case "case":
    case "policy":
    case "workflow":
      return { zh: "系统", en: "the system" }[lang];
  }
};

/** The same, with the unit that they are of: `林佳怡（柳溪街道办事处）`. */
export const doerOfUnit = (did: { by: Actor; directory: Directory }, lang: Lang): string => {
  const { by, directory } = did;
  const unit = by.kind === "staff" ? directory.staff.find(({ id }) => id === by.id)?.unit : undefined;
  const name = doer(did, lang);
  if (unit === undefined) return name;
  return { zh: `${name}（${unitName(directory, unit, "zh")}）`, en: `${name}, ${unitName(directory, unit, "en")}` }[
    lang
  ];
};

/** The names of those who act, or did, for a petitioner, by number: for that petitioner's eyes alone. */
export type AgentNames = readonly { n: number; name: string }[];

/** An agent's name behind the word for them; nothing where it is not the reader's to know. */
export const yourAgent = (n: number, agents: AgentNames = [], before = ""): string => {
  const name = agents.find((agent) => agent.n === n)?.name;
  return name === undefined ? "" : `${before}${name}`;
};

/** Who decided what petitioners decide, as they are told of it: they themselves, or their agent for them. */
export const you = ({ by, agents }: { by: Actor; agents?: AgentNames | undefined }, lang: Lang): string => {
  if (by.kind !== "petitioner" || by.agent === undefined) return { zh: "您", en: "You" }[lang];
  return {
    zh: `您的代理人${yourAgent(by.agent, agents)}代您`,
    en: `Your agent${yourAgent(by.agent, agents, " ")}`,
  }[lang];
};
