CREATE TABLE `confirmations` (
	`browser_hash` text NOT NULL,
	`credential_id` text NOT NULL,
	`id` text NOT NULL,
	`code` text NOT NULL,
	`asked_by` text NOT NULL,
	`ends_at_seconds` integer NOT NULL,
	`confirmed_at_seconds` integer,
	`confirmed_by` text,
	PRIMARY KEY(`browser_hash`, `credential_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `confirmations_id_unique` ON `confirmations` (`id`);--> statement-breakpoint
CREATE INDEX `confirmations_by_code` ON `confirmations` (`code`);--> statement-breakpoint
CREATE INDEX `confirmations_ending` ON `confirmations` (`ends_at_seconds`);