ALTER TABLE `credentials` ADD `endorses` text;--> statement-breakpoint
CREATE INDEX `credentials_by_endorsed` ON `credentials` (`endorses`) WHERE endorses is not null;