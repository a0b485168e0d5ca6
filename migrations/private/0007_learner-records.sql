ALTER TABLE `intents` ADD `record_holder` text;--> statement-breakpoint
CREATE INDEX `intents_by_record_holder` ON `intents` (`record_holder`) WHERE record_holder is not null;