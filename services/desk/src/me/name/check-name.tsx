import type { LanguageMap } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { AsTyped } from '../../page/as-typed.tsx';
import { NameShown, type ShownWriting } from './name-shown.tsx';

type CheckNameProps = {
  readonly writings: LanguageMap;
  /** The same, as they will be seen. */
  readonly shown: readonly ShownWriting[];
  /** Why a change is wished; null for a first name. */
  readonly why: string | null;
  readonly reader: Reader;
};

/** A name as it will be seen, before it is kept or asked for: afterwards only a steward changes it. */
export function CheckName({ writings, shown, why, reader }: CheckNameProps) {
  const { message } = reader.messages;
  const isFirst = why === null;
  return (
    <>
      <h1>{message('name-check-title')}</h1>
      <p>{message(isFirst ? 'name-check-lead' : 'name-check-change-lead')}</p>
      <NameShown shown={shown} />
      <form method="post" action={linkTo(isFirst ? '/me/name' : '/me/name/change', reader)}>
        <AsTyped
          fields={[
            ...Object.entries(writings).flatMap(([language, name], index) => [
              [`name_${index + 1}`, name] as const,
              [`language_${index + 1}`, language] as const,
            ]),
            ...(isFirst ? [] : [['why', why] as const]),
          ]}
        />
        <p class="actions">
          <button type="submit" name="act" value="keep">
            {message(isFirst ? 'name-keep' : 'name-send')}
          </button>
          <button type="submit" name="act" value="edit" class="quieter">
            {message('name-edit')}
          </button>
        </p>
      </form>
    </>
  );
}
