CREATE INDEX `audit_people_by_account` ON `audit_people` (`account_id`);--> statement-breakpoint
CREATE INDEX `batch_rows_by_account` ON `batch_rows` (`account_id`) WHERE account_id is not null;--> statement-breakpoint
CREATE INDEX `event_volunteers_by_account` ON `event_volunteers` (`account_id`);--> statement-breakpoint
CREATE INDEX `nominations_by_nominee` ON `nominations` (`nominee`);--> statement-breakpoint
CREATE INDEX `sheet_rows_by_account` ON `sheet_rows` (`account_id`) WHERE account_id is not null;--> statement-breakpoint
CREATE INDEX `signatories_of_account` ON `signatories` (`account_id`);--> statement-breakpoint
CREATE INDEX `slips_by_account` ON `slips` (`account_id`) WHERE account_id is not null;