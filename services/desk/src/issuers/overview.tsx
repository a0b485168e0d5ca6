import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Member } from '../acting/member.ts';
import { nameIn } from '../me/localised.tsx';
import { EndingNotes } from '../members/ending-notes.tsx';
import type { GrantsEnding } from '../members/grants-ending.ts';
import { deskPath } from '../page/desk-page.tsx';
import { TrainersNote, type TrainersToRenew } from '../trainers/trainers-note.tsx';
import type { Waiting } from './waiting.ts';

type OverviewProps = {
  readonly member: Member;
  readonly waiting: Waiting;
  readonly ending: GrantsEnding;
  /** Null for who does not renew them. */
  readonly trainers: TrainersToRenew | null;
  readonly reader: Reader;
};

const KINDS = [
  'nominations',
  'mentorships',
  'shareOuts',
  'slips',
  'revocations',
  'signatories',
  'handOvers',
  'terms',
  'sheets',
] as const;

/** Where each kind of work is done. */
const PLACES = {
  sheets: '/sheets',
  slips: '/slips',
  nominations: '/nominations',
  mentorships: '/mentorships',
  signatories: '/signatories',
  revocations: '/batches/revocations',
  shareOuts: '/share-outs',
  terms: '/terms',
  handOvers: '/terms',
} as const;

/** The first page of an issuer’s desk: what waits, whose grants end, and the way to award. */
export function Overview({ member, waiting, ending, trainers, reader }: OverviewProps) {
  const { message } = reader.messages;
  const kinds = KINDS.filter((kind) => waiting[kind] > 0);
  return (
    <>
      <h1>{nameIn(member.issuerFace.names, reader)}</h1>
      <EndingNotes member={member} ending={ending} reader={reader} />
      <TrainersNote member={member} trainers={trainers} reader={reader} />
      {(member.scopes.has('awards:write') || member.only !== undefined) && (
        <>
          <p class="lead">{message('desk-home-lead')}</p>
          <p class="actions">
            <a class="button" href={linkTo(deskPath(member.issuer, '/sheets'), reader)}>
              {message('desk-section-sheets')}
            </a>
          </p>
        </>
      )}
      <section aria-labelledby="waiting">
        <h2 id="waiting">{message('desk-home-waiting')}</h2>
        {kinds.length === 0 && <p>{message('desk-home-nothing')}</p>}
        <ul class="people">
          {kinds.map((kind) => (
            <li>
              <a href={linkTo(deskPath(member.issuer, PLACES[kind]), reader)}>
                {message(`desk-home-waiting-${kind}`, waiting[kind])}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
