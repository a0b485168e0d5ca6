import type { LetterWords } from '@laurel/contracts/pdf-parts';
import type { LetterSaid } from '@laurel/contracts/renderer-rpc';
import { certificateLanguageFor } from '@laurel/i18n/certificate-languages';
import { certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import { decimalNumber } from '@laurel/i18n/decimal-number';
import { formerLabels } from '@laurel/i18n/former-labels';
import { type LetterMessages, letterMessagesFor } from '@laurel/i18n/letter-messages';
import type { ReadAsset } from '../fonts/library.ts';
import { isolated, printForm } from '../text/print-form.ts';
import { sayingIn } from '../texts/said.ts';
import { loadWordsOf } from '../words.ts';
import { entryTexts, inEnglish, oursIn } from './letter-texts.ts';

/** Stands where a name is put in, and is in no text. */
const NAME = '\u{f0000}';

/**
 * What a letter of these facts says on so many pages: also what it says where its sentences have no
 * translation, as they had none once.
 */
export async function letterWords(
  { language, entries }: LetterSaid,
  pages: number,
  read: ReadAsset,
): Promise<LetterWords> {
  await loadWordsOf([language], read);
  const labels = certificateMessagesFor(language);
  const say = sayingIn(labels, language);
  const [own, english] = [letterMessagesFor(language), letterMessagesFor('en')];
  const all = [...new Set([own, english])];
  const names = [...new Set(entries.map(({ issuerName }) => printForm(issuerName)))];
  const issuers = names.map(isolated).join(' · ');
  const numbers = Array.from({ length: pages }, (_, at) => at + 1);
  return {
    language: own.language,
    titles: [...all.map(({ message }) => message('letter-title')), ...formerly('letter-title')],
    addressed: [
      ...all.map(({ message }) => message('letter-to', NAME)),
      ...formerly('letter-to', NAME),
    ].map((text) => {
      const [before = '', after = ''] = text.split(NAME);
      return [before, after] as const;
    }),
    toWhom: [...all.map(({ message }) => message('letter-to-whom')), ...formerly('letter-to-whom')],
    entries: entries.map((entry) => {
      const texts = entryTexts(entry, labels, say);
      const { name, demonstration, description, rows, address } = texts;
      const said = [
        name,
        description,
        address,
        ...rows.flatMap(({ label, value }) => [label, value]),
      ];
      return {
        texts: [...said, ...(demonstration === null ? [] : [demonstration])].map(
          ({ text }) => text,
        ),
        hours: hoursIn(entry.hours),
      };
    }),
    issuers: names.join(' · '),
    around: [
      ...sentencesIn(own),
      ...numbers.flatMap((number) => [
        say('certificate-footer', issuers).text,
        say('certificate-page', number, pages).text,
      ]),
    ],
    sometimes: [
      ...(own === english ? [] : sentencesIn(english)),
      inEnglish().text,
      say('certificate-draft').text,
      ...numbers.map(() => say('certificate-boxed').text),
      ...formerly(null, issuers, names.length),
    ],
  };

  function formerly(
    key: string | null,
    ...parameters: readonly (string | number)[]
  ): readonly string[] {
    return formerLabels(certificateLanguageFor(language), parameters, key);
  }

  function sentencesIn(messages: LetterMessages): readonly string[] {
    const ours = oursIn(messages);
    return [ours('letter-intro', issuers, names.length), ours('letter-how')].map(
      ({ text }) => text,
    );
  }

  function hoursIn(hours: number | null): readonly string[] {
    if (hours === null) return [];
    const parameters = [decimalNumber(hours, labels.language), hours] as const;
    const key = 'certificate-hours-value';
    return [labels.message(key, ...parameters), ...formerLabels(labels.language, parameters, key)];
  }
}
