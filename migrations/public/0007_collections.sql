CREATE TABLE `collections` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`members` text NOT NULL,
	`visible` integer NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "members_are_a_list" CHECK(json_type("collections"."members") = 'array')
);
--> statement-breakpoint
CREATE TABLE `retired_links` (
	`credential_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `shown_before` (
	`thing` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`thing`, `id`)
);
