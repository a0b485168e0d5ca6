CREATE TABLE `wallet_offers` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`digits_hash` text NOT NULL,
	`tries` integer NOT NULL,
	`ends_at_seconds` integer NOT NULL,
	`token_hash` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wallet_offers_credential_id_unique` ON `wallet_offers` (`credential_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `wallet_offers_token_hash_unique` ON `wallet_offers` (`token_hash`);--> statement-breakpoint
CREATE INDEX `wallet_offers_of_account` ON `wallet_offers` (`account_id`);--> statement-breakpoint
CREATE INDEX `wallet_offers_ending` ON `wallet_offers` (`ends_at_seconds`);