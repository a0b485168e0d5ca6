CREATE TABLE `credential_notes` (
	`credential_id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `credential_notes_by_account` ON `credential_notes` (`account_id`);--> statement-breakpoint
CREATE TABLE `declared_names` (
	`account_id` text PRIMARY KEY NOT NULL,
	`writings` text NOT NULL,
	`since_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `name_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`writings` text,
	`why` text,
	`state` text NOT NULL,
	`asked_at_seconds` integer NOT NULL,
	`answer` text,
	`decided_by` text,
	`decided_at_seconds` integer,
	CONSTRAINT "name_while_waiting" CHECK(("name_changes"."state" = 'waiting') = ("name_changes"."writings" is not null)
        and ("name_changes"."writings" is null) = ("name_changes"."why" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `name_changes_one_waits` ON `name_changes` (`account_id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `name_changes_by_account` ON `name_changes` (`account_id`,`asked_at_seconds`);--> statement-breakpoint
CREATE INDEX `name_changes_by_state` ON `name_changes` (`state`,`asked_at_seconds`);