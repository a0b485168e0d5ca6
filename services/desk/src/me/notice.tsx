import type { Reader } from '@laurel/http/reader';

const DONE = [
  'accepted',
  'declined',
  'later',
  'thanked',
  'thanks_taken_back',
  'made',
  'renewed',
  'noted',
  'link_on',
  'link_off',
  'withdrawn',
  'rotated',
  'connected',
  'disconnected',
  'slip_taken_back',
  'confirmed',
  'trainer_left',
  'shared',
  'break_taken',
  'came_back',
  'stepped_down',
  'term_shown',
  'term_kept',
] as const;
export type Done = (typeof DONE)[number];

type NoticeProps = { readonly done: string | undefined; readonly reader: Reader };

/** Says what the form just sent has done. A word that is not one of ours says nothing. */
export function Notice({ done, reader }: NoticeProps) {
  const known = DONE.find((one) => one === done);
  return known === undefined ? null : (
    <p class="note done" role="status">
      {reader.messages.message(`me-done-${known}`)}
    </p>
  );
}
