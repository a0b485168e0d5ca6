ALTER TABLE `accounts` ADD `missing_since_seconds` integer;--> statement-breakpoint
CREATE INDEX `accounts_by_username` ON `accounts` (`username`);--> statement-breakpoint
CREATE INDEX `accounts_by_name_seen` ON `accounts` (`username_seen_at_seconds`);--> statement-breakpoint
ALTER TABLE `intents` ADD `said_former_name` integer DEFAULT false NOT NULL;