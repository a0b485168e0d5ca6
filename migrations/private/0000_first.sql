CREATE TABLE `sealed_keys` (
	`key_id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`secret_version` integer NOT NULL,
	`nonce` text NOT NULL,
	`sealed` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text,
	`username_seen_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `achievements` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`slug` text NOT NULL,
	`version` text NOT NULL,
	`current` integer NOT NULL,
	`facts` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `achievements_by_version` ON `achievements` (`issuer`,`slug`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `achievements_current` ON `achievements` (`issuer`,`slug`) WHERE current = 1;--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`actor` text NOT NULL,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_issuer` ON `audit` (`issuer`,`at_seconds`);--> statement-breakpoint
CREATE TABLE `awards` (
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
	CONSTRAINT "revoked_has_reason" CHECK(("awards"."state" = 'revoked') = ("awards"."revocation_reason" is not null)),
	CONSTRAINT "period_whole" CHECK(("awards"."period_start" = '') = ("awards"."period_end" = '')),
	CONSTRAINT "period_in_order" CHECK("awards"."period_start" <= "awards"."period_end"),
	CONSTRAINT "hours_positive" CHECK("awards"."hours" is null or "awards"."hours" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `awards_claim_code_unique` ON `awards` (`claim_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `awards_live` ON `awards` (`issuer`,`achievement_slug`,`account_id`,`period_start`,`period_end`) WHERE state in ('offered', 'accepted', 'declined');--> statement-breakpoint
CREATE UNIQUE INDEX `awards_once_in_batch` ON `awards` (`batch_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `awards_by_account` ON `awards` (`account_id`);--> statement-breakpoint
CREATE INDEX `awards_lapsing` ON `awards` (`lapses_at_seconds`) WHERE state in ('offered', 'declined');--> statement-breakpoint
CREATE TABLE `batch_rows` (
	`batch_id` text NOT NULL,
	`row_number` integer NOT NULL,
	`username` text,
	`award_id` text NOT NULL,
	`claim_code` text NOT NULL,
	`own_terms` text NOT NULL,
	`state` text NOT NULL,
	`refusal` text,
	PRIMARY KEY(`batch_id`, `row_number`)
);
--> statement-breakpoint
CREATE INDEX `batch_rows_by_award` ON `batch_rows` (`award_id`);--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`achievement_id` text NOT NULL,
	`achievement_slug` text NOT NULL,
	`terms` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at_seconds` integer NOT NULL,
	`size` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `desk_issuers` (
	`slug` text PRIMARY KEY NOT NULL,
	`names` text NOT NULL,
	`kind` text NOT NULL,
	`demonstration` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`issuer` text NOT NULL,
	`account_id` text NOT NULL,
	`grant` text NOT NULL,
	`ends_at_seconds` integer NOT NULL,
	PRIMARY KEY(`issuer`, `account_id`, `grant`)
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`issuer` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`batch_id` text NOT NULL,
	`created_at_seconds` integer NOT NULL,
	PRIMARY KEY(`issuer`, `key`)
);
--> statement-breakpoint
CREATE TABLE `intents` (
	`credential_id` text PRIMARY KEY NOT NULL,
	`request_key` text NOT NULL,
	`request_hash` text NOT NULL,
	`award_id` text NOT NULL,
	`issuer` text NOT NULL,
	`achievement_id` text NOT NULL,
	`language` text NOT NULL,
	`disclosure` text NOT NULL,
	`visible` integer NOT NULL,
	`may_include_minors` integer NOT NULL,
	`document` text,
	`ed25519_key_id` text NOT NULL,
	`rsa_key_id` text NOT NULL,
	`status_list` text NOT NULL,
	`status_index` integer NOT NULL,
	`recorded_at_seconds` integer NOT NULL,
	`state` text NOT NULL,
	CONSTRAINT "document_while_recorded" CHECK(("intents"."state" = 'recorded') = ("intents"."document" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `intents_request_key_unique` ON `intents` (`request_key`);--> statement-breakpoint
CREATE INDEX `intents_by_award` ON `intents` (`award_id`);--> statement-breakpoint
CREATE INDEX `intents_recorded` ON `intents` (`recorded_at_seconds`) WHERE state = 'recorded';--> statement-breakpoint
CREATE TABLE `logins` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`code_verifier` text NOT NULL,
	`return_path` text NOT NULL,
	`ends_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `logins_ending` ON `logins` (`ends_at_seconds`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`task` text NOT NULL,
	`due_at_seconds` integer NOT NULL,
	`leased_until_seconds` integer NOT NULL,
	`attempts` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at_seconds`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`previous_token_hash` text,
	`rotated_at_seconds` integer NOT NULL,
	`idle_until_seconds` integer NOT NULL,
	`ends_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_hash_unique` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_previous_token_hash_unique` ON `sessions` (`previous_token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_by_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_ending` ON `sessions` (`idle_until_seconds`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`scopes` text NOT NULL,
	`created_by` text NOT NULL,
	`ends_at_seconds` integer NOT NULL
);
