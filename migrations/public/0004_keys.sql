DROP INDEX `verification_keys_signing`;--> statement-breakpoint
ALTER TABLE `verification_keys` ADD `waiting` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `verification_keys` ADD `signs_from_seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `verification_keys_waiting` ON `verification_keys` (`owner`,`algorithm`) WHERE waiting = 1 and retired_at_seconds is null and compromised_at_seconds is null;--> statement-breakpoint
CREATE UNIQUE INDEX `verification_keys_signing` ON `verification_keys` (`owner`,`algorithm`) WHERE waiting = 0 and retired_at_seconds is null and compromised_at_seconds is null;--> statement-breakpoint
ALTER TABLE `credentials` ADD `ed25519_key_id` text GENERATED ALWAYS AS (substr(json_extract(document, '$.proof[0].verificationMethod'),
        1 + instr(json_extract(document, '$.proof[0].verificationMethod'), '#'))) VIRTUAL;--> statement-breakpoint
CREATE INDEX `credentials_by_ed25519_key` ON `credentials` (`ed25519_key_id`);--> statement-breakpoint
CREATE INDEX `credentials_by_rsa_key` ON `credentials` (`rsa_key_id`);--> statement-breakpoint
ALTER TABLE `key_histories` ADD `revision` integer DEFAULT 0 NOT NULL;