CREATE TABLE `achievement_drafts` (
	`issuer` text NOT NULL,
	`slug` text NOT NULL,
	`facts` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at_seconds` integer NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`issuer`, `slug`)
);
--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`applicant` text NOT NULL,
	`slug` text NOT NULL,
	`names` text NOT NULL,
	`descriptions` text NOT NULL,
	`proof_url` text NOT NULL,
	`contacts` text NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`decided_by` text,
	`decided_at_seconds` integer,
	`created_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `applications_by_state` ON `applications` (`state`,`created_at_seconds`);--> statement-breakpoint
CREATE INDEX `applications_by_applicant` ON `applications` (`applicant`);--> statement-breakpoint
CREATE TABLE `audit_people` (
	`issuer` text NOT NULL,
	`account_id` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`issuer`, `account_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_people_key_unique` ON `audit_people` (`key`);--> statement-breakpoint
CREATE TABLE `batch_revocations` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`batch_id` text NOT NULL,
	`reason` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at_seconds` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at_seconds` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `batch_revocations_waiting` ON `batch_revocations` (`batch_id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `batch_revocations_by_issuer` ON `batch_revocations` (`issuer`,`requested_at_seconds`);--> statement-breakpoint
CREATE TABLE `event_volunteers` (
	`issuer` text NOT NULL,
	`event` text NOT NULL,
	`event_name` text NOT NULL,
	`account_id` text NOT NULL,
	`imported_at_seconds` integer NOT NULL,
	PRIMARY KEY(`issuer`, `event`, `account_id`)
);
--> statement-breakpoint
CREATE INDEX `event_volunteers_ending` ON `event_volunteers` (`imported_at_seconds`);--> statement-breakpoint
CREATE TABLE `nominations` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`nominee` text NOT NULL,
	`nominator` text NOT NULL,
	`achievement_slug` text NOT NULL,
	`story` text NOT NULL,
	`evidence` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`created_at_seconds` integer NOT NULL,
	`lapses_at_seconds` integer NOT NULL,
	`decided_by` text,
	`decided_at_seconds` integer,
	`answer` text,
	`batch_id` text
);
--> statement-breakpoint
CREATE INDEX `nominations_by_issuer` ON `nominations` (`issuer`,`state`,`created_at_seconds`);--> statement-breakpoint
CREATE INDEX `nominations_by_nominator` ON `nominations` (`nominator`);--> statement-breakpoint
CREATE INDEX `nominations_lapsing` ON `nominations` (`lapses_at_seconds`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`window_ends_at_seconds` integer NOT NULL,
	`used` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rate_limits_ending` ON `rate_limits` (`window_ends_at_seconds`);--> statement-breakpoint
CREATE TABLE `sheet_rows` (
	`sheet_id` text NOT NULL,
	`row_number` integer NOT NULL,
	`line` integer NOT NULL,
	`cells` text NOT NULL,
	`username` text,
	`finding` text,
	`pile` text,
	`account_id` text,
	`attended` integer,
	`confirmed` integer,
	`hours` real,
	PRIMARY KEY(`sheet_id`, `row_number`)
);
--> statement-breakpoint
CREATE INDEX `sheet_rows_by_pile` ON `sheet_rows` (`sheet_id`,`pile`,`row_number`);--> statement-breakpoint
CREATE TABLE `sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at_seconds` integer NOT NULL,
	`ends_at_seconds` integer NOT NULL,
	`source` text NOT NULL,
	`columns` text NOT NULL,
	`reading` text NOT NULL,
	`achievement_slug` text,
	`terms` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`size` integer NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sheets_by_issuer` ON `sheets` (`issuer`,`created_at_seconds`);--> statement-breakpoint
CREATE INDEX `sheets_ending` ON `sheets` (`ends_at_seconds`);--> statement-breakpoint
CREATE TABLE `slip_sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`achievement_id` text NOT NULL,
	`achievement_slug` text NOT NULL,
	`terms` text NOT NULL,
	`label` text NOT NULL,
	`size` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at_seconds` integer NOT NULL,
	`ends_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `slip_sheets_by_issuer` ON `slip_sheets` (`issuer`,`created_at_seconds`);--> statement-breakpoint
CREATE INDEX `slip_sheets_ending` ON `slip_sheets` (`ends_at_seconds`);--> statement-breakpoint
CREATE TABLE `slips` (
	`sheet_id` text NOT NULL,
	`number` integer NOT NULL,
	`code` text NOT NULL,
	`state` text NOT NULL,
	`account_id` text,
	`presented_at_seconds` integer,
	`batch_id` text,
	PRIMARY KEY(`sheet_id`, `number`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slips_code_unique` ON `slips` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `slips_once_per_account` ON `slips` (`sheet_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `stewards` (
	`account_id` text PRIMARY KEY NOT NULL,
	`added_by` text NOT NULL,
	`added_at_seconds` integer NOT NULL,
	`ends_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook_id` text NOT NULL,
	`event` text NOT NULL,
	`body` text NOT NULL,
	`created_at_seconds` integer NOT NULL,
	`attempts` integer NOT NULL,
	`state` text NOT NULL,
	`last_answer` text,
	`last_attempt_at_seconds` integer
);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_by_webhook` ON `webhook_deliveries` (`webhook_id`,`created_at_seconds`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`events` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at_seconds` integer NOT NULL,
	`ended_at_seconds` integer
);
--> statement-breakpoint
CREATE INDEX `webhooks_by_issuer` ON `webhooks` (`issuer`);--> statement-breakpoint
CREATE TABLE `__new_awards` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`achievement_id` text NOT NULL,
	`achievement_slug` text NOT NULL,
	`account_id` text NOT NULL,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`hours` real,
	`evidence` text NOT NULL,
	`language` text NOT NULL,
	`disclosure` text NOT NULL,
	`consent` text NOT NULL,
	`may_include_minors` integer NOT NULL,
	`state` text NOT NULL,
	`claim_code` text NOT NULL,
	`batch_id` text NOT NULL,
	`awarded_by` text NOT NULL,
	`offered_at_seconds` integer NOT NULL,
	`lapses_at_seconds` integer NOT NULL,
	`decided_at_seconds` integer,
	`revocation_reason` text,
	`suspended_at_seconds` integer,
	`suspension_reason` text,
	`corrects` text DEFAULT '' NOT NULL,
	`superseded_by` text,
	`links_predecessor` integer DEFAULT false NOT NULL,
	CONSTRAINT "revoked_has_reason" CHECK(("__new_awards"."state" = 'revoked') = ("__new_awards"."revocation_reason" is not null)),
	CONSTRAINT "suspended_has_reason" CHECK(("__new_awards"."suspended_at_seconds" is null) = ("__new_awards"."suspension_reason" is null)),
	CONSTRAINT "period_whole" CHECK(("__new_awards"."period_start" = '') = ("__new_awards"."period_end" = '')),
	CONSTRAINT "period_in_order" CHECK("__new_awards"."period_start" <= "__new_awards"."period_end"),
	CONSTRAINT "hours_positive" CHECK("__new_awards"."hours" is null or "__new_awards"."hours" > 0)
);
--> statement-breakpoint
INSERT INTO `__new_awards`("id", "issuer", "achievement_id", "achievement_slug", "account_id", "period_start", "period_end", "hours", "evidence", "language", "disclosure", "consent", "may_include_minors", "state", "claim_code", "batch_id", "awarded_by", "offered_at_seconds", "lapses_at_seconds", "decided_at_seconds", "revocation_reason") SELECT "id", "issuer", "achievement_id", "achievement_slug", "account_id", "period_start", "period_end", "hours", "evidence", "language", "disclosure", "consent", "may_include_minors", "state", "claim_code", "batch_id", "awarded_by", "offered_at_seconds", "lapses_at_seconds", "decided_at_seconds", "revocation_reason" FROM `awards`;--> statement-breakpoint
DROP TABLE `awards`;--> statement-breakpoint
ALTER TABLE `__new_awards` RENAME TO `awards`;--> statement-breakpoint
CREATE UNIQUE INDEX `awards_claim_code_unique` ON `awards` (`claim_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `awards_live` ON `awards` (`issuer`,`achievement_slug`,`account_id`,`period_start`,`period_end`,`corrects`) WHERE state in ('offered', 'accepted', 'declined');--> statement-breakpoint
CREATE UNIQUE INDEX `awards_once_in_batch` ON `awards` (`batch_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `awards_by_account` ON `awards` (`account_id`);--> statement-breakpoint
CREATE INDEX `awards_by_issuer` ON `awards` (`issuer`,`offered_at_seconds`,`id`);--> statement-breakpoint
CREATE INDEX `awards_lapsing` ON `awards` (`lapses_at_seconds`) WHERE state in ('offered', 'declined');--> statement-breakpoint
ALTER TABLE `audit` ADD `details` text;--> statement-breakpoint
ALTER TABLE `batch_rows` ADD `account_id` text;--> statement-breakpoint
ALTER TABLE `batches` ADD `label` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `batches` ADD `corrects` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `desk_issuers` ADD `descriptions` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `desk_issuers` ADD `vouch` text;--> statement-breakpoint
ALTER TABLE `grants` ADD `granted_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `grants` ADD `granted_at_seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `grants_by_account` ON `grants` (`account_id`);--> statement-breakpoint
ALTER TABLE `tokens` ADD `id` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `tokens` SET `id` = lower(hex(randomblob(8)));--> statement-breakpoint
ALTER TABLE `tokens` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tokens` ADD `created_at_seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_id_unique` ON `tokens` (`id`);--> statement-breakpoint
CREATE INDEX `tokens_by_issuer` ON `tokens` (`issuer`);--> statement-breakpoint
INSERT INTO `audit_people`(`issuer`, `account_id`, `key`) SELECT `issuer`, `actor`, lower(hex(randomblob(8))) FROM `audit` GROUP BY `issuer`, `actor`;--> statement-breakpoint
UPDATE `audit` SET `actor` = (SELECT `key` FROM `audit_people` WHERE `audit_people`.`issuer` = `audit`.`issuer` AND `audit_people`.`account_id` = `audit`.`actor`);--> statement-breakpoint
CREATE TRIGGER `audit_is_not_changed` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;--> statement-breakpoint
CREATE TRIGGER `audit_is_not_deleted` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
