import { MAX_TERM_MONTHS, MAX_VALIDITY_MONTHS } from '@laurel/contracts/achievement-facts';
import { ACHIEVEMENT_KINDS, type Achievement } from '@laurel/core/achievement';
import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import { ENGAGEMENT_LEVELS } from '@laurel/core/engagement-level';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { languagesWritten } from '@laurel/core/lint/texts';
import { evidenceName } from '@laurel/i18n/evidence-name';
import type { Messages } from '@laurel/i18n/messages';
import { languageName } from '../me/language-name.ts';
import { Boxes, type Mistakes, Select, TextField } from '../page/fields.tsx';
import { NO_THEME } from './facts-form.ts';
import { type Fields, typedIn } from './form-fields.ts';

type FactsFieldsProps = {
  readonly facts: Achievement;
  readonly fields: Fields;
  readonly mistakes: Mistakes;
  readonly messages: Messages;
};

/** What an achievement is: its kind, its evidence, and how long it holds. */
export function FactsFields({ facts, fields, mistakes, messages }: FactsFieldsProps) {
  const { message } = messages;
  return (
    <>
      <Boxes
        name="kind"
        kind="radio"
        label={message('achievements-part-kind')}
        values={fields.get('kind') ?? []}
        mistake={mistakes.get('kind')}
        options={ACHIEVEMENT_KINDS.map((kind) => ({
          value: kind,
          label: message(`achievements-kind-${kind}`),
          help: message(`achievements-kind-${kind}-help`),
        }))}
      />
      <Boxes
        name="theme"
        kind="radio"
        label={message('achievements-part-theme')}
        help={message('achievements-theme-help')}
        values={fields.get('theme') ?? []}
        mistake={mistakes.get('theme')}
        options={[
          ...ACHIEVEMENT_THEMES.map((theme) => ({
            value: theme,
            label: message(`achievement-theme-${theme}`),
          })),
          { value: NO_THEME, label: message('achievements-theme-none') },
        ]}
      />
      <Boxes
        name="engagementLevels"
        kind="checkbox"
        label={message('achievements-part-engagementLevels')}
        help={message('achievements-levels-help')}
        values={fields.get('engagementLevels') ?? []}
        mistake={mistakes.get('engagementLevels')}
        options={ENGAGEMENT_LEVELS.map((one) => ({
          value: one,
          label: message(`engagement-level-${one}`),
        }))}
      />
      <Select
        name="sourceLanguage"
        label={message('achievements-part-sourceLanguage')}
        help={message('achievements-source-help')}
        value={typedIn(fields, 'sourceLanguage')}
        mistake={mistakes.get('sourceLanguage')}
        options={languagesWritten(facts).map((tag) => ({
          value: tag,
          label: languageName(tag, false, messages),
          lang: tag,
        }))}
      />
      <Boxes
        name="evidenceClasses"
        kind="checkbox"
        label={message('achievements-part-evidenceClasses')}
        help={message('achievements-evidence-help')}
        values={fields.get('evidenceClasses') ?? []}
        mistake={mistakes.get('evidenceClasses')}
        options={EVIDENCE_CLASSES.map((one) => ({
          value: one,
          label: evidenceName(one, messages),
        }))}
      />
      <Boxes
        name="hours"
        kind="radio"
        label={message('achievements-part-hours')}
        values={fields.get('hours') ?? []}
        mistake={mistakes.get('hours')}
        options={[
          { value: 'optional', label: message('achievements-hours-optional') },
          { value: 'recommended', label: message('achievements-hours-recommended') },
        ]}
      />
      <TermFields fields={fields} mistakes={mistakes} messages={messages} />
      <h2>{message('achievements-only-training')}</h2>
      <TextField
        name="validityMonths"
        label={message('achievements-part-validityMonths')}
        help={message('achievements-validity-help', MAX_VALIDITY_MONTHS)}
        inputmode="numeric"
        value={typedIn(fields, 'validityMonths')}
        mistake={mistakes.get('validityMonths')}
      />
    </>
  );
}

function TermFields({ fields, mistakes, messages }: Omit<FactsFieldsProps, 'facts'>) {
  const { message } = messages;
  return (
    <>
      <h2>{message('achievements-only-role')}</h2>
      <div class="pair">
        <TextField
          name="lengthMonths"
          label={message('achievements-term-length')}
          help={message('achievements-term-months', MAX_TERM_MONTHS)}
          inputmode="numeric"
          value={typedIn(fields, 'lengthMonths')}
          mistake={mistakes.get('lengthMonths')}
        />
        <TextField
          name="maxLengthMonths"
          label={message('achievements-term-max')}
          help={message('achievements-term-months', MAX_TERM_MONTHS)}
          inputmode="numeric"
          value={typedIn(fields, 'maxLengthMonths')}
          mistake={mistakes.get('maxLengthMonths')}
        />
      </div>
      <Boxes
        name="renewable"
        kind="checkbox"
        label={message('achievements-term-renewal')}
        values={fields.get('renewable') ?? []}
        options={[{ value: 'yes', label: message('achievements-term-renewable') }]}
      />
      <TextField
        name="consecutiveTermsLimit"
        label={message('achievements-term-limit')}
        help={message('achievements-term-limit-help')}
        inputmode="numeric"
        value={typedIn(fields, 'consecutiveTermsLimit')}
        mistake={mistakes.get('consecutiveTermsLimit')}
      />
      <TextField
        name="pauseMonths"
        label={message('achievements-term-pause')}
        help={message('achievements-term-pause-help')}
        inputmode="numeric"
        value={typedIn(fields, 'pauseMonths')}
        mistake={mistakes.get('pauseMonths')}
      />
    </>
  );
}
