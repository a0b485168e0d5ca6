CREATE TABLE `award_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`account_id` text NOT NULL,
	`issuer` text NOT NULL,
	`achievement_id` text NOT NULL,
	`reason` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`reported_at_seconds` integer NOT NULL,
	`answer` text,
	`decided_by` text,
	`decided_at_seconds` integer,
	CONSTRAINT "answered_has_answer" CHECK(("award_reports"."state" = 'answered') = ("award_reports"."answer" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_reports_one_waits` ON `award_reports` (`account_id`,`award_id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `award_reports_by_account` ON `award_reports` (`account_id`,`reported_at_seconds`);--> statement-breakpoint
CREATE INDEX `award_reports_by_state` ON `award_reports` (`state`,`reported_at_seconds`);--> statement-breakpoint
CREATE INDEX `award_reports_ended` ON `award_reports` (`decided_at_seconds`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`issuer` text NOT NULL,
	`achievement_slug` text NOT NULL,
	`texts` text NOT NULL,
	`url` text,
	`leads_to` text,
	`updated_by` text NOT NULL,
	`updated_at_seconds` integer NOT NULL,
	PRIMARY KEY(`issuer`, `achievement_slug`),
	CONSTRAINT "one_way_at_most" CHECK("invitations"."url" is null or "invitations"."leads_to" is null)
);
--> statement-breakpoint
CREATE TABLE `lapsed_counts` (
	`issuer` text NOT NULL,
	`achievement_id` text NOT NULL,
	`month` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`issuer`, `achievement_id`, `month`)
);
--> statement-breakpoint
CREATE TABLE `muted_issuers` (
	`account_id` text NOT NULL,
	`issuer` text NOT NULL,
	`since_seconds` integer NOT NULL,
	PRIMARY KEY(`account_id`, `issuer`)
);
--> statement-breakpoint
CREATE TABLE `thanks` (
	`award_id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`words` text NOT NULL,
	`written_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `thanks_by_issuer` ON `thanks` (`issuer`,`written_at_seconds`);--> statement-breakpoint
DROP INDEX `awards_lapsing`;--> statement-breakpoint
ALTER TABLE `awards` ADD `held_back_until_seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `awards_lapsing` ON `awards` (`lapses_at_seconds`) WHERE state in ('offered', 'declined', 'lapsed', 'cancelled');