CREATE TABLE `published_maps` (
	`issuer` text NOT NULL,
	`slug` text NOT NULL,
	`content` text NOT NULL,
	`retired` integer NOT NULL,
	`edition` integer NOT NULL,
	PRIMARY KEY(`issuer`, `slug`)
);
