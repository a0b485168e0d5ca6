import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { invitationPages } from '../invitations/pages.tsx';
import { leavingPages } from '../leaving/pages.tsx';
import { trainerRulePages } from '../trainers/rule-pages.tsx';
import { draftRoutes } from './draft-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { partRoutes } from './part-routes.tsx';
import { previewRoutes } from './preview-routes.tsx';
import { publishRoutes } from './publish-routes.tsx';
import { standingRoutes } from './standing-routes.tsx';
import { templateRoutes } from './template-routes.tsx';

/** Pages of an issuer’s achievements, under an issuer’s desk. */
export const achievementPages = new Hono<MemberApp>();

achievementPages.use(requireScope('awards:read'));
for (const routes of [
  listRoutes,
  templateRoutes,
  draftRoutes,
  partRoutes,
  previewRoutes,
  publishRoutes,
  invitationPages,
  trainerRulePages,
  leavingPages,
  standingRoutes,
]) {
  achievementPages.route('/', routes);
}
