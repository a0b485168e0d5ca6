CREATE TABLE `log_checkpoints` (
	`size` integer PRIMARY KEY NOT NULL,
	`root` text NOT NULL,
	`made_at_seconds` integer NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE TABLE `log_entries` (
	`entry_index` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`logged_at_seconds` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_entries_hash_unique` ON `log_entries` (`hash`);--> statement-breakpoint
CREATE TABLE `log_pending` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_pending_hash_unique` ON `log_pending` (`hash`);--> statement-breakpoint
CREATE TABLE `log_salts` (
	`credential` text NOT NULL,
	`signature` text NOT NULL,
	`artefact` text NOT NULL,
	`salt` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`credential`, `signature`),
	CONSTRAINT "salt_is_whole" CHECK(length("log_salts"."salt") = 44)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_salts_hash_unique` ON `log_salts` (`hash`);--> statement-breakpoint
CREATE TABLE `log_subtrees` (
	`level` integer NOT NULL,
	`position` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`level`, `position`)
);
--> statement-breakpoint
ALTER TABLE `credentials` ADD `logged` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `credentials_not_logged` ON `credentials` (`id`) WHERE logged = 0 and document is not null;--> statement-breakpoint
ALTER TABLE `key_histories` ADD `log_hash` text;--> statement-breakpoint
ALTER TABLE `status_lists` ADD `log_hash` text;