import { Hono } from 'hono';
import { achievementPages } from './achievements/pages.tsx';
import { letTrainersIn } from './acting/require-awarding.ts';
import { type MemberApp, requireMember } from './acting/require-member.ts';
import { auditPages } from './audit/pages.tsx';
import { awardPages } from './awards/pages.tsx';
import { batchPages } from './batches/pages.tsx';
import { calendarPages } from './calendar/pages.tsx';
import { figurePages } from './figures/pages.tsx';
import { handOverPages } from './hand-overs/pages.tsx';
import { importPages } from './imports/pages.tsx';
import { ownPages } from './issuers/own-pages.tsx';
import { issuerPages } from './issuers/pages.tsx';
import { mapPages } from './maps/pages.tsx';
import { type HolderApp, requireSession } from './me/require-session.ts';
import { memberPages } from './members/pages.tsx';
import { offerPages } from './mentoring/offer-pages.tsx';
import { mentorshipPages } from './mentoring/pages.tsx';
import { nominatePages } from './nominations/nominate-pages.tsx';
import { ownNominationPages } from './nominations/own-pages.tsx';
import { nominationPages } from './nominations/pages.tsx';
import { countRequest } from './rate-limits/count-request.tsx';
import { termPages } from './role-terms/pages.tsx';
import { seatPages } from './seats/pages.tsx';
import { refuseCrossSite } from './session/cross-site.ts';
import { recogniseSession } from './session/signed-in.ts';
import { shareOutPages } from './share-outs/pages.tsx';
import { sheetPages } from './sheets/pages.tsx';
import { signatoryPages } from './signatories/pages.tsx';
import { slipPages } from './slips/pages.tsx';
import { stewardPages } from './stewards/pages.tsx';
import { thanksPages } from './thanks/pages.tsx';
import { tokenPages } from './tokens/pages.tsx';
import { webhookPages } from './webhooks/pages.tsx';

/** What members of issuers, stewards and applicants do by pages, all signed in. */
export const deskRoutes = new Hono<HolderApp>();

deskRoutes.use(recogniseSession, refuseCrossSite, requireSession, countRequest);
deskRoutes.route('/', ownPages);
deskRoutes.route('/stewards', stewardPages);
deskRoutes.route('/nominate', nominatePages);
deskRoutes.route('/nominations', ownNominationPages);

/** What trainers get to see as well, as far as it is their own. */
const PARTS_OF_TRAINERS = ['/', '/sheets/*', '/slips/*', '/imports/*', '/batches/*'];

const ofIssuer = new Hono<MemberApp>();
for (const part of PARTS_OF_TRAINERS) {
  ofIssuer.use(part, letTrainersIn);
}
ofIssuer.use(requireMember);
ofIssuer.route('/members', memberPages);
ofIssuer.route('/signatories', signatoryPages);
ofIssuer.route('/achievements', achievementPages);
ofIssuer.route('/maps', mapPages);
ofIssuer.route('/sheets', sheetPages);
ofIssuer.route('/batches', batchPages);
ofIssuer.route('/slips', slipPages);
ofIssuer.route('/nominations', nominationPages);
ofIssuer.route('/mentorships', mentorshipPages);
ofIssuer.route('/mentoring', offerPages);
ofIssuer.route('/imports', importPages);
ofIssuer.route('/awards', awardPages);
ofIssuer.route('/share-outs', shareOutPages);
ofIssuer.route('/awards', handOverPages);
ofIssuer.route('/terms', termPages);
ofIssuer.route('/terms', calendarPages);
ofIssuer.route('/thanks', thanksPages);
ofIssuer.route('/seats', seatPages);
ofIssuer.route('/figures', figurePages);
ofIssuer.route('/audit', auditPages);
ofIssuer.route('/tokens', tokenPages);
ofIssuer.route('/webhooks', webhookPages);
ofIssuer.route('/', issuerPages);

deskRoutes.route('/issuers/:slug', ofIssuer);
