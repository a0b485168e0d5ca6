CREATE INDEX `mentorships_taken_back` ON `mentorships` (`taken_back_by`) WHERE taken_back_by is not null;--> statement-breakpoint
CREATE INDEX `mentorships_declined` ON `mentorships` (`answered_at_seconds`) WHERE state = 'declined';--> statement-breakpoint
CREATE INDEX `mentorships_decided` ON `mentorships` (`decided_at_seconds`);--> statement-breakpoint
CREATE INDEX `nominations_decided` ON `nominations` (`decided_at_seconds`);