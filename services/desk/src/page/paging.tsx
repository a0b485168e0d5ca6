import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';

/** Entries of a list on one page: a phone scrolls through them in a few swipes. */
export const PAGE_SIZE = 50;

const MAX_PAGE = 100_000;

/** How many pages so many entries fill. */
export function pagesIn(total: number): number {
  return Math.ceil(total / PAGE_SIZE);
}

/** The page that the address asks for (`?page=`), from 1. */
export function pageAsked(request: Request): number {
  const asked = new URL(request.url).searchParams.get('page') ?? '1';
  return /^[1-9]\d{0,5}$/.test(asked) ? Math.min(Number(asked), MAX_PAGE) : 1;
}

type PagingProps = {
  readonly page: number;
  /** Entries in all. */
  readonly total: number;
  /** The list's path, with what it is narrowed to. */
  readonly path: string;
  readonly reader: Reader;
};

/** The ways to the pages before and after; nothing for a list that fits on one. */
export function Paging({ page, total, path, reader }: PagingProps) {
  const { message } = reader.messages;
  const pages = pagesIn(total);
  if (pages <= 1) return null;
  return (
    <nav class="paging" aria-label={message('paging-label')}>
      {page > 1 && (
        <a rel="prev" href={linkTo(pathOfPage(path, page - 1), reader)}>
          {message('paging-previous')}
        </a>
      )}
      <span>{message('paging-position', page, pages)}</span>
      {page < pages && (
        <a rel="next" href={linkTo(pathOfPage(path, page + 1), reader)}>
          {message('paging-next')}
        </a>
      )}
    </nav>
  );
}

function pathOfPage(path: string, page: number): string {
  const url = new URL(path, 'https://path.invalid');
  url.searchParams.set('page', String(page));
  return `${url.pathname}${url.search}`;
}
