import { MAX_INVITATION_LENGTH } from '@laurel/contracts/invitation-request';
import { MAX_LANGUAGES } from '@laurel/contracts/issuer-requests';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import { achievementPath, nameOf } from '../achievements/achievement-page.ts';
import { Done } from '../page/done.tsx';
import { MistakeList, type Mistakes, Select, TextArea, TextField } from '../page/fields.tsx';
import { EnterSends, LanguageField } from '../texts/text-fields.tsx';
import type { CurrentAchievement } from './invitation.ts';
import type { InvitationRow, TypedInvitation } from './invitation-form.ts';

type InvitationPageProps = {
  readonly issuer: string;
  readonly achievement: { readonly slug: string; readonly name: ReturnType<typeof nameOf> };
  readonly others: readonly CurrentAchievement[];
  readonly typed: TypedInvitation;
  /** Whether anything is set that can be removed. */
  readonly isSet: boolean;
  readonly done: 'set' | 'removed' | undefined;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** What holders of an achievement are invited to next. */
export function InvitationPage(props: InvitationPageProps) {
  const { issuer, achievement, others, typed, isSet, done, mistakes, reader } = props;
  const { message } = reader.messages;
  const path = achievementPath(issuer, achievement.slug, '/invitation');
  return (
    <>
      <p class="over">
        <a href={linkTo(achievementPath(issuer, achievement.slug), reader)}>
          <Text {...achievement.name} />
        </a>
      </p>
      <h1>{message('invitation-title')}</h1>
      <Done sentence={done === undefined ? null : message(`invitation-done-${done}`)} />
      <p>{message('invitation-lead')}</p>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <form method="post" action={linkTo(path, reader)}>
        <EnterSends label={message('invitation-save')} />
        {typed.rows.map((row, index) => (
          <RowFields row={row} number={index + 1} mistakes={mistakes} reader={reader} />
        ))}
        {typed.rows.length < MAX_LANGUAGES && (
          <button type="submit" name="add" value="yes" class="quieter" formnovalidate>
            {message('texts-add')}
          </button>
        )}
        <TextField
          name="url"
          type="url"
          label={message('invitation-url')}
          help={message('invitation-url-help')}
          value={typed.url}
          mistake={mistakes.get('url')}
        />
        <Select
          name="leads_to"
          label={message('invitation-leads-to')}
          value={typed.leadsTo}
          options={[
            { value: '', label: message('invitation-leads-nowhere') },
            ...others.map(({ slug, facts }) => {
              const { text, language } = nameOf(facts, reader);
              return { value: slug, label: text, lang: language };
            }),
          ]}
          mistake={mistakes.get('leads_to')}
        />
        <p class="actions">
          <button type="submit">{message('invitation-save')}</button>
        </p>
      </form>
      {isSet && (
        <form method="post" action={linkTo(path, reader)}>
          <button type="submit" name="remove" value="yes" class="quieter">
            {message('invitation-remove')}
          </button>
        </form>
      )}
    </>
  );
}

type RowProps = {
  readonly row: InvitationRow;
  readonly number: number;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

function RowFields({ row, number, mistakes, reader }: RowProps) {
  const { message } = reader.messages;
  const [language, text] = [`language_${number}`, `text_${number}`];
  return (
    <fieldset class="card">
      <legend class="aside">{message('texts-row', number)}</legend>
      <LanguageField
        name={language}
        label={message('texts-language')}
        value={row.language}
        mistake={mistakes.get(language)}
        reader={reader}
      />
      <TextArea
        name={text}
        label={message('invitation-text')}
        value={row.text}
        rows={3}
        maxlength={MAX_INVITATION_LENGTH}
        mistake={mistakes.get(text)}
        {...(row.language === '' ? {} : { lang: row.language })}
      />
    </fieldset>
  );
}
