CREATE TABLE `part_states` (
	`part` text PRIMARY KEY NOT NULL,
	`ok` integer NOT NULL,
	`since_seconds` integer NOT NULL,
	`seen_at_seconds` integer NOT NULL
);
