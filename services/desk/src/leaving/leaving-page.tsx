import { MAX_LANGUAGES } from '@laurel/contracts/issuer-requests';
import { MAX_LEAVING_THANKS_LENGTH } from '@laurel/contracts/leaving-request';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import { achievementPath, type nameOf } from '../achievements/achievement-page.ts';
import { Done } from '../page/done.tsx';
import { Boxes, MistakeList, type Mistakes, TextArea } from '../page/fields.tsx';
import { EnterSends, LanguageField } from '../texts/text-fields.tsx';
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
    <>
      <p class="over">
        <a href={linkTo(achievementPath(issuer, achievement.slug), reader)}>
          <Text {...achievement.name} />
        </a>
      </p>
      <h1>{message('leaving-title')}</h1>
      <Done sentence={isDone ? message('leaving-done') : null} />
      <p>{message('leaving-lead')}</p>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <form method="post" action={linkTo(path, reader)}>
        <EnterSends label={message('leaving-save')} />
        {typed.rows.map((row, index) => (
          <RowFields row={row} number={index + 1} mistakes={mistakes} reader={reader} />
        ))}
        {typed.rows.length < MAX_LANGUAGES && (
          <button type="submit" name="add" value="yes" class="quieter" formnovalidate>
            {message('texts-add')}
          </button>
        )}
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
    </>
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
  const language = `language_${number}`;
  const thanks = `thanks_${number}`;
  const items = `items_${number}`;
  const lang = row.language === '' ? {} : { lang: row.language };
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
    </fieldset>
  );
}
