CREATE TABLE `endorsements` (
	`id` text PRIMARY KEY NOT NULL,
	`credential_id` text NOT NULL,
	`award_id` text NOT NULL,
	`holder_account_id` text NOT NULL,
	`endorser_account_id` text NOT NULL,
	`state` text NOT NULL,
	`behaviour` text NOT NULL,
	`story` text NOT NULL,
	`language` text NOT NULL,
	`disclosure` text NOT NULL,
	`asked_at_seconds` integer NOT NULL,
	`lapses_at_seconds` integer NOT NULL,
	`accepted_at_seconds` integer,
	CONSTRAINT "nobody_endorses_themselves" CHECK("endorsements"."holder_account_id" <> "endorsements"."endorser_account_id"),
	CONSTRAINT "written_has_story" CHECK("endorsements"."state" not in ('written', 'accepted') or ("endorsements"."story" <> '' and "endorsements"."behaviour" <> ''))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `endorsements_once` ON `endorsements` (`credential_id`,`endorser_account_id`);--> statement-breakpoint
CREATE INDEX `endorsements_by_holder` ON `endorsements` (`holder_account_id`,`award_id`);--> statement-breakpoint
CREATE INDEX `endorsements_by_endorser` ON `endorsements` (`endorser_account_id`);--> statement-breakpoint
CREATE INDEX `endorsements_lapsing` ON `endorsements` (`lapses_at_seconds`) WHERE state in ('asked', 'declined', 'taken_back', 'written');--> statement-breakpoint
CREATE TABLE `muted_askers` (
	`account_id` text NOT NULL,
	`asker_account_id` text NOT NULL,
	`since_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `muted_askers_once` ON `muted_askers` (`account_id`,`asker_account_id`);--> statement-breakpoint
CREATE INDEX `muted_askers_by_asker` ON `muted_askers` (`asker_account_id`);--> statement-breakpoint
ALTER TABLE `intents` ADD `endorsement` text;--> statement-breakpoint
ALTER TABLE `intents` ADD `lost_endorsement` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `intents_by_endorsement` ON `intents` (`endorsement`) WHERE endorsement is not null;