import type { Achievement } from '@laurel/core/achievement';
import { MAX_TRAINER_MONTHS, TRAINER_BEGINNINGS } from '@laurel/core/trainer';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { achievementPath, nameOf } from '../achievements/achievement-page.ts';
import { PageOfAchievement, RemoveForm } from '../achievements/page-of-achievement.tsx';
import { Boxes, type Mistakes, TextField } from '../page/fields.tsx';
import type { TypedRule } from './rule-form.ts';

type RulePageProps = {
  readonly issuer: string;
  readonly training: Achievement;
  /** What trainers can be let award. */
  readonly offered: readonly Achievement[];
  readonly typed: TypedRule;
  /** Whether anything is set that can be removed. */
  readonly isSet: boolean;
  readonly done: 'set' | 'removed' | undefined;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** What whoever completes a training may award. */
export function RulePage(props: RulePageProps) {
  const { issuer, training, offered, typed, isSet, done, mistakes, reader } = props;
  const { message } = reader.messages;
  const path = achievementPath(issuer, training.slug, '/trainers');
  return (
    <PageOfAchievement
      issuer={issuer}
      achievement={{ slug: training.slug, name: nameOf(training, reader) }}
      title={message('trainers-title')}
      done={done === undefined ? null : message(`trainers-done-${done}`)}
      leads={[message('trainers-lead'), message('trainers-sees')]}
      mistakes={mistakes}
      reader={reader}
    >
      {offered.length === 0 && <p class="note">{message('trainers-none-to-choose')}</p>}
      {offered.length > 0 && (
        <form method="post" action={linkTo(path, reader)}>
          <Boxes
            name="may_award"
            kind="checkbox"
            label={message('trainers-may-award')}
            values={typed.mayAward}
            mistake={mistakes.get('may_award')}
            options={offered.map((facts) => {
              const { text, language } = nameOf(facts, reader);
              return { value: facts.slug, label: text, lang: language };
            })}
          />
          <TextField
            name="months"
            label={message('trainers-months')}
            help={message('trainers-months-help', MAX_TRAINER_MONTHS)}
            inputmode="numeric"
            value={typed.months}
            mistake={mistakes.get('months')}
            required
          />
          <Boxes
            name="begins"
            kind="radio"
            label={message('trainers-begins')}
            values={[typed.begins]}
            mistake={mistakes.get('begins')}
            options={TRAINER_BEGINNINGS.map((begins) => ({
              value: begins,
              label: message(`trainers-begins-${begins}`),
              help: message(`trainers-begins-${begins}-help`),
            }))}
          />
          <p class="actions">
            <button type="submit">{message('trainers-save')}</button>
          </p>
        </form>
      )}
      {isSet && <RemoveForm path={path} label={message('trainers-remove')} reader={reader} />}
    </PageOfAchievement>
  );
}
