import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Sends bytes over a connection of their own, as no client would write them, and answers all that comes back. */
export async function rawRequest(
  url: string,
  head: readonly string[],
  body: string,
): Promise<string> {
  const { hostname, port, host, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const answer = text(socket).catch(() => '');
  socket.write(
    [`POST ${pathname} HTTP/1.1`, `host: ${host}`, 'connection: close', ...head, '', body].join(
      '\r\n',
    ),
  );
  return answer;
}

/** A body as chunks of at most so many characters (RFC 9112, Section 7.1). */
export function chunked(body: string, most: number): string {
  const chunks = Array.from({ length: Math.ceil(body.length / most) }, (_, at) =>
    body.slice(at * most, (at + 1) * most),
  );
  const parts = chunks.map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`);
  return `${parts.join('')}0\r\n\r\n`;
}
