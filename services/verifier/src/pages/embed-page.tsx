import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { headlineOf } from '@laurel/pages/headline';
import { linkTo } from '@laurel/pages/link';
import { Text, textFor } from '@laurel/pages/text';
import type { Report } from '@laurel/verification/report';
import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import type { VisibleCredential } from '../record/visible-credential.ts';
import { EMBED_STYLE } from './embed-style.ts';
import { toldRole } from './role-told.tsx';

type EmbedPageProps = {
  readonly found: VisibleCredential;
  readonly report: Report;
  readonly reader: Reader;
};

const MARKS = { good: '✓', bad: '✕', care: '!' } as const;

/** How a credential stands, for another site to frame. It names the issuer and what was recognised, and no person. */
export function EmbedPage({ found, report, reader }: EmbedPageProps) {
  const { message } = reader.messages;
  const { achievement, issuer, row } = found;
  const { face } = issuer;
  const { tone, word } = headlineOf(report.verdict, report.checks, reader.messages);
  const name = textIn(achievement.name, [row.language], achievement.sourceLanguage);
  const told = toldRole(found, report, reader.messages);
  return (
    <Frame reader={reader}>
      <a
        class={`embed ${tone}`}
        href={linkTo(`/c/${row.id}`, reader)}
        target="_blank"
        rel="noopener noreferrer"
        data-verdict={report.verdict}
      >
        <span class="mark" aria-hidden="true">
          {MARKS[tone]}
        </span>
        <div>
          <p class="word">{word}</p>
          {/* A pointer that rests on it is told the rest of what three lines have no room for. */}
          <h1 title={name.text}>
            <Text {...name} />
          </h1>
          <p class="issuer">
            <Text {...textFor(face.names, reader)} />
          </p>
          <p class="quiet">
            {told !== null && <>{told.sentence} </>}
            <span class="more">{message('embed-open')}</span>
            {face.demonstration && <> · {message('embed-demonstration')}</>}
          </p>
        </div>
      </a>
    </Frame>
  );
}

/** The same for hidden, unknown and malformed ids: it says nothing of what was asked for. */
export function EmptyEmbedPage({ reader }: Pick<EmbedPageProps, 'reader'>) {
  return (
    <Frame reader={reader}>
      <div class="embed none">
        <h1>{reader.messages.message('embed-nothing')}</h1>
      </div>
    </Frame>
  );
}

function Frame({ reader, children }: PropsWithChildren<Pick<EmbedPageProps, 'reader'>>) {
  const { message, language, direction, draft } = reader.messages;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{message('embed-title')}</title>
        <style>{raw(EMBED_STYLE)}</style>
      </head>
      <body>
        <main>{children}</main>
        {draft && (
          <footer class="aside">
            <p>{message('draft-translation')}</p>
          </footer>
        )}
      </body>
    </html>
  );
}
