CREATE TABLE `badge_feed` (
	`credential_id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `badge_feed_by_username` ON `badge_feed` (`username`);