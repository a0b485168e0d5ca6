CREATE TABLE `signatories` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`account_id` text NOT NULL,
	`names` text NOT NULL,
	`offices` text NOT NULL,
	`place` integer,
	`offered_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signatories_by_account` ON `signatories` (`issuer`,`account_id`);