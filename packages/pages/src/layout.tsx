import { directionOf } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { inLanguage, linkTo } from './link.tsx';
import { LaurelMark } from './mark.tsx';
import { STYLESHEET } from './stylesheet.ts';

export type LayoutProps = {
  /** Without the service's name, which is added. */
  readonly title: string;
  readonly reader: Reader;
  /** The page's own path, for the links to its other languages; without what a form has sent. */
  readonly path: string;
  /** A stylesheet of its own, after the common one. Its hash must be among those that are allowed. */
  readonly styles?: string;
  /** A script that the page is better with and works without. Its hash must be allowed too. */
  readonly script?: string;
  /** Seconds after which the browser asks for the page again: for work that goes on by itself. */
  readonly refreshSeconds?: number;
  /** What is said of the page where its address is shared. */
  readonly tags?: Child;
  /** What stands at the end of the menu besides verifying, such as the way out. */
  readonly menu?: Child;
  readonly children: Child;
};

/** Every page: one document, one inlined stylesheet, no script and nothing from elsewhere. */
export function Layout({
  title,
  reader,
  path,
  styles,
  script,
  refreshSeconds,
  tags,
  menu,
  children,
}: LayoutProps) {
  const { message, language, direction, draft } = reader.messages;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${message('laurel-name')}`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {tags}
        {refreshSeconds !== undefined && (
          <meta http-equiv="refresh" content={String(refreshSeconds)} />
        )}
        <style>{raw(STYLESHEET)}</style>
        {styles !== undefined && <style>{raw(styles)}</style>}
      </head>
      <body>
        <a class="skip" href="#content">
          {message('skip-to-content')}
        </a>
        <header class="top">
          <nav aria-label={message('nav-label')}>
            <a class="home" href={linkTo('/', reader)}>
              <LaurelMark />
              {message('laurel-name')}
            </a>
            {menu}
            <a href={linkTo('/verify', reader)}>{message('nav-verify')}</a>
          </nav>
        </header>
        <main id="content">{children}</main>
        <footer>
          <div>
            <p>{message('footer-not-foundation')}</p>
            {draft && <p>{message('draft-translation')}</p>}
            <p id="languages">{message('footer-languages')}</p>
            <ul class="plain row" aria-labelledby="languages">
              {INTERFACE_LANGUAGES.map((tag) => (
                <li>
                  <a
                    href={inLanguage(path, tag)}
                    lang={tag}
                    dir={directionOf(tag)}
                    hreflang={tag}
                    {...(tag === language ? { 'aria-current': 'true' } : {})}
                  >
                    {messagesFor(tag).message('language-name')}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </footer>
        {script !== undefined && <script>{raw(script)}</script>}
      </body>
    </html>
  );
}
