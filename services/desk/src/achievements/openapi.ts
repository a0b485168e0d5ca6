import {
  type ApiPart,
  answer,
  body,
  DONE,
  INTEGER,
  ISSUER,
  object,
  PAGE,
  PROBLEM,
  parameter,
  queryParameter,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import { AchievementFacts } from '@laurel/contracts/achievement-facts';
import { BeginRequest, DraftRequest, PublishRequest } from '@laurel/contracts/achievement-requests';
import { LINT_RULES } from '@laurel/core/lint/objection';
import * as z from 'zod';

const ACHIEVEMENT = parameter('achievement', 'path', 'The achievement, by its slug.');
const VERSION = parameter('version', 'path', 'The version, as the list of versions calls it.');
const ONE = [ISSUER, ACHIEVEMENT];
const BASE = '/issuers/{slug}/achievements';

const maybe = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: object) => ({ type: 'array', items });
const FACTS = { $ref: '#/components/schemas/AchievementFacts' };
const OBJECTIONS = list({ $ref: '#/components/schemas/Objection' });
const LOCALISED = object({ text: STRING, language: STRING });

/** What the API’s description says of an issuer’s achievements. */
export const achievementPart: ApiPart = {
  paths: {
    [BASE]: {
      get: {
        scope: 'awards:read',
        summary: 'Achievements that are awarded, written, or awarded no more.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('One page of them.', 'Achievements'), '4XX': PROBLEM },
      },
    },
    [`${BASE}/templates`]: {
      get: {
        scope: 'awards:read',
        summary: 'The templates of the catalogue.',
        parameters: [
          ISSUER,
          queryParameter('kind', 'Those of a kind alone.'),
          queryParameter('theme', 'Those of a theme alone.'),
        ],
        responses: { 200: answer('Templates.', 'AchievementTemplates'), '4XX': PROBLEM },
      },
    },
    [`${BASE}/drafts`]: {
      post: {
        scope: 'achievements:write',
        summary: 'Begin an achievement, from a template or from nothing but a name.',
        parameters: [ISSUER],
        requestBody: body('AchievementBegin'),
        responses: { 201: answer('Where its draft is.', 'AchievementBegun'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
    },
    [`${BASE}/lint`]: {
      post: {
        scope: 'awards:read',
        summary: 'What would be objected to in these texts. Nothing is kept.',
        parameters: [ISSUER],
        requestBody: body('AchievementFacts'),
        responses: { 200: answer('Objections, the grave first.', 'Objections'), '4XX': PROBLEM },
      },
    },
    [`${BASE}/{achievement}`]: {
      get: {
        scope: 'awards:read',
        summary: 'An achievement as it stands.',
        parameters: ONE,
        responses: { 200: answer('The achievement.', 'AchievementStanding'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
    },
    [`${BASE}/{achievement}/versions`]: {
      get: {
        scope: 'awards:read',
        summary: 'Its versions, newest first, with their days and what each changed.',
        parameters: [...ONE, PAGE],
        responses: { 200: answer('One page of them.', 'AchievementVersions'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
    },
    [`${BASE}/{achievement}/versions/{version}`]: {
      get: {
        scope: 'awards:read',
        summary: 'One version, which never changes.',
        parameters: [...ONE, VERSION],
        responses: { 200: answer('The version.', 'AchievementVersion'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
    },
    [`${BASE}/{achievement}/draft`]: {
      get: {
        scope: 'awards:read',
        summary: 'What is being written of it, and what is objected to.',
        description: 'Revision 0: nothing yet; what is told is what a draft would begin from.',
        parameters: ONE,
        responses: { 200: answer('The draft.', 'AchievementDraft'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
      put: {
        scope: 'achievements:write',
        summary: 'Keep a draft, over the revision that was read. Of two at once one is refused.',
        parameters: ONE,
        requestBody: body('AchievementDraftRequest'),
        responses: { 200: answer('The new revision.', 'AchievementRevision'), '4XX': PROBLEM },
        problems: ['page_unknown', 'draft_changed'],
      },
      delete: {
        scope: 'achievements:write',
        summary: 'Discard a draft as it was read. It cannot be taken back.',
        parameters: [...ONE, { ...queryParameter('revision', 'As it was read.'), required: true }],
        responses: DONE,
        problems: ['page_unknown', 'draft_changed'],
      },
    },
    [`${BASE}/{achievement}/preview`]: {
      get: {
        scope: 'awards:read',
        summary: 'The texts that a certificate in a language would have.',
        parameters: [
          ...ONE,
          queryParameter('language', 'A BCP 47 tag; the source language without it.'),
        ],
        responses: { 200: answer('Texts.', 'AchievementPreview'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
    },
    [`${BASE}/{achievement}/publish`]: {
      post: {
        scope: 'achievements:write',
        summary: 'Make a draft the version that is awarded from now on.',
        description:
          'Refused while something must be changed, and while a note is not among those that were read.',
        parameters: ONE,
        requestBody: body('AchievementPublish'),
        responses: { 201: answer('The version.', 'AchievementPublished'), '4XX': PROBLEM },
        problems: [
          'page_unknown',
          'draft_changed',
          'draft_unchanged',
          'achievement_objected',
          'objections_unread',
        ],
      },
    },
    [`${BASE}/{achievement}/retirement`]: {
      post: {
        scope: 'achievements:write',
        summary: 'Stop awarding it. What was awarded stays.',
        parameters: ONE,
        responses: DONE,
        problems: ['page_unknown', 'achievement_retired'],
      },
      delete: {
        scope: 'achievements:write',
        summary: 'Award it again, in its newest version.',
        parameters: ONE,
        responses: DONE,
        problems: ['page_unknown', 'achievement_not_retired'],
      },
    },
  },
  schemas: {
    AchievementFacts: z.toJSONSchema(AchievementFacts, { io: 'input' }),
    AchievementBegin: z.toJSONSchema(BeginRequest, { io: 'input' }),
    AchievementDraftRequest: z.toJSONSchema(DraftRequest, { io: 'input' }),
    AchievementPublish: z.toJSONSchema(PublishRequest, { io: 'input' }),
    AchievementBegun: object({ achievement: STRING, url: URL_STRING }),
    AchievementPublished: object({ id: STRING, version: STRING, url: URL_STRING }),
    AchievementRevision: object({ revision: INTEGER }),
    Achievements: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      achievements: list(
        object({
          achievement: STRING,
          id: maybe(STRING),
          kind: STRING,
          name: { type: 'object', additionalProperties: STRING },
          version: maybe(STRING),
          state: { enum: ['current', 'retired', 'draft'] },
          hasDraft: { type: 'boolean' },
        }),
      ),
    }),
    AchievementTemplates: object({
      templates: list(
        object({
          template: STRING,
          themes: list(STRING),
          sourceLines: list(INTEGER),
          achievement: FACTS,
        }),
      ),
    }),
    AchievementStanding: object({
      achievement: STRING,
      state: { enum: ['current', 'retired', 'draft'] },
      revision: maybe(INTEGER),
      version: maybe(object({ version: STRING, id: STRING, url: URL_STRING, facts: FACTS })),
    }),
    AchievementVersions: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      versions: list(
        object({
          version: STRING,
          id: STRING,
          url: URL_STRING,
          current: { type: 'boolean' },
          publishedAt: maybe({ type: 'string', format: 'date-time' }),
          changed: maybe(list(object({ part: STRING, languages: list(STRING) }))),
        }),
      ),
    }),
    AchievementVersion: object({
      version: STRING,
      id: STRING,
      url: URL_STRING,
      current: { type: 'boolean' },
      publishedAt: maybe({ type: 'string', format: 'date-time' }),
      facts: FACTS,
    }),
    AchievementDraft: object({
      achievement: STRING,
      revision: INTEGER,
      draft: FACTS,
      objections: OBJECTIONS,
    }),
    AchievementPreview: object({
      preview: object({
        name: LOCALISED,
        description: LOCALISED,
        criteria: LOCALISED,
        requirements: list(LOCALISED),
        doesNotMean: LOCALISED,
      }),
    }),
    Objections: object({ objections: OBJECTIONS }),
    Objection: object({
      rule: { enum: [...LINT_RULES] },
      severity: { enum: ['refuses', 'warns'] },
      field: STRING,
      pointer: STRING,
      language: maybe(STRING),
      found: maybe(STRING),
      key: STRING,
    }),
  },
};
