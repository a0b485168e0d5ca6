import {
  INTEGER,
  MOMENT,
  object,
  objectWithOptional,
  ref,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { CONSENTS, REVOCATION_REASONS } from '@laurel/core/award';
import type { WebhookEventType } from '@laurel/core/webhook-event';

/** What each event is, and what its data has besides what all have. */
const EVENTS: Readonly<
  Record<
    WebhookEventType,
    {
      readonly summary: string;
      readonly required: Record<string, object>;
      readonly optional: Record<string, object>;
    }
  >
> = {
  'award.accepted': {
    summary: 'An award was accepted, or made with consent on paper.',
    required: {},
    optional: {},
  },
  'credential.issued': {
    summary:
      'A credential was signed with consent on paper. Those that holders make themselves are theirs, and are not told of.',
    required: { credential: URL_STRING },
    optional: {},
  },
  'credential.revoked': {
    summary: 'An award was revoked, and with it every credential that was made from it.',
    required: { reason: { enum: REVOCATION_REASONS } },
    optional: {
      credential: {
        ...URL_STRING,
        description: 'The one that was signed with consent on paper, where there is one.',
      },
    },
  },
};

const COMMON = {
  issuer: STRING,
  award: STRING,
  batch: STRING,
  achievement: STRING,
  consent: { enum: CONSENTS },
  url: { ...URL_STRING, description: 'The award, by this API.' },
};

const HEADERS = [
  header('webhook-id', 'The message. The same with every attempt: ignore one that you had before.'),
  header('webhook-timestamp', 'When this attempt was made, in seconds since the epoch.', INTEGER),
  header(
    'webhook-signature',
    'One signature or more, with a space between them: “v1”, a comma and an HMAC-SHA256 in base64. It is enough that one fits.',
  ),
];

function header(name: string, description: string, schema: object = STRING): object {
  return { name, in: 'header', required: true, description, schema };
}

/** `award.accepted` is described by `AwardAccepted`. */
function schemaName(event: string): string {
  return event.replaceAll(/(?:^|\.)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The bodies of messages, for the description’s schemas. */
export const MESSAGE_SCHEMAS: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(EVENTS).map(([event, { required, optional }]) => [
    schemaName(event),
    object({
      type: { const: event },
      timestamp: { ...MOMENT, description: 'When it happened.' },
      data: objectWithOptional({ ...COMMON, ...required }, optional),
    }),
  ]),
);

/** The messages that are sent to webhooks, for the description’s `webhooks` (OpenAPI 3.1). */
export const WEBHOOK_MESSAGES: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(EVENTS).map(([event, { summary }]) => [
    event,
    {
      post: {
        operationId: `told${schemaName(event)}`,
        summary,
        security: [],
        parameters: HEADERS,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: ref(schemaName(event)) } },
        },
        responses: {
          '2XX': { description: 'The message has arrived. The body of the answer is not read.' },
          410: { description: 'Nothing more is to be sent: the webhook ends.' },
          default: {
            description:
              'Anything else, a redirect too, and no answer within 5 seconds: the message is tried again after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours.',
          },
        },
      },
    },
  ]),
);
