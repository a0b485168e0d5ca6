import { type Cached, cachedOf } from '@laurel/http/cache';
import { factsOfReader, type Reader } from '@laurel/http/reader';
import { htmlOf, type Page } from './document.tsx';

/**
 * A page that whoever has it may keep. It names its language, and is made once for all who read in the same ones.
 *
 * @param facts all that it is made of besides its reader: see {@link cachedOf}.
 */
export function cachedPage(
  request: Request,
  reader: Reader,
  facts: unknown,
  page: () => Page,
  { headers = {}, ...options }: Omit<Cached, 'contentType'>,
): Promise<Response> {
  return cachedOf(request, [facts, factsOfReader(reader)], () => htmlOf(page()), {
    ...options,
    contentType: 'text/html; charset=utf-8',
    headers: { 'content-language': reader.messages.language, ...headers },
  });
}
