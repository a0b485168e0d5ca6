import { type CertificateTexts, followedBy, type Said } from './certificate-texts.ts';
import type { Weight } from './fonts/weight.ts';
import { measuredPart } from './text/fit.ts';
import { toSet } from './text/fit-said.ts';
import type { TextToSet } from './text/itemise.ts';

/** Every text that may be set on the certificate, in each weight that it may be set in. */
export function textsToSet(texts: CertificateTexts): readonly TextToSet[] {
  const regular: readonly (Said | null)[] = [
    texts.holderLabel,
    texts.holderNote,
    texts.achievementLabel,
    texts.description,
    ...texts.cells.flatMap(({ label, iso }) => [label, iso]),
    ...texts.cells.flatMap(({ value, prose }) => (prose ? [value] : [])),
    ...texts.statements.map(({ text }) => text),
    texts.check,
    [texts.boxed, texts.shortened].reduce(followedBy, texts.footer),
    ...(texts.holderIsNamed ? [] : [texts.holder]),
  ];
  const bold: readonly Said[] = [
    texts.heading,
    ...texts.notes,
    texts.achievement,
    ...texts.cells.flatMap(({ value, prose }) => (prose ? [] : [value])),
    ...texts.statements.map(({ label }) => label),
    texts.checkLabel,
    texts.url,
    ...(texts.holderIsNamed ? [texts.holder] : []),
  ];
  const inWeight = (said: readonly (Said | null)[], weight: Weight) =>
    said
      .filter((one) => one !== null)
      .map((one) => toSet({ ...one, text: measuredPart(one.text) }, weight, texts.direction));
  return [...inWeight(regular, 'regular'), ...inWeight(bold, 'bold')];
}
