CREATE TABLE `mentor_achievements` (
	`issuer` text NOT NULL,
	`achievement_slug` text NOT NULL,
	PRIMARY KEY(`issuer`, `achievement_slug`)
);
--> statement-breakpoint
CREATE TABLE `mentor_limits` (
	`account_id` text PRIMARY KEY NOT NULL,
	`most` integer NOT NULL,
	`tells` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mentorships` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`achievement_slug` text NOT NULL,
	`mentor` text NOT NULL,
	`mentee` text NOT NULL,
	`asked_by` text NOT NULL,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`languages` text NOT NULL,
	`themes` text NOT NULL,
	`topics` text NOT NULL,
	`hours_band` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`names_mentee` integer NOT NULL,
	`asked_at_seconds` integer NOT NULL,
	`lapses_at_seconds` integer NOT NULL,
	`answered_at_seconds` integer,
	`confirmed_at_seconds` integer,
	`taken_back_by` text,
	`ended_at_seconds` integer,
	`decided_by` text,
	`decided_at_seconds` integer,
	`answer` text,
	`batch_id` text,
	CONSTRAINT "mentorship_in_order" CHECK("mentorships"."period_end" = '' or "mentorships"."period_start" <= "mentorships"."period_end"),
	CONSTRAINT "mentorship_of_two" CHECK("mentorships"."mentor" <> "mentorships"."mentee")
);
--> statement-breakpoint
CREATE INDEX `mentorships_by_mentor` ON `mentorships` (`mentor`);--> statement-breakpoint
CREATE INDEX `mentorships_by_mentee` ON `mentorships` (`mentee`);--> statement-breakpoint
CREATE INDEX `mentorships_by_issuer` ON `mentorships` (`issuer`,`state`);--> statement-breakpoint
CREATE INDEX `mentorships_lapsing` ON `mentorships` (`lapses_at_seconds`);--> statement-breakpoint
CREATE TABLE `muted_people` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`muted` text NOT NULL,
	`since_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `muted_people_by_account` ON `muted_people` (`account_id`,`muted`);--> statement-breakpoint
CREATE INDEX `muted_people_by_muted` ON `muted_people` (`muted`);--> statement-breakpoint
ALTER TABLE `awards` ADD `mentoring` text;