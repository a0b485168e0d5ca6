import type { Reader } from '@laurel/http/reader';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Page = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page as HTML text with its doctype. */
export async function htmlOf(page: Page): Promise<string> {
  return `<!doctype html>${await page}`;
}

/** A page as an answer. It names its language, and that it depends on the reader's. */
export async function htmlResponse(
  page: Page,
  reader: Reader,
  { status = 200, headers = {} }: { readonly status?: number; readonly headers?: HeadersInit } = {},
): Promise<Response> {
  const response = new Response(await htmlOf(page), { status, headers });
  response.headers.set('content-type', 'text/html; charset=utf-8');
  response.headers.set('content-language', reader.messages.language);
  response.headers.append('vary', 'Accept, Accept-Language');
  if (!response.headers.has('cache-control')) {
    response.headers.set('cache-control', 'private, no-store');
  }
  return response;
}
