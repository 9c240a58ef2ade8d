-- What happened to one thing, and who did one kind of thing, without reading the whole log.
create index audit_entry_target on audit_entry (workspace_id, target, seq);
create index audit_entry_action on audit_entry (workspace_id, action, seq);
