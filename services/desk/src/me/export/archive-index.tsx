import type { HeldCredential, HeldRecord } from '@laurel/contracts/signer-rpc';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { STYLESHEET } from '@laurel/pages/stylesheet';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { credentialSays } from '../credential-says.ts';
import { Localised } from '../localised.tsx';
import { FileLinks } from './file-links.tsx';
import { KEPT_FILES, type KeptFile } from './files-kept.ts';
import type { FilesTold } from './files-of-held.ts';
import type { OwnThings } from './own-things.ts';
import type { ExportSet } from './parts.ts';
import { VERIFYING } from './what-is-inside.ts';

type ArchiveIndexProps = {
  readonly own: OwnThings;
  readonly sets: readonly ExportSet[];
  readonly told: FilesTold;
  /** True where the archive also has what is kept besides. */
  readonly kept: boolean;
  readonly reader: Reader;
};

/** The page in an archive that leads to its files: it needs no network, and asks for nothing. */
export function ArchiveIndex({ own, sets, told, kept, reader }: ArchiveIndexProps) {
  const { message, language, direction } = reader.messages;
  const credentials = sets.flatMap((set) => (set.of === 'credentials' ? set.held : []));
  const records = sets.flatMap((set) => (set.of === 'records' ? set.held : []));
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{message('me-export-title')}</title>
        <style>{raw(STYLESHEET)}</style>
      </head>
      <body>
        <main id="content">
          <h1>{message('me-export-title')}</h1>
          <p class="note">{message('me-export-safe')}</p>
          <h2>{message('me-export-certificates')}</h2>
          {credentials.length === 0 && <p>{message('me-export-none')}</p>}
          {credentials.map((credential) => (
            <Certificate credential={credential} own={own} told={told} reader={reader} />
          ))}
          {records.length > 0 && <h2>{message('me-export-records')}</h2>}
          {records.map((record) => (
            <Record record={record} told={told} reader={reader} />
          ))}
          {kept && <Data reader={reader} />}
          <h2>{message('me-export-verify')}</h2>
          <ul>
            {VERIFYING.map((key) => (
              <li>{message(key)}</li>
            ))}
          </ul>
          <p>
            <a href="verify.html">verify.html</a>
          </p>
        </main>
      </body>
    </html>
  );
}

type CertificateProps = {
  readonly credential: HeldCredential;
  readonly own: OwnThings;
  readonly told: FilesTold;
  readonly reader: Reader;
};

function Certificate({ credential, own, told, reader }: CertificateProps) {
  const held = own.awards.get(credential.awardId);
  const mode = credentialSays(credential, reader);
  return (
    <Card of={credential} id={credential.credentialId} told={told} reader={reader}>
      <h3 id={credential.credentialId}>
        {held === undefined ? (
          mode
        ) : (
          <Localised
            texts={held.achievement.name}
            reader={reader}
            source={held.achievement.sourceLanguage}
          />
        )}
      </h3>
      {held !== undefined && (
        <p class="over">
          <Localised texts={held.issuer.names} reader={reader} />
        </p>
      )}
      {held !== undefined && <p>{mode}</p>}
    </Card>
  );
}

type RecordProps = {
  readonly record: HeldRecord;
  readonly told: FilesTold;
  readonly reader: Reader;
};

function Record({ record, told, reader }: RecordProps) {
  return (
    <Card of={record} id={record.recordId} told={told} reader={reader}>
      <h3 id={record.recordId}>
        <bdi dir="auto">{record.title ?? reader.messages.message('record-untitled')}</bdi>
      </h3>
    </Card>
  );
}

type CardProps = {
  readonly of: HeldCredential | HeldRecord;
  readonly id: string;
  readonly told: FilesTold;
  readonly reader: Reader;
  readonly children: Child;
};

/** One of them: what it is, since when and how it stands, and its files. */
function Card({ of: { signedOn, state, since }, id, told, reader, children }: CardProps) {
  const { message, language } = reader.messages;
  return (
    <article class="card" aria-labelledby={id}>
      {children}
      <p class="quiet">{message('me-signed-on', longDate(signedOn, language))}</p>
      {state !== 'active' && since !== null && (
        <p class="note">{message(`me-state-${state}`, longDate(since, language))}</p>
      )}
      <FileLinks files={told.get(id) ?? []} state={state} reader={reader} />
    </article>
  );
}

function Data({ reader }: { readonly reader: Reader }) {
  const { message } = reader.messages;
  const names = Object.keys(KEPT_FILES).filter((name): name is KeptFile => name in KEPT_FILES);
  return (
    <>
      <h2>{message('me-export-data')}</h2>
      <ul>
        {names.map((name) => (
          <li>
            <a href={`data/${name}.json`}>{message(`me-export-data-${name}`)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
