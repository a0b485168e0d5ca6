CREATE TABLE `issuer_logos` (
	`issuer` text PRIMARY KEY NOT NULL,
	`bytes` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `credentials` ADD `superseded_by` text;--> statement-breakpoint
ALTER TABLE `issuers` ADD `vouch` text;--> statement-breakpoint
ALTER TABLE `issuers` ADD `logo` text;