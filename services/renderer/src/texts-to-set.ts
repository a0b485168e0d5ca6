import { type CertificateTexts, wordingsOf } from './certificate-texts.ts';
import type { Weight } from './fonts/weight.ts';
import { toSet } from './text/fit-said.ts';
import type { TextToSet } from './text/itemise.ts';
import type { Labels } from './texts/labels.ts';
import { followedBy, type Said } from './texts/said.ts';
import type { Wording } from './texts/wording.ts';

/** Every text that may be set on the certificate, in each weight that it may be set in. */
export function textsToSet(texts: CertificateTexts): readonly TextToSet[] {
  const wordings = wordingsOf(texts);
  const labels = wordings.flatMap((wording) => wording.labels ?? []);
  const { holder, holderIsNamed, signatories, url } = texts;
  const regular = [
    ...wordings.flatMap(regularTexts),
    ...labels.flatMap(regularLabels),
    ...(holderIsNamed ? [] : holder),
    ...signatories.map(({ office }) => office),
  ];
  const bold = [
    ...wordings.flatMap(boldTexts),
    ...labels.flatMap(boldLabels),
    ...(holderIsNamed ? holder : []),
    ...signatories.map(({ name }) => name),
    url,
  ];
  const { direction } = texts.first;
  const inWeight = (said: readonly (Said | null)[], weight: Weight) =>
    said.filter((one) => one !== null).map((one) => toSet(one, weight, direction));
  return [...inWeight(regular, 'regular'), ...inWeight(bold, 'bold')];
}

function regularTexts({ description, cells, statements }: Wording): readonly (Said | null)[] {
  return [
    description,
    ...cells.flatMap(({ label, iso }) => [label, iso]),
    ...cells.flatMap(({ value, prose }) => (prose ? [value] : [])),
    ...statements.map((statement) => statement?.text ?? null),
  ];
}

function boldTexts({ achievement, cells, statements }: Wording): readonly (Said | null)[] {
  return [
    achievement,
    ...cells.flatMap(({ label, value, prose }) => (prose ? [label] : [value])),
    ...statements.map((statement) => statement?.label ?? null),
  ];
}

function regularLabels(labels: Labels): readonly (Said | null)[] {
  const { footer, signedIn, boxed } = labels;
  return [
    labels.holderLabel,
    labels.holderNote,
    labels.achievementLabel,
    labels.check,
    labels.elsewhere,
    labels.continued,
    // Its digits, whichever they are.
    labels.page(12_345, 67_890),
    [signedIn, boxed].filter((one) => one !== null).reduce(followedBy, footer),
  ];
}

function boldLabels({ heading, notes, checkLabel }: Labels): readonly Said[] {
  return [heading, ...notes, checkLabel];
}
