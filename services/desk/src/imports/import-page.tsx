import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Child } from 'hono/jsx';
import { deskPath } from '../page/desk-page.tsx';
import { Boxes, MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { IMPORTED_OF_EVENT } from './import-order.ts';

/** What the organizer typed, to be shown again when it is refused. */
export type TypedImport = {
  readonly event: string;
  readonly who: string;
  readonly course: string;
  readonly group: string;
};

const MAX_TYPED_CHARACTERS = 2_000;

type ImportPageProps = {
  readonly issuer: string;
  readonly typed: TypedImport;
  readonly mistakes: Mistakes;
  /** Why the import was refused, where no single field is wrong. */
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** Three ways to bring in people, each a form of its own. */
export function ImportPage({ issuer, typed, mistakes, failure, reader }: ImportPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('imports-title')}</h1>
      <p class="lead">{message('imports-lead')}</p>
      <MistakeList title={message('imports-wrong')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      <p>{message('imports-not-attended')}</p>
      <Way issuer={issuer} way="event" path="/imports/events" reader={reader}>
        <TextField
          name="event"
          label={message('imports-event')}
          help={message('imports-event-help')}
          mistake={mistakes.get('event')}
          value={typed.event}
          maxlength={MAX_TYPED_CHARACTERS}
          autocomplete="off"
        />
        <Boxes
          name="who"
          label={message('imports-who')}
          help={message('imports-private')}
          mistake={mistakes.get('who')}
          kind="radio"
          options={IMPORTED_OF_EVENT.map((value) => ({
            value,
            label: message(`imports-who-${value}`),
          }))}
          values={[typed.who]}
        />
      </Way>
      <Way issuer={issuer} way="course" path="/imports/courses" reader={reader}>
        <TextField
          name="course"
          label={message('imports-course')}
          help={message('imports-course-help')}
          mistake={mistakes.get('course')}
          value={typed.course}
          maxlength={MAX_TYPED_CHARACTERS}
          autocomplete="off"
        />
      </Way>
      <Way issuer={issuer} way="group" path="/imports/groups" reader={reader}>
        <TextField
          name="group"
          label={message('imports-group')}
          help={message('imports-group-help')}
          mistake={mistakes.get('group')}
          value={typed.group}
          maxlength={MAX_TYPED_CHARACTERS}
          autocomplete="off"
        />
      </Way>
      <p class="quiet small">{message('imports-remembered')}</p>
    </>
  );
}

type WayProps = {
  readonly issuer: string;
  readonly way: 'event' | 'course' | 'group';
  readonly path: string;
  readonly reader: Reader;
  readonly children: Child;
};

function Way({ issuer, way, path, reader, children }: WayProps) {
  const { message } = reader.messages;
  return (
    <section class="card" aria-labelledby={`import-${way}`}>
      <h2 id={`import-${way}`}>{message(`imports-${way}-heading`)}</h2>
      <form method="post" action={linkTo(deskPath(issuer, path), reader)}>
        {children}
        <button type="submit">{message(`imports-${way}-button`)}</button>
      </form>
    </section>
  );
}
