import { MAX_INVITATION_LENGTH } from '@laurel/contracts/invitation-request';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { achievementPath, nameOf } from '../achievements/achievement-page.ts';
import { PageOfAchievement, RemoveForm } from '../achievements/page-of-achievement.tsx';
import { type Mistakes, Select, TextArea, TextField } from '../page/fields.tsx';
import { AddLanguage, EnterSends, LanguageRow } from '../texts/text-fields.tsx';
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
    <PageOfAchievement
      issuer={issuer}
      achievement={achievement}
      title={message('invitation-title')}
      done={done === undefined ? null : message(`invitation-done-${done}`)}
      leads={[message('invitation-lead')]}
      mistakes={mistakes}
      reader={reader}
    >
      <form method="post" action={linkTo(path, reader)}>
        <EnterSends label={message('invitation-save')} />
        {typed.rows.map((row, index) => (
          <RowFields row={row} number={index + 1} mistakes={mistakes} reader={reader} />
        ))}
        <AddLanguage rows={typed.rows.length} reader={reader} />
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
      {isSet && <RemoveForm path={path} label={message('invitation-remove')} reader={reader} />}
    </PageOfAchievement>
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
  const text = `text_${number}`;
  return (
    <LanguageRow number={number} language={row.language} mistakes={mistakes} reader={reader}>
      <TextArea
        name={text}
        label={message('invitation-text')}
        value={row.text}
        rows={3}
        maxlength={MAX_INVITATION_LENGTH}
        mistake={mistakes.get(text)}
        {...(row.language === '' ? {} : { lang: row.language })}
      />
    </LanguageRow>
  );
}
