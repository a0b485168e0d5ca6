import type { Application } from './own-applications.ts';

/** An application as its applicant gets it from the API. */
export function applicationJson(application: Application): object {
  const { id, slug, names, descriptions, proofUrl, contacts, state, answer } = application;
  return {
    application: id,
    state,
    slug,
    names,
    descriptions,
    proof: proofUrl,
    contacts: contacts.map(({ accountId, username }) => ({ account: accountId, username })),
    answer,
    sentAt: momentOf(application.createdAtSeconds),
    decidedAt:
      application.decidedAtSeconds === null ? null : momentOf(application.decidedAtSeconds),
  };
}

function momentOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
