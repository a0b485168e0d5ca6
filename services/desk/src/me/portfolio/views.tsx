import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';

const VIEWS = [
  { path: '/me/portfolio', label: 'portfolio-view-all' },
  { path: '/me/portfolio/journey', label: 'portfolio-view-journey' },
] as const;

type ViewsProps = { readonly path: (typeof VIEWS)[number]['path']; readonly reader: Reader };

/** The head of both views of what somebody holds. */
export function PortfolioViews({ path, reader }: ViewsProps) {
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('portfolio-title')}</h1>
      <nav class="sections" aria-label={message('portfolio-views')}>
        <ul>
          {VIEWS.map((view) => (
            <li>
              <a
                href={linkTo(view.path, reader)}
                {...(view.path === path ? { 'aria-current': 'page' } : {})}
              >
                {message(view.label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="quiet">{message('portfolio-private')}</p>
    </>
  );
}
