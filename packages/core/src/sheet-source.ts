/** Where a list of people came from. */
export type SheetSource =
  | { readonly kind: 'sheet' }
  /** Of CampaignEvents, by the event's id: its participants, or its organizers. */
  | {
      readonly kind: 'campaign_event';
      readonly eventId: number;
      readonly who: 'participants' | 'organizers';
      readonly url: string;
    }
  /** Of the Programs & Events Dashboard, by the course's slug. */
  | { readonly kind: 'dashboard'; readonly course: string; readonly url: string }
  /** Of the global groups of Wikimedia, by the group's name. */
  | { readonly kind: 'global_group'; readonly group: string };
