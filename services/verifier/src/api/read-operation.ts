import { type Operation, PROBLEM } from '@laurel/api-description/describe';

/** The reading of a public document, which anybody may. */
export function readOperation(
  summary: string,
  parameters: readonly object[],
  content: object,
): Operation {
  return {
    scope: 'anybody',
    summary,
    parameters,
    responses: { 200: { description: 'The document.', content }, '4XX': PROBLEM },
    problems: ['page_unknown'],
  };
}
