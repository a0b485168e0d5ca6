CREATE TABLE `calendar_feeds` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`issuer` text NOT NULL,
	`made_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `calendar_feeds_by_account` ON `calendar_feeds` (`account_id`,`issuer`);--> statement-breakpoint
CREATE TABLE `hand_over_items` (
	`award_id` text NOT NULL,
	`place` integer NOT NULL,
	`texts` text NOT NULL,
	`own` integer NOT NULL,
	`holder_ticked_at_seconds` integer,
	`member_ticked_at_seconds` integer,
	PRIMARY KEY(`award_id`, `place`)
);
--> statement-breakpoint
CREATE TABLE `hand_overs` (
	`award_id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`begun_at_seconds` integer NOT NULL,
	`thanked_at_seconds` integer
);
--> statement-breakpoint
CREATE INDEX `hand_overs_by_issuer` ON `hand_overs` (`issuer`,`begun_at_seconds`);--> statement-breakpoint
CREATE TABLE `leavings` (
	`issuer` text NOT NULL,
	`achievement_slug` text NOT NULL,
	`thanks` text NOT NULL,
	`items` text NOT NULL,
	`offers_award` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at_seconds` integer NOT NULL,
	PRIMARY KEY(`issuer`, `achievement_slug`)
);
--> statement-breakpoint
CREATE TABLE `term_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`achievement_slug` text NOT NULL,
	`account_id` text NOT NULL,
	`why` text NOT NULL,
	`until` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at_seconds` integer NOT NULL,
	`withdrawn_at_seconds` integer
);
--> statement-breakpoint
CREATE INDEX `term_exceptions_by_account` ON `term_exceptions` (`account_id`);--> statement-breakpoint
CREATE INDEX `term_exceptions_by_issuer` ON `term_exceptions` (`issuer`,`recorded_at_seconds`,`id`);--> statement-breakpoint
CREATE TABLE `term_reminders` (
	`award_id` text NOT NULL,
	`days` integer NOT NULL,
	`whom` text NOT NULL,
	`issuer` text NOT NULL,
	`raised_at_seconds` integer NOT NULL,
	`noted_at_seconds` integer,
	PRIMARY KEY(`award_id`, `days`, `whom`)
);
--> statement-breakpoint
CREATE INDEX `term_reminders_by_issuer` ON `term_reminders` (`issuer`,`whom`);--> statement-breakpoint
ALTER TABLE `awards` ADD `term_number` integer;--> statement-breakpoint
ALTER TABLE `awards` ADD `term_state` text;--> statement-breakpoint
ALTER TABLE `awards` ADD `term_ended_on` text;--> statement-breakpoint
ALTER TABLE `awards` ADD `break_since` text;--> statement-breakpoint
ALTER TABLE `awards` ADD `break_until` text;--> statement-breakpoint
ALTER TABLE `awards` ADD `shows_break` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `shows_stepping_down` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `term_exception` text;--> statement-breakpoint
CREATE INDEX `awards_terms_running` ON `awards` (`period_end`) WHERE state = 'accepted' and term_state in ('serving', 'on_break');--> statement-breakpoint
CREATE INDEX `awards_breaks_ending` ON `awards` (`break_until`) WHERE term_state = 'on_break';