CREATE TABLE `erased_counts` (
	`issuer` text NOT NULL,
	`achievement_id` text NOT NULL,
	`language` text NOT NULL,
	`month` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`issuer`, `achievement_id`, `language`, `month`)
);
