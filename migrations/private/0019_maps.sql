CREATE TABLE `map_walks` (
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`issuer` text NOT NULL,
	`map_slug` text NOT NULL,
	`told_at_seconds` integer NOT NULL,
	PRIMARY KEY(`account_id`, `issuer`, `map_slug`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `map_walks_id_unique` ON `map_walks` (`id`);--> statement-breakpoint
CREATE INDEX `map_walks_by_map` ON `map_walks` (`issuer`,`map_slug`);--> statement-breakpoint
CREATE TABLE `maps` (
	`issuer` text NOT NULL,
	`slug` text NOT NULL,
	`draft` text NOT NULL,
	`published` text,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`edition` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at_seconds` integer NOT NULL,
	PRIMARY KEY(`issuer`, `slug`)
);
