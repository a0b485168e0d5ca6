import {
  type ApiPart,
  answer,
  body,
  DONE,
  INTEGER,
  ISSUER,
  listOf,
  MOMENT,
  nullable,
  object,
  PAGE,
  PROBLEM,
  pageOf,
  parameter,
  ref,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { WebhookRequest } from '@laurel/contracts/webhook-request';
import { WEBHOOK_EVENTS, WEBHOOK_TEST } from '@laurel/core/webhook-event';
import * as z from 'zod';
import { MESSAGE_SCHEMAS } from './messages-openapi.ts';

const WEBHOOK = parameter('id', 'path', 'The webhook.');
const scope = 'webhooks:write' as const;
const problems = ['webhook_unknown'] as const;

/** What the API’s description says of webhooks. */
export const webhookPart: ApiPart = {
  paths: {
    '/issuers/{slug}/webhooks': {
      get: {
        scope,
        summary: 'Webhooks in use, then those that ended within the last 30 days.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('The webhooks.', 'Webhooks'), '4XX': PROBLEM },
      },
      post: {
        scope,
        summary: 'Make a webhook. Its secret is told once.',
        description:
          'Messages are sent to https addresses of the public internet alone, on port 443 or 8443.',
        parameters: [ISSUER],
        requestBody: body('WebhookRequest', {
          url: 'https://tools.example.org/laurel',
          events: [WEBHOOK_EVENTS[0]],
        }),
        responses: { 201: answer('The webhook with its secret.', 'WebhookMade'), '4XX': PROBLEM },
        problems: ['webhook_address_refused', 'too_many_webhooks'],
      },
    },
    '/issuers/{slug}/webhooks/{id}': {
      get: {
        scope,
        summary: 'A webhook, without its secret.',
        parameters: [ISSUER, WEBHOOK],
        responses: { 200: answer('The webhook.', 'Webhook'), '4XX': PROBLEM },
        problems,
      },
      delete: {
        scope,
        summary: 'End a webhook at once. What waits for it is not sent any more.',
        parameters: [ISSUER, WEBHOOK],
        responses: DONE,
        problems,
      },
    },
    '/issuers/{slug}/webhooks/{id}/secret': {
      post: {
        scope,
        summary: 'Make a new secret. The one before it signs too for 24 hours.',
        parameters: [ISSUER, WEBHOOK],
        responses: { 200: answer('The new secret, told once.', 'WebhookMade'), '4XX': PROBLEM },
        problems,
      },
    },
    '/issuers/{slug}/webhooks/{id}/deliveries': {
      get: {
        scope,
        summary: 'Messages of the last 30 days, newest first, and how their delivery goes.',
        parameters: [ISSUER, WEBHOOK, PAGE],
        responses: { 200: answer('One page of messages.', 'Deliveries'), '4XX': PROBLEM },
        problems,
      },
      post: {
        scope,
        summary: 'Send a message that tells of nothing, to try the webhook.',
        parameters: [ISSUER, WEBHOOK],
        responses: { 202: answer('The message.', 'TestSent'), '4XX': PROBLEM },
        problems,
      },
    },
    '/issuers/{slug}/webhooks/{id}/deliveries/{delivery}/again': {
      post: {
        scope,
        summary: 'Send a message again, under its own id.',
        parameters: [ISSUER, WEBHOOK, parameter('delivery', 'path', 'The message.')],
        responses: DONE,
        problems,
      },
    },
  },
  schemas: {
    WebhookRequest: z.toJSONSchema(WebhookRequest, { io: 'input' }),
    WebhookMade: object({ webhook: STRING, secret: STRING }),
    Webhook: object({
      webhook: STRING,
      url: URL_STRING,
      events: listOf({ enum: WEBHOOK_EVENTS }),
      createdAt: MOMENT,
      endedAt: nullable(MOMENT),
      endedBy: { enum: ['member', 'receiver', null] },
      failures: { ...INTEGER, description: 'Attempts in a row that failed.' },
    }),
    Webhooks: pageOf('webhooks', ref('Webhook')),
    Delivery: object({
      delivery: { ...STRING, description: 'What messages have as webhook-id.' },
      event: { enum: [...WEBHOOK_EVENTS, WEBHOOK_TEST] },
      createdAt: MOMENT,
      state: { enum: ['waiting', 'delivered', 'given_up'] },
      attempts: INTEGER,
      lastAnswer: {
        ...nullable(STRING),
        description: 'A status code, or a word for what kept it from one.',
      },
      lastAttemptAt: nullable(MOMENT),
    }),
    Deliveries: pageOf('deliveries', ref('Delivery')),
    TestSent: object({ delivery: STRING }),
    ...MESSAGE_SCHEMAS,
  },
};
