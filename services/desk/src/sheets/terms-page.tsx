import { type Achievement, languagesToSign } from '@laurel/core/achievement';
import { CONSENTS } from '@laurel/core/award';
import { OFFERED_DISCLOSURES } from '@laurel/core/disclosure';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import type { Failure } from '@laurel/core/failure';
import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { linkTo } from '@laurel/pages/link';
import { languageName } from '../me/language-name.ts';
import { Boxes, MistakeList, type Mistakes, Select, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { DeskSheet } from './sheet-values.ts';
import { Steps, sheetPath } from './steps.tsx';
import type { TermsFields } from './terms-form.ts';

type TermsPageProps = {
  readonly sheet: DeskSheet;
  readonly achievements: readonly Achievement[];
  readonly demonstration: boolean;
  readonly fields: TermsFields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** The fourth step: what is awarded, when it was, on what evidence, and how the people agree. */
export function TermsPage(props: TermsPageProps) {
  const { sheet, achievements, demonstration, fields, mistakes, failure, reader } = props;
  const { message } = reader.messages;
  const languages = [
    ...new Set(achievements.flatMap((one) => languagesToSign(one, demonstration))),
  ].sort();
  return (
    <>
      <Steps sheet={sheet} current="terms" reader={reader} />
      <h1>{message('sheets-terms-title')}</h1>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      <form method="post" action={linkTo(sheetPath(sheet, 'terms'), reader)}>
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
            { value: '', label: message('sheets-language-source') },
            ...languages.map((tag) => ({
              value: tag,
              label: languageName(
                tag,
                achievements.every(
                  (one) => one.name[tag] === undefined || one.drafts.includes(tag),
                ),
                reader.messages,
              ),
            })),
          ]}
        />
        <div class="pair">
          <TextField
            name="start"
            type="date"
            label={message('sheets-start')}
            value={fields.start}
            mistake={mistakes.get('start')}
          />
          <TextField
            name="end"
            type="date"
            label={message('sheets-end')}
            value={fields.end}
            mistake={mistakes.get('end')}
          />
        </div>
        <TextField
          name="hours"
          label={message('sheets-hours')}
          help={message(
            sheet.reading.hoursColumn === null ? 'sheets-hours-help' : 'sheets-hours-help-column',
          )}
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
        <TextField
          name="label"
          label={message('sheets-label')}
          help={message('sheets-label-help')}
          value={fields.label}
          maxlength={200}
        />
        <button type="submit">{message('sheets-to-award')}</button>
      </form>
    </>
  );
}
