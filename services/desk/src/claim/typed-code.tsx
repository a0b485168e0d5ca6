import { isId } from '@laurel/core/id';
import { SLIP_CODE_DIGITS } from '@laurel/core/slip-code';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { MistakeList, TextField } from '../page/fields.tsx';

/** Why what was typed is not gone to. */
export type CodeMistake = 'not_a_code' | 'mistyped';

type TypedCodeProps = {
  readonly typed: string;
  readonly mistake: CodeMistake | null;
  readonly reader: Reader;
};

/** For who has a code on paper. Names nobody and looks nothing up. */
export function TypedCode({ typed, mistake, reader }: TypedCodeProps) {
  const { message } = reader.messages;
  const sentence =
    mistake === null
      ? undefined
      : mistake === 'mistyped'
        ? message('claim-code-mistyped')
        : message('claim-code-not-a-code', SLIP_CODE_DIGITS);
  return (
    <>
      <h1>{message('claim-code-title')}</h1>
      <p class="lead">{message('claim-code-lead', SLIP_CODE_DIGITS)}</p>
      <MistakeList
        title={message('desk-mistakes')}
        mistakes={sentence === undefined ? [] : [['code', sentence]]}
      />
      <form method="post" action={linkTo('/claim', reader)}>
        <TextField
          name="code"
          label={message('claim-code-label')}
          help={message('claim-code-help')}
          value={typed}
          inputmode="text"
          autocomplete="off"
          maxlength={MAX_TYPED}
          required
          mistake={sentence}
        />
        <button type="submit">{message('claim-code-go')}</button>
      </form>
    </>
  );
}

/** Room for a whole address that was pasted. */
export const MAX_TYPED = 200;

/** The claim code in what was typed, where somebody has one of those instead; null where there is none. */
export function claimCodeIn(typed: string): string | null {
  const last = typed.trim().split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return isId(last) ? last : null;
}
