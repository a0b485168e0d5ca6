/** The ways in which a document of a test issuer can be secured, as requests name them. */
export const DOCUMENT_FORMS = ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'vc+jwt'] as const;
export type DocumentForm = (typeof DOCUMENT_FORMS)[number];

/** What a status list of ours can be for. All but revocation is for test issuers alone. */
export const LIST_PURPOSES = ['revocation', 'suspension'] as const;
export type ListPurpose = (typeof LIST_PURPOSES)[number];
