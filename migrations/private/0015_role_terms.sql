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