CREATE TABLE `seat_feeds` (
	`issuer` text PRIMARY KEY NOT NULL,
	`since_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `awards_ending` ON `awards` (`period_end`) WHERE state = 'accepted' and period_end <> '';