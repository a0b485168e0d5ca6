import { MAX_SKILLS } from '@laurel/contracts/achievement-facts';
import type { Achievement } from '@laurel/core/achievement';
import type { Messages } from '@laurel/i18n/messages';
import { type Mistakes, TextArea, TextField } from '../page/fields.tsx';
import { FRAMEWORKS } from '../tables.ts';
import { type Fields, typedIn } from './form-fields.ts';
import { alignmentRows } from './skills-form.ts';

type SkillsFieldsProps = {
  readonly facts: Achievement;
  readonly fields: Fields;
  readonly mistakes: Mistakes;
  readonly messages: Messages;
};

/** Skills in plain words, and the entries of public classifications that they stand for. */
export function SkillsFields({ facts, fields, mistakes, messages }: SkillsFieldsProps) {
  const { message } = messages;
  return (
    <>
      <TextArea
        name="skills"
        label={message('achievements-part-skills')}
        help={message('achievements-skills-help', MAX_SKILLS)}
        value={typedIn(fields, 'skills')}
        lang={facts.sourceLanguage}
        mistake={mistakes.get('skills')}
      />
      <h2>{message('achievements-part-alignments')}</h2>
      <p>{message('achievements-alignments-help')}</p>
      <ul lang="en" dir="ltr" class="small quiet">
        {FRAMEWORKS.map(({ name, publisher }) => (
          <li>
            {name}, {publisher}
          </li>
        ))}
      </ul>
      {Array.from({ length: alignmentRows(facts, fields) }, (_, at) => (
        <div class="pair">
          <TextField
            name={`targetName-${at}`}
            label={message('achievements-alignment-name', at + 1)}
            value={typedIn(fields, `targetName-${at}`)}
            mistake={mistakes.get(`targetName-${at}`)}
          />
          <TextField
            name={`targetUrl-${at}`}
            type="url"
            label={message('achievements-alignment-url', at + 1)}
            value={typedIn(fields, `targetUrl-${at}`)}
            mistake={mistakes.get(`targetUrl-${at}`)}
          />
        </div>
      ))}
    </>
  );
}
