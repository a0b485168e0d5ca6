import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { draftRoutes } from './draft-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { milestoneRoutes } from './milestone-routes.tsx';
import { publishRoutes } from './publish-routes.tsx';
import { readyRoutes } from './ready-routes.tsx';
import { standingRoutes } from './standing-routes.tsx';
import { stepRoutes } from './step-routes.tsx';
import { textRoutes } from './text-routes.tsx';

/** Pages of an issuer’s maps, under an issuer’s desk. */
export const mapPages = new Hono<MemberApp>();

mapPages.use(requireScope('awards:read'));
for (const routes of [
  listRoutes,
  draftRoutes,
  stepRoutes,
  milestoneRoutes,
  textRoutes,
  publishRoutes,
  readyRoutes,
  standingRoutes,
]) {
  mapPages.route('/', routes);
}
