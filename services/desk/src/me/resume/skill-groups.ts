import type { Skill } from '@laurel/catalogue/catalogue-from';
import type { SkillAlignment } from '@laurel/core/achievement';
import { isJsonObject, type Json, type JsonObject, stringAt } from '@laurel/core/json';

/** A skill with its entries in ESCO and O*NET; without a name: entries that belong to no one skill. */
export type SkillGroup = {
  readonly name: string | null;
  readonly alignments: readonly SkillAlignment[];
};

/** Which classification an entry is of, by its publisher's address (ESCO, European Commission; O*NET OnLine). */
export function frameworkOf({ targetUrl }: SkillAlignment): string | null {
  const host = URL.parse(targetUrl)?.hostname ?? '';
  if (host === 'data.europa.eu') return 'ESCO';
  return host === 'www.onetonline.org' ? 'O*NET' : null;
}

/** An entry's name with the classification that it is of, such as `address an audience (ESCO)`. */
export function alignmentName(alignment: SkillAlignment): string {
  const framework = frameworkOf(alignment);
  return framework === null ? alignment.targetName : `${alignment.targetName} (${framework})`;
}

/**
 * The skills that a credential signs (Open Badges 3.0, Achievement: `tag` and `alignment`). Which entry is
 * of which skill is not signed: the catalogue knows it of its own.
 *
 * @param skills those of the catalogue.
 */
export function skillGroups(
  credential: JsonObject,
  skills: readonly Skill[],
): readonly SkillGroup[] {
  const subject = credential.credentialSubject;
  const achievement = isJsonObject(subject) ? subject.achievement : undefined;
  if (!isJsonObject(achievement)) return [];
  const names = listOf(achievement.tag).filter((tag) => typeof tag === 'string');
  const signed = listOf(achievement.alignment).flatMap((one) => {
    const targetName = stringAt(one, 'targetName');
    const targetUrl = stringAt(one, 'targetUrl');
    return targetName === null || targetUrl === null ? [] : [{ targetName, targetUrl }];
  });
  const groups = names.map((name) => {
    const known = skills.find((skill) => skill.professionalLabel === name);
    const urls = new Set(known?.alignments.map(({ targetUrl }) => targetUrl));
    return { name, alignments: signed.filter(({ targetUrl }) => urls.has(targetUrl)) };
  });
  const placed = new Set(groups.flatMap(({ alignments }) => alignments));
  const others = signed.filter((one) => !placed.has(one));
  return others.length === 0 ? groups : [...groups, { name: null, alignments: others }];
}

/** The skills of several credentials, each once. */
export function allSkills(entries: readonly { readonly skills: readonly SkillGroup[] }[]) {
  const known = new Map<string | null, Map<string, SkillAlignment>>();
  for (const { name, alignments } of entries.flatMap(({ skills }) => skills)) {
    const before = known.get(name) ?? new Map<string, SkillAlignment>();
    for (const one of alignments) before.set(one.targetUrl, one);
    known.set(name, before);
  }
  return [...known].map(
    ([name, alignments]): SkillGroup => ({ name, alignments: [...alignments.values()] }),
  );
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
