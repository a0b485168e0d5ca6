ALTER TABLE `webhook_deliveries` ADD `subject` text;--> statement-breakpoint
ALTER TABLE `webhook_deliveries` ADD `due_at_seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `webhook_deliveries` ADD `leased_until_seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_once` ON `webhook_deliveries` (`webhook_id`,`event`,`subject`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`due_at_seconds`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `webhook_deliveries_ending` ON `webhook_deliveries` (`created_at_seconds`);--> statement-breakpoint
ALTER TABLE `webhooks` ADD `previous_secret` text;--> statement-breakpoint
ALTER TABLE `webhooks` ADD `previous_secret_ends_at_seconds` integer;--> statement-breakpoint
ALTER TABLE `webhooks` ADD `ended_by` text;--> statement-breakpoint
ALTER TABLE `webhooks` ADD `failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `webhooks` ADD `held_until_seconds` integer DEFAULT 0 NOT NULL;