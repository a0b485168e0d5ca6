ALTER TABLE `status_lists` ADD `purpose` text DEFAULT 'revocation' NOT NULL;--> statement-breakpoint
CREATE INDEX `verification_keys_by_multibase` ON `verification_keys` (`multibase`);