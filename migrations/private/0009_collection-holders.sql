CREATE TABLE `collection_holders` (
	`collection_id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`request_key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collection_holders_request_key_unique` ON `collection_holders` (`request_key`);--> statement-breakpoint
CREATE INDEX `collection_holders_by_account` ON `collection_holders` (`account_id`);