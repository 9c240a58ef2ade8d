-- Across workspaces, for the sweep of what is too old alone.
create index usage_bucket_by_age on usage_bucket (to_at);
create index usage_day_by_age on usage_day (to_at);
create index cost_report_by_age on cost_report (to_at);
create index figure_revision_by_age on figure_revision (replaced_at);
create index quota_history_by_age on quota_history (as_of);

-- What was left, by time.
create index quota_history_oldest on quota_history (workspace_id, as_of, id);
