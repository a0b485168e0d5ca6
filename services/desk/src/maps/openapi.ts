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
  orNull,
  PAGE,
  PROBLEM,
  parameter,
  queryParameter,
  ref,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import {
  BeginMapRequest,
  MapContent,
  MapRequest,
  PublishMapRequest,
  ThankRequest,
} from '@laurel/contracts/map-requests';
import { MAP_STATES } from '@laurel/core/achievement-map';
import { MAP_LACKS } from '@laurel/core/map-lack';
import * as z from 'zod';

const BASE = '/issuers/{slug}/maps';
const ONE = [ISSUER, parameter('map', 'path', 'The map, by its slug.')];
const BOOLEAN = { type: 'boolean' } as const;
const STATE = { enum: [...MAP_STATES] } as const;

/** What the API’s description says of maps. */
export const mapPart: ApiPart = {
  paths: {
    [BASE]: {
      get: {
        scope: 'awards:read',
        summary: 'The maps of an issuer, by their slugs.',
        parameters: [ISSUER],
        responses: { 200: answer('All of them.', 'Maps'), '4XX': PROBLEM },
      },
      post: {
        scope: 'issuer:write',
        summary: 'Begin a map, if wanted from what is awarded now.',
        parameters: [ISSUER],
        requestBody: body('MapBegin'),
        responses: { 201: answer('Its slug.', 'MapBegun'), '4XX': PROBLEM },
        problems: ['maps_full'],
      },
    },
    [`${BASE}/{map}`]: {
      get: {
        scope: 'awards:read',
        summary: 'A map as it is drawn, and as others read it.',
        parameters: ONE,
        responses: { 200: answer('The map.', 'DrawnMap'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
      put: {
        scope: 'issuer:write',
        summary: 'Write the whole map, over the revision that was read.',
        description:
          'An achievement is named by its slug, or by issuer/slug where another issuer of this service awards it. It is on a map once. Steps may lead in circles, as nothing is locked.',
        parameters: ONE,
        requestBody: body('MapRequest', {
          revision: 1_764_200_000,
          map: {
            sourceLanguage: 'en',
            title: { en: 'Ways to help at workshops' },
            description: {},
            lanes: [
              {
                title: { en: 'Teaching' },
                steps: [
                  {
                    achievement: 'training-workshop-participation',
                    hint: { en: 'Come and see.' },
                    next: ['workshop-trainer'],
                  },
                  { achievement: 'workshop-trainer' },
                ],
              },
            ],
            milestone: null,
          },
        }),
        responses: { 200: answer('The new revision.', 'MapRevision'), '4XX': PROBLEM },
        problems: ['page_unknown', 'draft_changed'],
      },
      delete: {
        scope: 'issuer:write',
        summary: 'Take back what was not published, or the whole map where it never was.',
        parameters: [...ONE, queryParameter('revision', 'The revision that was read.', INTEGER)],
        responses: DONE,
        problems: ['page_unknown', 'draft_changed'],
      },
    },
    [`${BASE}/{map}/publish`]: {
      post: {
        scope: 'issuer:write',
        summary: 'Have others read the map as it is drawn now.',
        parameters: ONE,
        requestBody: body('MapPublish'),
        responses: { 201: answer('Where it is read.', 'MapBegun'), '4XX': PROBLEM },
        problems: ['page_unknown', 'draft_changed', 'draft_unchanged', 'map_incomplete'],
      },
    },
    [`${BASE}/{map}/retirement`]: {
      post: {
        scope: 'issuer:write',
        summary: 'Keep it up no more. Whoever has its address still reads it.',
        parameters: ONE,
        responses: DONE,
        problems: ['page_unknown', 'map_not_published'],
      },
      delete: {
        scope: 'issuer:write',
        summary: 'Keep it up again.',
        parameters: ONE,
        responses: DONE,
        problems: ['page_unknown', 'map_not_retired'],
      },
    },
    [`${BASE}/{map}/ready`]: {
      get: {
        scope: 'nominations:review',
        summary: 'Who has done what the milestone takes, and does not have it.',
        description:
          'By what this issuer awarded and they accepted. What other issuers awarded counts for those alone who told this one that they have walked the map. The caller is left out.',
        parameters: [...ONE, PAGE],
        responses: { 200: answer('One page of them.', 'ReadyPeople'), '4XX': PROBLEM },
        problems: ['page_unknown'],
      },
    },
    [`${BASE}/{map}/ready/{walk}/award`]: {
      post: {
        scope: 'nominations:review',
        summary: 'Offer the milestone to one of them.',
        parameters: [...ONE, parameter('walk', 'path', 'As the list names it.')],
        requestBody: body('ThankRequest'),
        responses: { 202: answer('The batch, and where it reports.', 'Batch'), '4XX': PROBLEM },
        problems: ['page_unknown', 'walk_settled', 'nominee_gone', 'language_unavailable'],
      },
    },
  },
  schemas: {
    MapBegin: z.toJSONSchema(BeginMapRequest, { io: 'input' }),
    MapRequest: z.toJSONSchema(MapRequest, { io: 'input' }),
    MapPublish: z.toJSONSchema(PublishMapRequest, { io: 'input' }),
    ThankRequest: z.toJSONSchema(ThankRequest, { io: 'input' }),
    MapContent: z.toJSONSchema(MapContent, { io: 'output' }),
    MapBegun: object({ map: STRING, url: URL_STRING }),
    MapRevision: object({ revision: INTEGER }),
    Maps: object({
      maps: listOf(
        object({
          map: STRING,
          title: { type: 'object', additionalProperties: STRING },
          state: STATE,
          revision: INTEGER,
          isChanged: { ...BOOLEAN, description: 'Whether others do not read yet what is drawn.' },
        }),
      ),
    }),
    DrawnMap: object({
      map: STRING,
      state: STATE,
      revision: INTEGER,
      url: nullable(URL_STRING),
      draft: ref('MapContent'),
      published: orNull(ref('MapContent')),
      lacks: listOf(object({ lack: { enum: [...MAP_LACKS] }, pointer: STRING })),
    }),
    ReadyPeople: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      achievement: STRING,
      ready: listOf(
        object({
          walk: STRING,
          username: nullable(STRING),
          hasTold: { ...BOOLEAN, description: 'Whether they told that they walked the map.' },
          awards: {
            ...listOf(object({ achievement: STRING, award: STRING })),
            description: 'The issuer’s own.',
          },
          since: MOMENT,
        }),
      ),
    }),
  },
};
