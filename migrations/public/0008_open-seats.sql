CREATE TABLE `open_seats` (
	`issuer` text NOT NULL,
	`slug` text NOT NULL,
	`month` text NOT NULL,
	`seats` integer NOT NULL,
	`changed_at_seconds` integer NOT NULL,
	PRIMARY KEY(`issuer`, `slug`, `month`)
);
--> statement-breakpoint
CREATE TABLE `seat_feeds` (
	`issuer` text PRIMARY KEY NOT NULL,
	`since_seconds` integer NOT NULL
);
