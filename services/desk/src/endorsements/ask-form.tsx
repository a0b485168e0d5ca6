import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { credentialOptions } from '../me/choose-credentials.tsx';
import type { OwnCredential } from '../me/own-credentials.ts';
import { Boxes, MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { NearNames } from '../sheets/near-names.tsx';

/** What the form of an ask has, as it was sent. */
export type AskFields = {
  readonly credential: string;
  readonly username: string;
  /** True where the holder lets whom they ask know who asks. */
  readonly tell: boolean;
};

/** The fields of a form that was sent. A near name that was chosen stands in the place of the typed one. */
export function askFields(form: URLSearchParams): AskFields {
  const near = form.get('near') ?? '';
  return {
    credential: form.get('credential') ?? '',
    username: near === '' ? (form.get('username') ?? '') : near,
    tell: form.has('tell'),
  };
}

/** True where a credential does not say the user name by which its holder asks. */
export function mustTell({ credential }: OwnCredential): boolean {
  return credential.disclosure !== 'account';
}

type AskFormProps = {
  readonly awardId: string;
  /** What can be endorsed. */
  readonly own: readonly OwnCredential[];
  readonly fields: AskFields;
  readonly mistakes: Mistakes;
  /** Accounts with names like the one that was typed, which is nobody's. */
  readonly near: readonly AccountToCompare[];
  readonly reader: Reader;
};

/** Whom to ask, about which certificate. */
export function AskForm({ awardId, own, fields, mistakes, near, reader }: AskFormProps) {
  const { message } = reader.messages;
  const path = `/me/awards/${awardId}/endorsements`;
  const [only] = own;
  return (
    <form method="post" action={linkTo(path, reader)}>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      {own.length === 1 && only !== undefined ? (
        <input type="hidden" name="credential" value={only.credential.credentialId} />
      ) : (
        <Boxes
          kind="radio"
          name="credential"
          label={message('endorse-ask-about')}
          values={[fields.credential]}
          mistake={mistakes.get('credential')}
          options={credentialOptions(own, reader)}
        />
      )}
      <TextField
        name="username"
        label={message('endorse-ask-whom')}
        help={message('endorse-ask-whom-help')}
        value={fields.username}
        mistake={mistakes.get('username')}
        autocomplete="off"
        required
      />
      <NearNames near={near} reader={reader} />
      {own.some(mustTell) && (
        <Boxes
          kind="checkbox"
          name="tell"
          label={message('endorse-tell')}
          help={message('endorse-tell-help')}
          values={fields.tell ? ['yes'] : []}
          mistake={mistakes.get('tell')}
          options={[{ value: 'yes', label: message('endorse-tell-yes') }]}
        />
      )}
      <button type="submit">{message('endorse-ask-continue')}</button>
    </form>
  );
}
