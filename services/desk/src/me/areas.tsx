import type { Reader } from '@laurel/http/reader';
import type { MessageKey } from '@laurel/i18n/messages';
import { linkTo } from '@laurel/pages/link';

type Area = { readonly path: string; readonly label: MessageKey };

/** What somebody can do with all that they hold, each area by the message of its link. */
const AREAS: readonly Area[] = [
  { path: '/me/portfolio', label: 'portfolio-title' },
  { path: '/me/maps', label: 'me-maps-title' },
  { path: '/me/collections', label: 'collections-title' },
  { path: '/me/resume', label: 'resume-title' },
  { path: '/me/record', label: 'record-area' },
  { path: '/me/mentoring', label: 'mentoring-title' },
  { path: '/me/feed', label: 'me-feed-title' },
  { path: '/me/endorsing', label: 'endorsing-title' },
  { path: '/me/name', label: 'name-title' },
  { path: '/me/calendar', label: 'calendar-title' },
  { path: '/me/muted', label: 'muted-title' },
  { path: '/me/reports', label: 'reports-title' },
  { path: '/me/export', label: 'me-export-link' },
  { path: '/me/erase', label: 'me-erase-link' },
];

/** Ways from the list of awards into the areas. */
export function Areas({ reader }: { readonly reader: Reader }) {
  const { message } = reader.messages;
  return (
    <nav aria-labelledby="areas">
      <h2 id="areas">{message('me-areas')}</h2>
      <ul class="plain">
        {AREAS.map(({ path, label }) => (
          <li>
            <a href={linkTo(path, reader)} class="step">
              {message(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
