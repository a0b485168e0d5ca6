/** What tries every script or every language. */
const EVERY_SCRIPT = [
  'services/renderer/test/{pictures,labels,social,social-scripts,variants,scripts,fitting}.test.ts',
  'services/verifier/test/one-page.test.ts',
  'test/system/{print-in-scripts,fresh-certificates,large-batch-certificates}.test.ts',
];

/** Whole ways through the pages in a browser, and pages as papers. */
const IN_A_BROWSER = [
  'test/system/*-browser.test.ts',
  'test/system/{browser,certificate-page,certificate-page-art,scanning}.test.ts',
  'test/system/offline-page{,-of-others,-in-browsers}.test.ts',
];

/** Everything that is cut off between any two writes, or happens at once. */
const CUT_OFF = [
  'test/system/{*-interrupted,crash,crash-drills,log-at-once,audited,upgrading,overload,restoring,lost-secrets}.test.ts',
];

/** A theft with all that comes of it, over more than a year. */
const DRILLS = [
  'test/system/{compromise-drill,stolen-again,thefts-first,stolen-record-key,key-rotation}.test.ts',
];

/** What only time brings, waited for by moving clocks. */
const IN_TIME = [
  'test/system/{slips-ending,login-stalled,expiry,webhook-receivers,a-year-of-names,a-year-of-training,name-looks-refused,lives-of-awards}.test.ts',
  'test/system/{health,secrets-unlogged}.test.ts',
];

/** Many files drawn, and many taken apart. */
const MANY_FILES = [
  'test/system/{batch-certificates,baked-pictures,large-export,batch-statements}.test.ts',
  'services/renderer/test/hostile-pdf.test.ts',
];

/** PUBLIC over three databases: an issuer's own, what a holder arranges across them, and thefts. */
const SPREAD = ['test/system/several-databases*.test.ts'];

/** Whatever a stranger may send or answer, in breadth. */
const FROM_STRANGERS = [
  'test/system/{hostile-*,foreign-*,*-strangers,headers-everywhere,mutation,verify-many,any-issuer}.test.ts',
  'test/system/{monitor,offline-command,forged-pdf,uploaded-pdf}.test.ts',
  'test/properties/over-http.test.ts',
  'packages/offline/test/bundle-mutation.test.ts',
];

/** Areas tried to their corners: what each of them is for is tried with every change. */
const TO_THE_CORNERS = [
  'test/system/{correcting,revoking-batches,suspending,nomination-answers,nominations,slip-codes,slips,imports}.test.ts',
  'test/system/{issuer-settings,webhook-pages,login-refused,session-cookies,shared-links,embed,retired-keys,keys-command}.test.ts',
  'test/system/{former-names,former-names-everywhere,name-looks,exporting,exporting-verified,letters-verified}.test.ts',
  'test/system/{learner-records,making-learner-records,wallet-offers,wallet-refusals}.test.ts',
  'test/system/{ending-terms,role-terms,mentoring-refusals,drawing-maps,ready-to-be-thanked,share-outs}.test.ts',
  'test/system/endorsements-{embedded,changed,refused,people}.test.ts',
  'test/system/{terms-asked-for,status-list-age,named-credentials,learner-record-offline,problem-pages}.test.ts',
  'test/system/{user-badges,offers-lapsing,term-exceptions,fair-figures,rotating-links,webhook-addresses}.test.ts',
  'test/system/{signing-ends,stolen-while-publishing,endorsements-verified}.test.ts',
  'services/renderer/test/take-apart.test.ts',
];

/** Every table, every page or every route, one after another. */
const EVERYWHERE = [
  'test/system/{exported-everywhere,erased-everywhere,undisclosed,hiding-everything,api-answers}.test.ts',
];

/** Deployments by the command itself, call by call. */
const DEPLOYING = ['test/system/deploy-command.test.ts'];

/** What takes minutes that not every change needs; CI runs it every time. */
export const AT_LENGTH: readonly string[] = [
  ...EVERY_SCRIPT,
  ...IN_A_BROWSER,
  ...CUT_OFF,
  ...DRILLS,
  ...IN_TIME,
  ...MANY_FILES,
  ...SPREAD,
  ...FROM_STRANGERS,
  ...TO_THE_CORNERS,
  ...EVERYWHERE,
  ...DEPLOYING,
];
