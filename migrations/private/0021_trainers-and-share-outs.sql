CREATE TABLE `share_outs` (
	`award_id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`account_id` text NOT NULL,
	`achievement_slug` text NOT NULL,
	`until` text NOT NULL,
	`state` text NOT NULL,
	`created_at_seconds` integer NOT NULL,
	`url` text,
	`language` text,
	`given_at_seconds` integer,
	`answer` text DEFAULT '' NOT NULL,
	`decided_by` text DEFAULT '' NOT NULL,
	`decided_at_seconds` integer,
	`put_away_days` integer
);
--> statement-breakpoint
CREATE INDEX `share_outs_by_issuer` ON `share_outs` (`issuer`,`state`);--> statement-breakpoint
CREATE INDEX `share_outs_by_account` ON `share_outs` (`account_id`);--> statement-breakpoint
CREATE TABLE `trainer_rules` (
	`issuer` text NOT NULL,
	`achievement_slug` text NOT NULL,
	`may_award` text NOT NULL,
	`months` integer NOT NULL,
	`begins` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at_seconds` integer NOT NULL,
	PRIMARY KEY(`issuer`, `achievement_slug`)
);
--> statement-breakpoint
CREATE TABLE `trainers` (
	`award_id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`account_id` text NOT NULL,
	`state` text NOT NULL,
	`may_award` text NOT NULL,
	`months` integer NOT NULL,
	`ends_at_seconds` integer NOT NULL,
	`granted_by` text NOT NULL,
	`created_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `trainers_by_issuer` ON `trainers` (`issuer`);--> statement-breakpoint
CREATE INDEX `trainers_by_account` ON `trainers` (`account_id`);--> statement-breakpoint
ALTER TABLE `awards` ADD `share_out` text;