import { issuerLogoPath, issuerUrl } from '@laurel/core/addresses';
import type { Failure } from '@laurel/core/failure';
import type { LogoReference } from '@laurel/core/issuer';
import type { Reader } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { Member } from '../acting/member.ts';
import { nameIn } from '../me/localised.tsx';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { Boxes, FileField, MistakeList, type Mistakes } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { EnterSends, TextFields } from '../texts/text-fields.tsx';
import { TextList } from '../texts/text-list.tsx';
import type { TextRow } from '../texts/text-rows.ts';

export type SettingsProps = {
  readonly member: Member;
  readonly origin: string;
  readonly rows: readonly TextRow[];
  /** The digest of the texts that the form began from. */
  readonly seen: string;
  readonly logo: LogoReference | null;
  readonly done: 'saved' | 'logo' | 'removed' | null;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** What the public sees of an issuer, and changing it. */
export function SettingsPage(props: SettingsProps) {
  const { member, origin, rows, seen, done, mistakes, failure, reader } = props;
  const { message } = reader.messages;
  const path = deskPath(member.issuer, '/settings');
  return (
    <>
      <h1>{message('desk-section-settings')}</h1>
      <Done sentence={done === null ? null : message(`settings-done-${done}`)} />
      <p>
        {message('settings-lead')}{' '}
        <a href={linkTo(`/issuers/${member.issuer}`, reader)} dir="ltr">
          {issuerUrl(origin, member.issuer)}
        </a>
      </p>
      <VouchNote member={member} reader={reader} />
      <RefusalNote failure={failure} reader={reader} />
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <h2>{message('settings-texts')}</h2>
      <p>{message('settings-texts-mean')}</p>
      <form method="post" action={linkTo(path, reader)}>
        <EnterSends label={message('settings-save')} />
        <input type="hidden" name="seen" value={seen} />
        <TextFields rows={rows} mistakes={mistakes} reader={reader} />
        <button type="submit">{message('settings-save')}</button>
      </form>
      {failure?.reason === 'issuer_changed' && (
        <>
          <h2>{message('settings-now')}</h2>
          <TextList texts={member.issuerFace} />
        </>
      )}
      <LogoSettings {...props} />
      <h2>{message('mentoring-title')}</h2>
      <p>
        <a class="step" href={linkTo(deskPath(member.issuer, '/mentoring'), reader)}>
          {message('mentorships-offer-title')}
        </a>
      </p>
    </>
  );
}

function LogoSettings({ member, logo, reader }: SettingsProps) {
  const { message } = reader.messages;
  const path = deskPath(member.issuer, '/settings/logo');
  return (
    <>
      <h2 id="logo">{message('settings-logo')}</h2>
      {logo !== null && (
        <>
          <img
            class="logo"
            src={issuerLogoPath(member.issuer, logo.digest)}
            alt={message('issuer-logo', isolated(nameIn(member.issuerFace.names, reader)))}
            width="96"
            height="96"
          />
          <details>
            <summary>{message('settings-logo-remove')}</summary>
            <form method="post" action={linkTo(`${path}/withdraw`, reader)}>
              <p>{message('settings-logo-remove-means')}</p>
              <button type="submit" class="grave">
                {message('settings-logo-remove')}
              </button>
            </form>
          </details>
        </>
      )}
      <form method="post" enctype="multipart/form-data" action={linkTo(path, reader)}>
        <FileField
          name="file"
          label={message('settings-logo-file')}
          help={message('settings-logo-file-help')}
          accept=".svg,.png,image/svg+xml,image/png"
        />
        <Boxes
          name="mark"
          kind="checkbox"
          label={message('settings-logo-right')}
          help={message('settings-logo-right-help')}
          values={[]}
          options={[{ value: 'yes', label: message('settings-logo-may') }]}
        />
        <button type="submit">{message('settings-logo-send')}</button>
      </form>
    </>
  );
}

function VouchNote({ member, reader }: { readonly member: Member; readonly reader: Reader }) {
  const { message, language } = reader.messages;
  const { vouch } = member.issuerFace;
  if (vouch === null) return <p class="note">{message('issuer-not-vouched')}</p>;
  return (
    <p class="quiet">
      {message('issuer-vouched', isolated(vouch.by), longDate(vouch.since, language))}
    </p>
  );
}
