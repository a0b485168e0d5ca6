CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`achievement_id` text NOT NULL,
	`language` text NOT NULL,
	`disclosure` text NOT NULL,
	`document` text,
	`jose_jwt` text,
	`rsa_jwt` text,
	`rsa_key_id` text NOT NULL,
	`visible` integer NOT NULL,
	`state` text NOT NULL,
	`state_since` text,
	`status_list` text NOT NULL,
	`status_index` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text,
	`may_include_minors` integer NOT NULL,
	CONSTRAINT "withdrawn_has_no_bytes" CHECK("credentials"."state" <> 'withdrawn' or "credentials"."document" is null),
	CONSTRAINT "bytes_unless_ended" CHECK("credentials"."document" is not null or "credentials"."state" in ('withdrawn', 'revoked')),
	CONSTRAINT "jose_jwt_with_document" CHECK(("credentials"."jose_jwt" is null) = ("credentials"."document" is null)),
	CONSTRAINT "rsa_jwt_with_document" CHECK("credentials"."rsa_jwt" is null or "credentials"."document" is not null),
	CONSTRAINT "since_unless_active" CHECK(("credentials"."state" = 'active') = ("credentials"."state_since" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_by_status` ON `credentials` (`status_list`,`status_index`);--> statement-breakpoint
CREATE INDEX `credentials_pending_rsa` ON `credentials` (`id`) WHERE rsa_jwt is null and document is not null;--> statement-breakpoint
CREATE TABLE `issuers` (
	`slug` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`demonstration` integer NOT NULL,
	`names` text NOT NULL,
	`descriptions` text NOT NULL,
	`created_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `key_histories` (
	`issuer` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`signed_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `published_achievements` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`slug` text NOT NULL,
	`version` text NOT NULL,
	`facts` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `published_achievements_by_version` ON `published_achievements` (`issuer`,`slug`,`version`);--> statement-breakpoint
CREATE TABLE `status_entries` (
	`list` text NOT NULL,
	`entry_index` integer NOT NULL,
	`decoy` integer NOT NULL,
	`set_at_seconds` integer,
	PRIMARY KEY(`list`, `entry_index`)
);
--> statement-breakpoint
CREATE TABLE `status_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`length` integer NOT NULL,
	`drawn` integer NOT NULL,
	`document` text NOT NULL,
	`changes` integer NOT NULL,
	`published_changes` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `verification_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`algorithm` text NOT NULL,
	`jwk` text NOT NULL,
	`multibase` text,
	`created_at_seconds` integer NOT NULL,
	`retired_at_seconds` integer,
	`compromised_at_seconds` integer
);
--> statement-breakpoint
CREATE INDEX `verification_keys_by_owner` ON `verification_keys` (`owner`);--> statement-breakpoint
CREATE UNIQUE INDEX `verification_keys_signing` ON `verification_keys` (`owner`,`algorithm`) WHERE retired_at_seconds is null and compromised_at_seconds is null;