CREATE TABLE `document_intents` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`credential_id` text,
	`form` text NOT NULL,
	`document` text,
	`digest` text,
	`ed25519_key_id` text NOT NULL,
	`recorded_at_seconds` integer NOT NULL,
	`state` text NOT NULL,
	CONSTRAINT "document_unless_ended" CHECK(("document_intents"."state" = 'recorded') = ("document_intents"."document" is not null)),
	CONSTRAINT "digest_once_released" CHECK(("document_intents"."state" = 'released') = ("document_intents"."digest" is not null))
);
--> statement-breakpoint
CREATE INDEX `document_intents_by_credential` ON `document_intents` (`issuer`,`credential_id`);--> statement-breakpoint
CREATE INDEX `document_intents_recorded` ON `document_intents` (`recorded_at_seconds`) WHERE state = 'recorded';--> statement-breakpoint
CREATE TABLE `document_statuses` (
	`document` text NOT NULL,
	`purpose` text NOT NULL,
	`list` text NOT NULL,
	`entry_index` integer NOT NULL,
	PRIMARY KEY(`document`, `purpose`)
);
