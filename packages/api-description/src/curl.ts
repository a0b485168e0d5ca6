import { givenExample, type Schemas, type ShownOperation } from './document.ts';
import { exampleOf } from './example.ts';

/** A line for a shell that does an operation; `server` is the base of all paths. */
export function curlOf(
  server: string,
  method: string,
  path: string,
  operation: ShownOperation,
  schemas: Schemas,
): string {
  const { parameters, requestBody, 'x-scope': scope } = operation;
  const valueNamed = (name: string) => String(exampleOf({ type: 'string' }, schemas, name));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueNamed(name));
  const media = requestBody?.content['application/json'];
  const headers = [
    ...(scope === 'anybody' ? [] : [credentialsFor(scope)]),
    ...parameters
      .filter((parameter) => parameter.in === 'header' && parameter.required)
      .map(({ name }) => `-H '${name}: ${valueNamed(name)}'`),
    ...(media === undefined ? [] : [`-H 'Content-Type: application/json'`]),
  ];
  const data =
    media === undefined
      ? []
      : [
          `-d '${JSON.stringify(givenExample(media) ?? exampleOf(media.schema, schemas), null, 2)}'`,
        ];
  const verb = method === 'get' ? '' : `-X ${method.toUpperCase()} `;
  return [`curl ${verb}'${server}${filled}'`, ...headers, ...data].join(' \\\n  ');
}

function credentialsFor(scope: string): string {
  return scope === 'session' || scope === 'steward'
    ? `-H 'Cookie: __Host-laurel-session=…'`
    : `-H 'Authorization: Bearer laurel_…'`;
}
