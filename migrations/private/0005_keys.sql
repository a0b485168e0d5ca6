CREATE TABLE `key_order_outcomes` (
	`order_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `key_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`act` text NOT NULL,
	`issuer` text NOT NULL,
	`key_id` text,
	`algorithm` text,
	`since_seconds` integer,
	`ordered_at_seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `key_orders_by_issuer` ON `key_orders` (`issuer`,`ordered_at_seconds`);