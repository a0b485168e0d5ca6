import { type Achievement, languagesToSign } from '@laurel/core/achievement';
import { CONSENTS } from '@laurel/core/award';
import { OFFERED_DISCLOSURES } from '@laurel/core/disclosure';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { languageName } from '../me/language-name.ts';
import { Boxes, type Mistakes, Select, TextField } from '../page/fields.tsx';
import { PeriodFields } from '../page/period-fields.tsx';
import type { TermsFields } from './terms-form.ts';

type TermsInputsProps = {
  readonly achievements: readonly Achievement[];
  readonly demonstration: boolean;
  readonly fields: TermsFields;
  readonly mistakes: Mistakes;
  readonly hoursHelp: string;
  /** False where there is nothing to choose: nobody is known yet who could have agreed. */
  readonly asksConsent: boolean;
  /** Whether the language can be left to the achievement. */
  readonly mayFollowSource?: boolean;
  readonly reader: Reader;
};

/** What is awarded, when it was, on what evidence, and how the people agree: the fields of a form. */
export function TermsInputs(props: TermsInputsProps) {
  const { achievements, demonstration, fields, mistakes, hoursHelp, asksConsent, reader } = props;
  const { mayFollowSource = true } = props;
  const { message } = reader.messages;
  const languages = [
    ...new Set(achievements.flatMap((one) => languagesToSign(one, demonstration))),
  ].sort();
  return (
    <>
      <Select
        name="achievement"
        label={message('sheets-achievement')}
        value={fields.achievement}
        mistake={mistakes.get('achievement')}
        options={[
          { value: '', label: message('sheets-choose') },
          ...achievements.map(({ slug, name, sourceLanguage }) => {
            const { text, language } = textIn(name, reader.languages, sourceLanguage);
            return { value: slug, label: text, lang: language };
          }),
        ]}
      />
      <Select
        name="language"
        label={message('sheets-language')}
        help={message('sheets-language-help')}
        value={fields.language}
        mistake={mistakes.get('language')}
        options={[
          ...(mayFollowSource ? [{ value: '', label: message('sheets-language-source') }] : []),
          ...languages.map((tag) => ({
            value: tag,
            label: languageName(
              tag,
              achievements.every((one) => one.name[tag] === undefined || one.drafts.includes(tag)),
              reader.messages,
            ),
          })),
        ]}
      />
      <PeriodFields fields={fields} mistakes={mistakes} messages={reader.messages} />
      <TextField
        name="hours"
        label={message('sheets-hours')}
        help={hoursHelp}
        inputmode="decimal"
        value={fields.hours}
        mistake={mistakes.get('hours')}
      />
      <Select
        name="evidence"
        label={message('sheets-evidence')}
        value={fields.evidence}
        mistake={mistakes.get('evidence')}
        options={[
          { value: '', label: message('credential-evidence-none') },
          ...EVIDENCE_CLASSES.map((one) => ({
            value: one,
            label: evidenceName(one, reader.messages),
          })),
        ]}
      />
      <TextField
        name="url"
        type="url"
        label={message('sheets-evidence-url')}
        help={message('sheets-evidence-url-help')}
        value={fields.url}
        mistake={mistakes.get('url')}
      />
      <TextField
        name="place"
        label={message('sheets-place')}
        help={message('sheets-place-help')}
        value={fields.place}
        maxlength={200}
        mistake={mistakes.get('place')}
      />
      {asksConsent && (
        <Boxes
          name="consent"
          kind="radio"
          label={message('sheets-consent')}
          values={[fields.consent]}
          mistake={mistakes.get('consent')}
          options={CONSENTS.map((consent) => ({
            value: consent,
            label: message(`sheets-consent-${consent}`),
            help: message(`sheets-consent-${consent}-help`),
          }))}
        />
      )}
      <Boxes
        name="disclosure"
        kind="radio"
        label={message('sheets-disclosure')}
        values={[fields.disclosure]}
        mistake={mistakes.get('disclosure')}
        options={OFFERED_DISCLOSURES.map((mode) => ({
          value: mode,
          label: message(`sheets-disclosure-${mode}`),
        }))}
      />
      <Boxes
        name="minors"
        kind="checkbox"
        label={message('sheets-minors')}
        values={[fields.minors]}
        options={[{ value: 'yes', label: message('sheets-minors-yes') }]}
      />
      <details open={fields.until !== '' || fields.sharing !== ''}>
        <summary>{message('share-out-terms')}</summary>
        <p>{message('share-out-terms-means')}</p>
        <TextField
          name="until"
          type="date"
          label={message('share-out-terms-until')}
          value={fields.until}
          mistake={mistakes.get('until')}
        />
        <Select
          name="sharing"
          label={message('share-out-terms-sharing')}
          value={fields.sharing}
          mistake={mistakes.get('sharing')}
          options={[
            { value: '', label: message('share-out-terms-none') },
            ...achievements
              .filter(({ kind }) => kind !== 'role')
              .map(({ slug, name, sourceLanguage }) => {
                const { text, language } = textIn(name, reader.languages, sourceLanguage);
                return { value: slug, label: text, lang: language };
              }),
          ]}
        />
      </details>
    </>
  );
}
