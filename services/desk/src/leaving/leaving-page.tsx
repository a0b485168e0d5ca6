import { MAX_LEAVING_THANKS_LENGTH } from '@laurel/contracts/leaving-request';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { achievementPath, type nameOf } from '../achievements/achievement-page.ts';
import { PageOfAchievement } from '../achievements/page-of-achievement.tsx';
import { Boxes, type Mistakes, TextArea } from '../page/fields.tsx';
import { AddLanguage, EnterSends, LanguageRow } from '../texts/text-fields.tsx';
import type { LeavingRow, TypedLeaving } from './leaving-form.ts';

type LeavingPageProps = {
  readonly issuer: string;
  readonly achievement: { readonly slug: string; readonly name: ReturnType<typeof nameOf> };
  readonly typed: TypedLeaving;
  readonly isDone: boolean;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** What an issuer says and asks of whoever leaves a role, or rests from it. */
export function LeavingPage(props: LeavingPageProps) {
  const { issuer, achievement, typed, isDone, mistakes, reader } = props;
  const { message } = reader.messages;
  const path = achievementPath(issuer, achievement.slug, '/leaving');
  return (
    <PageOfAchievement
      issuer={issuer}
      achievement={achievement}
      title={message('leaving-title')}
      done={isDone ? message('leaving-done') : null}
      leads={[message('leaving-lead')]}
      mistakes={mistakes}
      reader={reader}
    >
      <form method="post" action={linkTo(path, reader)}>
        <EnterSends label={message('leaving-save')} />
        {typed.rows.map((row, index) => (
          <RowFields row={row} number={index + 1} mistakes={mistakes} reader={reader} />
        ))}
        <AddLanguage rows={typed.rows.length} reader={reader} />
        <Boxes
          kind="checkbox"
          name="offers_award"
          label={message('leaving-award')}
          help={message('leaving-award-help')}
          values={typed.offersAward ? ['yes'] : []}
          options={[{ value: 'yes', label: message('leaving-award-by-itself') }]}
        />
        <p class="actions">
          <button type="submit">{message('leaving-save')}</button>
        </p>
      </form>
    </PageOfAchievement>
  );
}

type RowProps = {
  readonly row: LeavingRow;
  readonly number: number;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

function RowFields({ row, number, mistakes, reader }: RowProps) {
  const { message } = reader.messages;
  const thanks = `thanks_${number}`;
  const items = `items_${number}`;
  const lang = row.language === '' ? {} : { lang: row.language };
  return (
    <LanguageRow number={number} language={row.language} mistakes={mistakes} reader={reader}>
      <TextArea
        name={thanks}
        label={message('leaving-thanks')}
        help={message('leaving-thanks-help')}
        value={row.thanks}
        rows={3}
        maxlength={MAX_LEAVING_THANKS_LENGTH}
        mistake={mistakes.get(thanks)}
        {...lang}
      />
      <TextArea
        name={items}
        label={message('leaving-items')}
        help={message('leaving-items-help')}
        value={row.items}
        rows={6}
        mistake={mistakes.get(items)}
        {...lang}
      />
    </LanguageRow>
  );
}
