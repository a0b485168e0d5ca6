CREATE TABLE `issuer_databases` (
	`issuer` text PRIMARY KEY NOT NULL,
	`database_number` integer NOT NULL
);
